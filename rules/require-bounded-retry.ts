import { clientOf } from './client-of.ts';
import { defineRule } from './define-rule.ts';
import { describeRequest } from './describe-request.ts';
import { findCauses } from './find-causes.ts';
import { visitAllRequests } from './visit-requests.ts';
import type { Repeat } from '../requests/request-site.ts';
import type { AttributedRequest } from './judge-request.ts';

type MessageId = 'endless' | 'atOnce' | 'endlessAtOnce';

export const requireBoundedRetry = defineRule<[], MessageId>({
  name: 'require-bounded-retry',
  meta: {
    type: 'problem',
    docs: { description: 'Require a limit and a pause where a request is repeated', recommended: 'error', strict: 'error', errors: 'error' },
    schema: [],
    messages: {
      endless: '{{operation}} is repeated without an end while it fails{{at}}. Give up after a few tries: 3 are enough.',
      atOnce: '{{operation}} is repeated at once when it fails{{at}}, which loads a server that is in trouble. Wait before each try, longer each time.',
      endlessAtOnce: '{{operation}} is repeated without a pause and without an end while it fails{{at}}. Try 3 times, and wait before each try, longer each time.',
    },
  },
  create(context) {
    return visitAllRequests(context, (requests) => {
      const faulty = requests.filter((request) => faultyRepeat(request) !== null);
      for (const { request, loc, at } of findCauses(context, faulty, (one) => faultyRepeat(one)?.place ?? null)) {
        const repeat = faultyRepeat(request);
        if (repeat === null) continue;
        const messageId = repeat.limit !== 'endless' ? 'atOnce' : repeat.pauses === false ? 'endlessAtOnce' : 'endless';
        context.report({ loc, messageId, data: describeRequest(request, { at }) });
      }
    });
  },
});

/** What repeats the request for ever, or without a pause. A connection that is kept open is opened anew as often as it ends. */
function faultyRepeat({ site, operation }: AttributedRequest): Repeat | null {
  if (operation?.stream === true || clientOf(site)?.response === 'stream') return null;
  return site.handling.repeats.find((repeat) => repeat.by !== 'reconnect' && (repeat.limit === 'endless' || (repeat.pauses === false && repeat.limit !== 1))) ?? null;
}
