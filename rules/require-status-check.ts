import { defineRule } from './define-rule.ts';
import { describeRequest } from './describe-request.ts';
import { fixWith } from './edit-path.ts';
import { editable } from './editable.ts';
import { mergeByCause } from './merge-by-cause.ts';
import { suggestStatusCheck } from './suggest-status-check.ts';
import { visitAllRequests } from './visit-requests.ts';
import type { AttributedRequest } from './judge-request.ts';

type MessageId = 'unchecked' | 'addCheck';

export const requireStatusCheck = defineRule<[], MessageId>({
  name: 'require-status-check',
  meta: {
    type: 'problem',
    docs: { description: 'Require a look at the status before a response is used', recommended: 'error', strict: 'error', errors: 'error' },
    hasSuggestions: true,
    schema: [],
    messages: {
      unchecked: '{{operation}} is used without a look at its status{{through}}. Check it first: {{client}} does not throw on an error status.',
      addCheck: 'Throw when the status is no success.',
    },
  },
  create(context) {
    return visitAllRequests(context, (requests) => {
      const unchecked = requests.filter(isUnchecked);
      for (const { request, loc, through } of mergeByCause(context, unchecked, requests)) {
        const edit = suggestStatusCheck(editable(context), request.site);
        context.report({
          loc,
          messageId: 'unchecked',
          data: describeRequest(request, { client: request.site.client, through }),
          suggest: edit === null ? [] : [{ messageId: 'addCheck', fix: fixWith([edit]) }],
        });
      }
    });
  },
});

/** Whether an answer is used without a look at its status. Where nobody waits for it, that is what has to be said. */
export function isUnchecked({ site }: AttributedRequest): boolean {
  return site.handling.status === 'ignored' && !site.handling.floating;
}
