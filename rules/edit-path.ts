import { textAt } from './editable.ts';
import type { TSESLint } from '@typescript-eslint/utils';
import type { Literal, Place, Text } from '../requests/request-site.ts';
import type { Edit, Editable } from './editable.ts';
import type { AttributedRequest } from './judge-request.ts';

/**
 * The edits that make a request go to another path template, with the holes it has. null when they are not the same
 * in number, or a piece that must change is not written out in a file that may be changed.
 */
export function editPath(target: Editable, { site, description }: AttributedRequest, template: string): readonly Edit[] | null {
  if (site.path === null) return null;

  const written = literalRuns(site.path);
  const start = written[0]?.map(({ text }) => text).join('') ?? '';
  // what the address of the server has before the path is not the template's
  const base = description.basePaths.find((one) => one !== '' && start.startsWith(`${one}/`)) ?? '';
  const wanted = `${base}${template}`.split(/\{[^{}]*\}/);
  if (written.length !== wanted.length) return null;

  const edits: Edit[] = [];
  for (const [i, run] of written.entries()) {
    const text = wanted[i] ?? '';
    if (run.map((part) => part.text).join('') === text) continue;
    const [only, ...others] = run;
    if (only === undefined || others.length > 0 || !isWrittenOut(target, only)) return null;
    edits.push({ place: only.place, text });
  }
  return edits;
}

/** The edit that sends a request to another host; null when no file that may be changed writes the host out. */
export function editHost(target: Editable, { site }: AttributedRequest, host: string): Edit | null {
  const { host: old, text } = site.base;
  if (old === null) return null;

  for (const part of text) {
    if (part.kind !== 'literal' || !isWrittenOut(target, part) || !part.text.toLowerCase().includes(old)) continue;
    const at = part.text.toLowerCase().indexOf(old);
    return { place: part.place, text: part.text.slice(0, at) + host + part.text.slice(at + old.length) };
  }
  return null;
}

/** Makes ESLint's fix of edits. */
export function fixWith(edits: readonly Edit[]): TSESLint.ReportFixFunction {
  return (fixer) => edits.map(({ place, text }) => fixer.replaceTextRange([place.start, place.end], text));
}

/** The literals before, between and behind the holes of a text. */
function literalRuns(text: Text): readonly (readonly Literal[])[] {
  const runs: Literal[][] = [[]];
  for (const part of text) {
    if (part.kind === 'literal') runs.at(-1)?.push(part);
    else runs.push([]);
  }
  return runs;
}

/** Whether the source has exactly this text at the literal's place: no escapes, nothing computed. */
function isWrittenOut(target: Editable, literal: Literal): literal is Literal & { readonly place: Place } {
  const { place, text } = literal;
  return textAt(target, place) === text;
}
