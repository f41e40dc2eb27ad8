import { defineRule } from './define-rule.ts';
import { describeRequest } from './describe-request.ts';
import { findMissingHeaders, HEADER_OPTIONS_SCHEMA } from './missing-headers.ts';
import { visitAllRequests } from './visit-requests.ts';
import type { HeaderOptions } from './missing-headers.ts';

type MessageId = 'missing' | 'add';

export const requireHeaders = defineRule<[HeaderOptions], MessageId>({
  name: 'require-headers',
  meta: {
    type: 'problem',
    docs: { description: 'Require the headers without which an operation fails or answers otherwise', recommended: 'error', strict: 'error' },
    hasSuggestions: true,
    schema: [HEADER_OPTIONS_SCHEMA],
    defaultOptions: [{}],
    messages: {
      missing: '{{operation}} is sent without {{header}}{{through}}. {{reason}}',
      add: 'Send {{header}}.',
    },
  },
  create(context) {
    const [options] = context.options;

    return visitAllRequests(context, (requests) => {
      for (const finding of findMissingHeaders(context, requests, options, ({ recommended }) => recommended === 'error')) {
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
