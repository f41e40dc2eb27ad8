import { defineRule } from './define-rule.ts';
import { describeRequest } from './describe-request.ts';
import { findMissingHeaders, HEADER_OPTIONS_SCHEMA } from './missing-headers.ts';
import { visitAllRequests } from './visit-requests.ts';
import type { HeaderOptions } from './missing-headers.ts';

type MessageId = 'missing' | 'add';

export const preferHeaders = defineRule<[Pick<HeaderOptions, 'except'>], MessageId>({
  name: 'prefer-headers',
  meta: {
    type: 'suggestion',
    docs: { description: 'Prefer requests with the headers that good clients send', recommended: 'off', strict: 'warn' },
    hasSuggestions: true,
    schema: [{ type: 'object', properties: { except: HEADER_OPTIONS_SCHEMA.properties.except }, additionalProperties: false }],
    defaultOptions: [{}],
    messages: {
      missing: '{{operation}} should be sent with {{header}}{{through}}. {{reason}}',
      add: 'Send {{header}}.',
    },
  },
  create(context) {
    const [options] = context.options;

    return visitAllRequests(context, (requests) => {
      for (const finding of findMissingHeaders(context, requests, options, ({ strict }) => strict === 'warn')) {
        const { request, loc, header, reason, through, fix } = finding;
        context.report({
          loc,
          messageId: 'missing',
          data: describeRequest(request, { header, reason, through }),
          suggest: fix === null ? [] : [{ messageId: 'add', data: { header }, fix }],
        });
      }
    });
  },
});
