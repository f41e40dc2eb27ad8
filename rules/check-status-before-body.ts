import { defineRule } from './define-rule.ts';
import { describeRequest } from './describe-request.ts';
import { mergeByCause } from './merge-by-cause.ts';
import { visitAllRequests } from './visit-requests.ts';
import type { AttributedRequest } from './judge-request.ts';

type MessageId = 'bodyFirst';

export const checkStatusBeforeBody = defineRule<[], MessageId>({
  name: 'check-status-before-body',
  meta: {
    type: 'problem',
    docs: { description: 'Require the check of the status to stand before the body is parsed', recommended: 'error', strict: 'error', errors: 'error' },
    schema: [],
    messages: {
      bodyFirst: '{{operation}} has its body parsed before its status is checked{{through}}. Check first: an error has another body, and parsing it fails.',
    },
  },
  create(context) {
    return visitAllRequests(context, (requests) => {
      const faulty = requests.filter(parsesFirst);
      for (const { request, loc, through } of mergeByCause(context, faulty, requests)) {
        context.report({ loc, messageId: 'bodyFirst', data: describeRequest(request, { through }) });
      }
    });
  },
});

/** Whether the body is parsed before the look at the status that there is. */
export function parsesFirst({ site }: AttributedRequest): boolean {
  return site.handling.status !== 'ignored' && site.handling.bodyBeforeCheck;
}
