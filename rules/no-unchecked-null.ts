import { defineRule } from './define-rule.ts';
import { describeRequest } from './describe-request.ts';
import { isOwned, locate } from './locate.ts';
import { visitAllRequests } from './visit-requests.ts';

type MessageId = 'unchecked';

export const noUncheckedNull = defineRule<[], MessageId>({
  name: 'no-unchecked-null',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow fields read of the null that a function answers when a request fails', recommended: 'warn', strict: 'error', errors: 'error' },
    schema: [],
    messages: {
      unchecked: '{{operation}} may fail: this is null or undefined then, and reading {{field}} of it throws a TypeError that hides the failure. Ask for the value first.',
    },
  },
  create(context) {
    return visitAllRequests(context, (requests) => {
      const seen = new Set<number>();
      for (const request of requests) {
        for (const { field, place } of request.site.response.unguarded) {
          if (!isOwned(context, place) || seen.has(place.start)) continue;
          seen.add(place.start);
          context.report({ loc: locate(context, place), messageId: 'unchecked', data: describeRequest(request, { field }) });
        }
      }
    });
  },
});
