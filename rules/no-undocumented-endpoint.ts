import { ALLOW_SCHEMA, isAllowed } from './allow-list.ts';
import { defineRule } from './define-rule.ts';
import { describeRequest, printReplacement } from './describe-request.ts';
import { locateRequest } from './locate.ts';
import { methodVariantOf } from './method-variant.ts';
import { visitRequests } from './visit-requests.ts';
import type { AllowOption } from './allow-list.ts';

type Options = [AllowOption & { readonly report?: 'with-equal' | 'all' }];
type MessageId = 'hasEqual' | 'replaced' | 'undocumented';

export const noUndocumentedEndpoint = defineRule<Options, MessageId>({
  name: 'no-undocumented-endpoint',
  meta: {
    type: 'suggestion',
    docs: { description: 'Disallow operations that work but are in no contract', recommended: 'off', strict: 'warn', all: ['warn', { report: 'all' }] },
    schema: [
      {
        type: 'object',
        properties: {
          allow: ALLOW_SCHEMA,
          report: {
            type: 'string',
            enum: ['with-equal', 'all'],
            description: 'Report those that a documented operation can stand in for, or all.',
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ report: 'with-equal' }],
    messages: {
      hasEqual: '{{operation}} is not documented. {{equal}} does the same and is.',
      replaced: '{{operation}} is an old form. Use {{equal}}.',
      undocumented: '{{operation}} is not documented: it may change without notice.',
    },
  },
  create(context) {
    const [options] = context.options;

    return visitRequests(context, (request) => {
      const { operation, standing, site } = request;
      if (standing !== 'undocumented' || operation === null || methodVariantOf(request) !== null) return;
      const equal = operation.documentedEqual ?? printReplacement(operation);
      if ((equal === null && options.report !== 'all') || isAllowed(context, request, options)) return;

      context.report({
        loc: locateRequest(context, site),
        messageId: equal === null ? 'undocumented' : operation.documentedEqual === null ? 'replaced' : 'hasEqual',
        data: describeRequest(request, { equal }),
      });
    });
  },
});
