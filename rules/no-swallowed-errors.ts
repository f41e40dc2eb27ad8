import { defineRule } from './define-rule.ts';
import { describeRequest } from './describe-request.ts';
import { findCauses } from './find-causes.ts';
import { visitAllRequests } from './visit-requests.ts';

type MessageId = 'swallowed';

export const noSwallowedErrors = defineRule<[], MessageId>({
  name: 'no-swallowed-errors',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow handlers that drop the failure of a request', recommended: 'warn', strict: 'error', errors: 'error' },
    schema: [],
    messages: {
      swallowed: '{{operation}} fails without a trace here{{at}}: nothing is logged, and the caller cannot tell it from an empty answer. Log it, throw it on, or answer null.',
    },
  },
  create(context) {
    return visitAllRequests(context, (requests) => {
      const swallowed = requests.filter(({ site }) => site.handling.status === 'swallowed');
      for (const { request, loc, at } of findCauses(context, swallowed, ({ site }) => site.handling.swallowedAt)) {
        context.report({ loc, messageId: 'swallowed', data: describeRequest(request, { at }) });
      }
    });
  },
});
