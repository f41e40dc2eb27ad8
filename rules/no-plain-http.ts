import { isSecureOnly } from '../spec/read-servers.ts';
import { defineRule } from './define-rule.ts';
import { describeRequest } from './describe-request.ts';
import { fixWith } from './edit-path.ts';
import { isOwned, locateRequest } from './locate.ts';
import { visitRequests } from './visit-requests.ts';
import type { AttributedRequest } from './judge-request.ts';
import type { RuleContext } from './define-rule.ts';
import type { Edit } from './editable.ts';

type MessageId = 'plain';

const SECURE: Readonly<Record<string, string>> = { http: 'https', ws: 'wss' };

export const noPlainHttp = defineRule<[], MessageId>({
  name: 'no-plain-http',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow unencrypted requests to hosts that take encrypted ones', recommended: 'error', strict: 'error', security: 'error' },
    fixable: 'code',
    schema: [],
    messages: {
      plain: '{{operation}} is sent to {{host}} over {{scheme}}, where anybody on the way can read it. Use {{secure}}.',
    },
  },
  create(context) {
    return visitRequests(context, (request) => {
      const { host, scheme } = request.site.base;
      const secure = scheme === null ? undefined : SECURE[scheme];
      if (host === null || scheme === null || secure === undefined || !isSecureOnly(request.description.document.servers, host)) return;

      const edit = changeScheme(context, request, scheme, secure);
      context.report({
        loc: locateRequest(context, request.site),
        messageId: 'plain',
        data: describeRequest(request, { host, scheme, secure }),
        fix: edit === null ? null : fixWith([edit]),
      });
    });
  },
});

/** The edit that changes the scheme; null where the linted file does not have it in the text of the URL. */
function changeScheme(context: RuleContext<string, readonly unknown[]>, { site }: AttributedRequest, from: string, to: string): Edit | null {
  const [first] = site.base.text;
  if (first?.kind !== 'literal' || !isOwned(context, first.place)) return null;
  const { file, start } = first.place;
  const end = start + from.length;
  return context.sourceCode.text.slice(start, end + 1).toLowerCase() === `${from}:` ? { place: { file, start, end }, text: to } : null;
}
