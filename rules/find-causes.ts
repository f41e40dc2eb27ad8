import { printPlace } from './engine.ts';
import { isReportedThere, isSamePlace } from './is-reported-there.ts';
import { isOwned, locate, locateRequest } from './locate.ts';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Place } from '../requests/request-site.ts';
import type { RuleContext } from './define-rule.ts';
import type { AttributedRequest } from './judge-request.ts';

/** One finding about a piece of code that several requests may share: a handler, a loop, an option of an instance. */
export interface CauseFinding {
  /** The first request that it concerns. */
  readonly request: AttributedRequest;
  readonly loc: TSESTree.SourceLocation;
  /** For the message: ` (at server/plex.ts:58)`, or what is said instead of `at`, where the cause is in another file, else empty. */
  readonly at: string;
}

/**
 * One finding for each cause: at the cause where the linted file has it, else at the first request that has it, unless the
 * file of the cause reports it. A request whose cause has no place of its own (`null`) is a finding by itself.
 */
export function findCauses(
  context: RuleContext<string, readonly unknown[]>,
  requests: readonly AttributedRequest[],
  causeOf: (request: AttributedRequest) => Place | null,
  how = 'at',
): readonly CauseFinding[] {
  const seen = new Set<string>();
  return requests.flatMap((request): CauseFinding[] => {
    const cause = causeOf(request);
    if (cause === null) return [{ request, loc: locateRequest(context, request.site), at: '' }];
    const key = `${cause.file}:${cause.start}`;
    if (seen.has(key)) return [];
    seen.add(key);
    if (isOwned(context, cause)) return [{ request, loc: locate(context, cause), at: '' }];
    if (isReportedThere(context, cause, (other) => isSamePlace(causeOf(other), cause))) return [];
    return [{ request, loc: locateRequest(context, request.site), at: ` (${how} ${printPlace(cause, context.cwd)})` }];
  });
}
