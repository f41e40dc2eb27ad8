import { defineRule } from './define-rule.ts';
import { describeRequest } from './describe-request.ts';
import { findCauses } from './find-causes.ts';
import { visitAllRequests } from './visit-requests.ts';

type MessageId = 'cut';

export const noStreamTimeout = defineRule<[], MessageId>({
  name: 'no-stream-timeout',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow a limit on the whole time of a stream or download', recommended: 'warn', strict: 'error', errors: 'error' },
    schema: [],
    messages: {
      cut: '{{operation}} answers with a stream or a download, which this limit cuts off{{at}} however well it runs. Limit the time until it begins, or the silence between two pieces.',
    },
  },
  create(context) {
    return visitAllRequests(context, (requests) => {
      const limited = requests.filter(({ site, operation }) => operation?.stream === true && site.handling.deadline !== null);
      for (const { request, loc, at } of findCauses(context, limited, ({ site }) => site.handling.deadline)) {
        context.report({ loc, messageId: 'cut', data: describeRequest(request, { at }) });
      }
    });
  },
});
