import { keyOf } from './portable-value.ts';
import { printValue } from './value-at.ts';
import type { RequestSite } from '../requests/request-site.ts';
import type { CodemodProject } from './codemod.ts';
import type { OwnUse } from './own-values.ts';
import type { PortableValue } from './portable-value.ts';
import type { PrintedValue, Target } from './value-at.ts';

/**
 * What a program sends elsewhere, as it is written at a place; null where it is to be sent as it is, but its place is not
 * known yet. A text where it cannot be: why, as a part of a sentence; empty where nothing more is known of it.
 */
export function chooseOwnValue(project: CodemodProject, uses: readonly OwnUse[], target: Target | null): PrintedValue | string | null {
  const ways = uses.flatMap(({ ways: own, isHeader, request }) => own.map((way) => ({ way, sender: isHeader ? request?.site ?? null : null })));
  if (ways.length === 0) return '';
  if (target === null) return null;

  // what the function or the object at hand has, and sends
  const near = ways.filter(({ way }) => !isFree(way));
  const found = new Map(near.flatMap(({ way, sender }) => {
    const printed = printValue(project, way, target, sender);
    return typeof printed === 'string' ? [] : [[printed.code, printed] as const];
  }));
  const [only, ...more] = found.values();
  if (only !== undefined) return more.length === 0 ? only : 'several are sent around here';

  const here = uses.filter(({ place }) => place.file === target.file.file);
  const shared = sharedWay(here.length === 0 ? uses : here) ?? sharedWay(uses);
  return shared === null ? 'it is not certain that all of its requests send the same' : printValue(project, shared.way, target, shared.sender);
}

/** The value that can be had from a module, if it is the same for all. */
function sharedWay(uses: readonly OwnUse[]): { readonly way: OwnUse['ways'][number]; readonly sender: RequestSite | null } | null {
  const last = uses.map(({ ways, isHeader, request }) => ({ way: ways.find(isFree), sender: isHeader ? request?.site ?? null : null }));
  const [first] = last;
  if (first?.way === undefined || new Set(last.map(({ way }) => (way === undefined ? null : keyOf(way)))).size !== 1) return null;
  return { way: first.way, sender: last.find(({ sender }) => sender !== null)?.sender ?? null };
}

/** Whether it starts from modules and globals only. */
function isFree({ parts }: PortableValue): boolean {
  return parts.every((part) => typeof part === 'string' || part.kind === 'module' || part.kind === 'global');
}
