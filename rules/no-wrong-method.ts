import { isAllowed } from './allow-list.ts';
import { defineRule } from './define-rule.ts';
import { describeRequest, listMethods } from './describe-request.ts';
import { locateRequest } from './locate.ts';
import { methodVariantOf, servedOperations } from './method-variant.ts';
import { suggestMethods } from './suggest-methods.ts';
import { visitRequests } from './visit-requests.ts';

type MessageId = 'wrongMethod' | 'useMethod';

export const noWrongMethod = defineRule<[], MessageId>({
  name: 'no-wrong-method',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow HTTP methods that the operation does not accept', recommended: 'error', strict: 'error' },
    hasSuggestions: true,
    schema: [],
    messages: {
      wrongMethod: '{{api}} takes {{accepted}} at {{path}}, not {{method}}.',
      useMethod: 'Send {{accepted}} instead.',
    },
  },
  create(context) {
    return visitRequests(context, (request) => {
      if (request.standing !== 'wrong-method' || methodVariantOf(request) !== null || isAllowed(context, request)) return;

      const accepted = servedOperations(request);
      context.report({
        loc: locateRequest(context, request.site),
        messageId: 'wrongMethod',
        data: describeRequest(request, { accepted: listMethods(accepted) }),
        suggest: suggestMethods(context, request, accepted).map((suggestion) => ({ ...suggestion, messageId: 'useMethod' as const })),
      });
    });
  },
});
