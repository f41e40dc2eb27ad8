import { defineRule } from './define-rule.ts';
import { describeRequest } from './describe-request.ts';
import { fixWith } from './edit-path.ts';
import { editable } from './editable.ts';
import { isReportedThere, isSamePlace } from './is-reported-there.ts';
import { isStream, moveToHeader } from './move-to-header.ts';
import { credentialsOf, findEntry } from './request-facts.ts';
import { describeOrigin, locateEntry, oneForEachPlace } from './sent-entry.ts';
import { visitAllRequests } from './visit-requests.ts';
import type { AttributedRequest } from './judge-request.ts';
import type { SentEntry } from './sent-entry.ts';

type MessageId = 'tokenInUrl' | 'useHeader';

export const noTokenInUrl = defineRule<[], MessageId>({
  name: 'no-token-in-url',
  meta: {
    type: 'suggestion',
    docs: { description: 'Disallow tokens in URLs, which end up in logs and histories', recommended: 'warn', strict: 'warn', security: 'error' },
    hasSuggestions: true,
    schema: [],
    messages: {
      tokenInUrl: '{{operation}} carries {{name}} in its URL{{through}}, and URLs are logged. Send it as a header.',
      useHeader: 'Send {{name}} as a header.',
    },
  },
  create(context) {
    return visitAllRequests(context, (requests) => {
      const carrying = requests.filter((request) => !isStream(request)).flatMap(findToken);
      for (const sent of oneForEachPlace(carrying)) {
        const { request, entry } = sent;
        if (isReportedThere(context, entry.place, (other) => !isStream(other) && findToken(other).some((found) => isSamePlace(found.entry.place, entry.place)))) continue;
        const sharing = carrying.filter((other) => isSamePlace(other.entry.place, entry.place) || other === sent);
        const move = moveToHeader(editable(context), sharing, requests);
        context.report({
          loc: locateEntry(context, sent),
          messageId: 'tokenInUrl',
          data: describeRequest(request, { name: entry.name, through: describeOrigin(context, sent) }),
          suggest: 'reason' in move ? [] : [{ messageId: 'useHeader', data: { name: entry.name }, fix: fixWith(move.edits) }],
        });
      }
    });
  },
});

/** The credential that a request sends in its query though the description has it in a header; at most one. */
export function findToken(request: AttributedRequest): readonly SentEntry[] {
  const inHeader = credentialsOf(request.description).filter(({ location }) => location === 'header');
  const entry = inHeader.map(({ name }) => findEntry(request.site.query, name)).find((found) => found !== null);
  return entry === undefined ? [] : [{ request, entry }];
}
