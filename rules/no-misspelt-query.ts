import { defineRule } from './define-rule.ts';
import { describeRequest } from './describe-request.ts';
import { fixWith } from './edit-path.ts';
import { editWord } from './edit-word.ts';
import { locatePiece } from './locate-piece.ts';
import { isWritten, queryOf } from './query-facts.ts';
import { visitRequests } from './visit-requests.ts';
import type { AttributedRequest } from './judge-request.ts';

type MessageId = 'misspelt' | 'rename';

export const noMisspeltQuery = defineRule<[], MessageId>({
  name: 'no-misspelt-query',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow query parameters whose names are nearly those of parameters that the operation has', recommended: 'error', strict: 'error' },
    hasSuggestions: true,
    schema: [],
    messages: {
      misspelt: "{{operation}} has no query parameter '{{name}}'{{through}}. Did you mean '{{near}}'?",
      rename: "Send '{{near}}'.",
    },
  },
  create(context) {
    const seen = new Set<string>();

    return visitRequests(context, (request) => {
      for (const { entry, meaning } of queryOf(request)) {
        if (meaning.kind !== 'unknown' || meaning.near === null || !isWritten(context, entry)) continue;
        const { name } = entry;
        const { near } = meaning;
        if (isHeader(request, name)) continue;
        // A request that sends the other name, too, means something else by this one.
        if (request.site.query.entries.some((other) => other.name === near)) continue;

        const { key, loc, through } = locatePiece(context, request, [entry.place]);
        if (seen.has(`${key} ${name}`)) continue;
        seen.add(`${key} ${name}`);
        const edit = editWord(context, entry.place, name, near);
        context.report({
          loc,
          messageId: 'misspelt',
          data: describeRequest(request, { name, near, through }),
          suggest: edit === null ? [] : [{ messageId: 'rename', data: { near }, fix: fixWith([edit]) }],
        });
      }
    });
  },
});

/** A name of the API's own headers, which may travel in the query: `no-unknown-headers` has it. */
function isHeader({ description }: AttributedRequest, name: string): boolean {
  return description.headers.length > 0 && description.attribution.names.some((pattern) => pattern.test(name));
}
