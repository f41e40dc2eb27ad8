import { credentialsOf, findEntry } from './request-facts.ts';
import { defineRule } from './define-rule.ts';
import { describeRequest } from './describe-request.ts';
import { fixWith } from './edit-path.ts';
import { isOwned, locate } from './locate.ts';
import { mergeByCause } from './merge-by-cause.ts';
import { moveToHeader } from './move-to-header.ts';
import { visitAllRequests } from './visit-requests.ts';
import type { Place } from '../requests/request-site.ts';
import type { AttributedRequest } from './judge-request.ts';

type MessageId = 'tokenInUrl' | 'useHeader';

export const noTokenInUrl = defineRule<[], MessageId>({
  name: 'no-token-in-url',
  meta: {
    type: 'suggestion',
    docs: { description: 'Disallow tokens in URLs, which end up in logs and histories', recommended: 'warn', strict: 'warn' },
    hasSuggestions: true,
    schema: [],
    messages: {
      tokenInUrl: '{{operation}} carries {{name}} in its URL{{through}}, and URLs are logged. Send it as a header.',
      useHeader: 'Send {{name}} as a header.',
    },
  },
  create(context) {
    return visitAllRequests(context, (requests) => {
      const carrying = requests.filter((request) => tokenName(request) !== null);
      const reported = new Set<string>();

      for (const { request, loc, through } of mergeByCause(context, carrying, requests)) {
        const name = tokenName(request);
        const entry = name === null ? null : findEntry(request.site.query, name);
        const place = entry?.place ?? null;
        if (entry === null || (place !== null && reported.has(printKey(place)))) continue;
        if (place !== null) reported.add(printKey(place));

        const edits = moveToHeader(context, request, entry);
        const isHere = isOwned(context, place);
        context.report({
          loc: isHere ? locate(context, place) : loc,
          messageId: 'tokenInUrl',
          data: describeRequest(request, { name, through: isHere ? '' : through }),
          suggest: edits === null ? [] : [{ messageId: 'useHeader', data: { name }, fix: fixWith(edits) }],
        });
      }
    });
  },
});

/** The name of a credential that is sent in the query though the description has it in a header. */
function tokenName({ site, description }: AttributedRequest): string | null {
  const inHeader = credentialsOf(description).filter(({ location }) => location === 'header');
  return inHeader.find(({ name }) => findEntry(site.query, name) !== null)?.name ?? null;
}

function printKey({ file, start }: Place): string {
  return `${file}:${start}`;
}
