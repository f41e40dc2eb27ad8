import { defineRule } from './define-rule.ts';
import { describeRequest } from './describe-request.ts';
import { findCauses } from './find-causes.ts';
import { lintedFile } from './linted-file.ts';
import { locate } from './locate.ts';
import { visitAllRequests } from './visit-requests.ts';
import type { Place } from '../requests/request-site.ts';
import type { RuleContext } from './define-rule.ts';

type MessageId = 'off' | 'offForAll';

export const noDisabledTls = defineRule<[], MessageId>({
  name: 'no-disabled-tls',
  meta: {
    type: 'problem',
    docs: { description: "Disallow requests without a check of the server's certificate", recommended: 'warn', strict: 'warn', security: 'error' },
    schema: [],
    messages: {
      off: "{{operation}} is sent to a server whose certificate is not checked{{through}}: anybody on the way can read it. Trust the server's own certificate instead, by the option `ca`.",
      offForAll: "This turns the check of certificates off for the whole process. Trust the server's own certificate instead, by NODE_EXTRA_CA_CERTS or the option `ca`.",
    },
  },
  create(context) {
    return visitAllRequests(context, (requests) => {
      const unverified = requests.filter(({ site }) => site.unverified !== null);
      for (const { request, loc, at } of findCauses(context, unverified, ({ site }) => site.unverified, 'turned off at')) {
        context.report({ loc, messageId: 'off', data: describeRequest(request, { through: at }) });
      }
      for (const place of findProcessSetting(context)) context.report({ loc: locate(context, place), messageId: 'offForAll' });
    });
  },
});

/** Assignments of 0 to the variable by which Node.js turns the check off for everything. */
function findProcessSetting(context: RuleContext<MessageId, []>): readonly Place[] {
  const { sourceCode } = context;
  if (!sourceCode.text.includes('NODE_TLS_REJECT_UNAUTHORIZED')) return [];
  const found = [...sourceCode.text.matchAll(/NODE_TLS_REJECT_UNAUTHORIZED\s*(?:["']\s*\])?\s*=\s*["'`]?0/g)];
  const comments = found.length === 0 ? [] : sourceCode.getAllComments();
  return found
    .map(({ index, 0: text }): Place => ({ file: lintedFile(context), start: index, end: index + text.length }))
    .filter(({ start }) => !comments.some(({ range }) => range[0] <= start && start < range[1]));
}
