import { printPlace } from './engine.ts';
import { isOwned, locate, locateRequest } from './locate.ts';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Place } from '../requests/request-site.ts';
import type { RuleContext } from './define-rule.ts';
import type { AttributedRequest } from './judge-request.ts';

/** One finding about a fact that several requests may share, because a function that they go through makes it so. */
export interface CausedFinding {
  readonly request: AttributedRequest;
  readonly loc: TSESTree.SourceLocation;
  /** For the message: ` (sent by plexGet, server/plex.ts:58)` where the cause is elsewhere, else empty. */
  readonly through: string;
}

/**
 * Turns requests that share a fault into findings. Requests that send by themselves have one each. Those that go through
 * a wrapper have one for all at the wrapper's own send where the linted file has it and every request through it has the
 * fault; else one at the first of them, naming the wrapper.
 */
export function mergeByCause(
  context: RuleContext<string, readonly unknown[]>,
  faulty: readonly AttributedRequest[],
  all: readonly AttributedRequest[],
): readonly CausedFinding[] {
  const findings: CausedFinding[] = [];
  for (const [, group] of groupBy(faulty, sendKey)) {
    const [first] = group;
    if (first === undefined) continue;
    const { via, send } = first.site;

    if (via.length === 0) {
      for (const request of group) findings.push({ request, loc: locateRequest(context, request.site), through: '' });
    } else if (!isOwned(context, send)) {
      findings.push({ request: first, loc: locateRequest(context, first.site), through: describeVia(first, context.cwd) });
    } else if (all.filter((request) => sendKey(request) === sendKey(first)).length === group.length) {
      findings.push({ request: first, loc: locate(context, send), through: '' });
    } else {
      for (const request of group) {
        findings.push({ request, loc: locateRequest(context, request.site), through: describeVia(request, context.cwd) });
      }
    }
  }
  return findings;
}

function sendKey({ site }: AttributedRequest): string {
  return site.via.length === 0 ? `${printKey(site.send)} direct` : printKey(site.send);
}

function printKey({ file, start }: Place): string {
  return `${file}:${start}`;
}

/** The innermost wrapper is the one that sends. */
function describeVia({ site }: AttributedRequest, cwd: string): string {
  const sender = site.via.at(-1);
  return sender === undefined ? '' : ` (sent by ${sender.name}, ${printPlace(sender.place, cwd)})`;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
