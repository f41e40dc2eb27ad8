import { defineRule } from './define-rule.ts';
import { describeRequest } from './describe-request.ts';
import { mergeByCause } from './merge-by-cause.ts';
import { suggestStatusCheck } from './suggest-status-check.ts';
import { visitAllRequests } from './visit-requests.ts';
import type { AttributedRequest } from './judge-request.ts';

type MessageId = 'unchecked' | 'bodyFirst' | 'addCheck';

export const requireStatusCheck = defineRule<[], MessageId>({
  name: 'require-status-check',
  meta: {
    type: 'problem',
    docs: { description: 'Require a look at the status before a response is used', recommended: 'error', strict: 'error', errors: 'error' },
    hasSuggestions: true,
    schema: [],
    messages: {
      unchecked: 'The response of {{operation}} is used without a look at its status{{through}}. Check it first: {{client}} does not throw on an error status.',
      bodyFirst: 'The body of {{operation}} is parsed before its status is checked{{through}}. Check first: an error has another body.',
      addCheck: 'Throw when the status is no success.',
    },
  },
  create(context) {
    return visitAllRequests(context, (requests) => {
      const faulty = requests.filter((request) => faultOf(request) !== null);

      for (const { request, loc, through } of mergeByCause(context, faulty, requests)) {
        const messageId = faultOf(request);
        if (messageId === null) continue;
        const fix = messageId === 'unchecked' ? suggestStatusCheck(context, request.site) : null;
        context.report({
          loc,
          messageId,
          data: describeRequest(request, { client: request.site.client, through }),
          suggest: fix === null ? [] : [{ messageId: 'addCheck', fix }],
        });
      }
    });
  },
});

function faultOf({ site }: AttributedRequest): 'unchecked' | 'bodyFirst' | null {
  const { status, bodyBeforeCheck } = site.handling;
  if (status === 'ignored') return 'unchecked';
  return status === 'checked' && bodyBeforeCheck ? 'bodyFirst' : null;
}
