import { countOf } from './count-of.ts';
import { printPlace } from './engine.ts';
import { groupBy } from './group-by.ts';
import { isOwned, locate, locateRequest } from './locate.ts';
import type { TSESTree } from '@typescript-eslint/utils';
import type { RuleContext } from './define-rule.ts';
import type { AttributedRequest } from './judge-request.ts';

/** One finding about a fact that several requests may share, because a function that they go through makes it so. */
export interface CausedFinding {
  readonly request: AttributedRequest;
  readonly loc: TSESTree.SourceLocation;
  /** For the message: ` (sent by plexGet, server/plex.ts:58, like 2 more requests here)` where the cause is elsewhere, else empty. */
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
  for (const [key, group] of groupBy(faulty, sendKey)) {
    // The wrapper itself, whose path its callers give, is among them where it can be judged.
    const sharing = all.filter((request) => sendKey(request) === key && (request.site.path !== null || group.includes(request)));
    const wrapped = group.filter(({ site }) => site.via.length > 0);
    const first = wrapped.find(({ operation }) => operation !== null) ?? wrapped[0];
    if (first === undefined || (!isOwned(context, first.site.send) && group.length < sharing.length)) {
      for (const request of group) findings.push(reportHere(context, request));
    } else if (!isOwned(context, first.site.send)) {
      findings.push(reportHere(context, first, group.length - 1));
    } else if (group.length === sharing.length) {
      findings.push({ request: first, loc: locate(context, first.site.send), through: '' });
    } else {
      for (const request of group.filter(({ site }) => site.path !== null)) findings.push(reportHere(context, request));
    }
  }
  return findings;
}

/** A finding at the request itself, which names the wrapper that it goes through, and how many more it stands for. */
function reportHere(context: RuleContext<string, readonly unknown[]>, request: AttributedRequest, more = 0): CausedFinding {
  return { request, loc: locateRequest(context, request.site), through: describeVia(request, context.cwd, more) };
}

/** Requests that are sent by one call of the client share it. */
function sendKey({ site }: AttributedRequest): string {
  return `${site.send.file}:${site.send.start}`;
}

/** The innermost wrapper is the one that sends. */
function describeVia({ site }: AttributedRequest, cwd: string, more: number): string {
  const sender = site.via.at(-1);
  const others = more === 0 ? '' : `, like ${countOf(more, 'more request')} here`;
  return sender === undefined ? '' : ` (sent by ${sender.name}, ${printPlace(sender.place, cwd)}${others})`;
}
