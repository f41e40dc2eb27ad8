import { defineRule } from './define-rule.ts';
import { describeRequest } from './describe-request.ts';
import { findCauses } from './find-causes.ts';
import { visitAllRequests } from './visit-requests.ts';
import type { Repeat } from '../requests/request-site.ts';
import type { AttributedRequest } from './judge-request.ts';

type MessageId = 'ignored';

export const honorRetryAfter = defineRule<[], MessageId>({
  name: 'honor-retry-after',
  meta: {
    type: 'suggestion',
    docs: { description: 'Require a hand-written retry to wait as long as Retry-After says', recommended: 'off', strict: 'warn', errors: 'warn' },
    schema: [],
    messages: {
      ignored: '{{operation}} is repeated{{at}} without a look at Retry-After, with which a 429 or 503 says how long to wait. Read the header, and wait for that long first.',
    },
  },
  create(context) {
    return visitAllRequests(context, (requests) => {
      const deaf = requests.filter((request) => deafRepeat(request) !== null);
      for (const { request, loc, at } of findCauses(context, deaf, (one) => deafRepeat(one)?.place ?? null)) {
        context.report({ loc, messageId: 'ignored', data: describeRequest(request, { at }) });
      }
    });
  },
});

/** A retry written by hand that surely repeats a 429 or 503, in a program that never speaks of the header. */
function deafRepeat({ site }: AttributedRequest): Repeat | null {
  return site.handling.repeats.find(({ by, statuses, heedsRetryAfter }) => {
    if ((by !== 'loop' && by !== 'recursion') || heedsRetryAfter !== false) return false;
    return statuses === 'all' || statuses?.some((status) => status === 429 || status === 503) === true;
  }) ?? null;
}
