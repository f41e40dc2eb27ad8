import { isAllowed } from './allow-list.ts';
import { defineRule } from './define-rule.ts';
import { describeRequest, listMethods } from './describe-request.ts';
import { locateRequest } from './locate.ts';
import { methodVariantOf, servedOperations } from './method-variant.ts';
import { suggestMethods } from './suggest-methods.ts';
import { visitRequests } from './visit-requests.ts';

type MessageId = 'methodVariant' | 'useMethod';

export const noMethodVariant = defineRule<[], MessageId>({
  name: 'no-method-variant',
  meta: {
    type: 'suggestion',
    docs: {
      description: 'Disallow writes by GET, which servers take beside the documented method',
      recommended: 'warn',
      strict: 'error',
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      methodVariant: '{{api}} documents {{accepted}} at {{path}}. Servers take {{method}} as well, which is in no contract.',
      useMethod: 'Send {{accepted}} instead.',
    },
  },
  create(context) {
    return visitRequests(context, (request) => {
      const variant = methodVariantOf(request)?.methodVariant ?? null;
      if (variant === null || variant.slip || isAllowed(context, request)) return;

      const accepted = servedOperations(request).filter(({ method }) => method === variant.of);
      context.report({
        loc: locateRequest(context, request.site),
        messageId: 'methodVariant',
        data: describeRequest(request, { accepted: listMethods(accepted) }),
        suggest: suggestMethods(context, request, accepted).map((suggestion) => ({ ...suggestion, messageId: 'useMethod' as const })),
      });
    });
  },
});
