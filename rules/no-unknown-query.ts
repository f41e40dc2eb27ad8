import { defineRule } from './define-rule.ts';
import { describeRequest } from './describe-request.ts';
import { locatePiece } from './locate-piece.ts';
import { isWritten, queryOf } from './query-facts.ts';
import { visitRequests } from './visit-requests.ts';
import type { QueryEntry } from './query-facts.ts';
import type { AttributedRequest } from './judge-request.ts';

type Options = [{ readonly allow?: readonly string[] }];
type MessageId = 'unknown';

export const noUnknownQuery = defineRule<Options, MessageId>({
  name: 'no-unknown-query',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow query parameters that the operation does not have', recommended: 'warn', strict: 'warn' },
    schema: [
      {
        type: 'object',
        properties: {
          allow: { type: 'array', items: { type: 'string' }, uniqueItems: true, description: 'Names to accept on every operation; a last `*` stands for any rest.' },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{}],
    messages: {
      unknown: "The description of {{operation}} has no query parameter '{{name}}'{{through}}. Correct or remove it, or accept it with the option `allow`.",
    },
  },
  create(context) {
    const [{ allow = [] }] = context.options;
    const seen = new Set<string>();

    return visitRequests(context, (request) => {
      for (const found of queryOf(request)) {
        const { entry } = found;
        if (!isUnlike(request, found) || !isWritten(context, entry) || allow.some((name) => matches(name, entry.name))) continue;

        const { key, loc, through } = locatePiece(context, request, [entry.place]);
        if (seen.has(`${key} ${entry.name}`)) continue;
        seen.add(`${key} ${entry.name}`);
        context.report({ loc, messageId: 'unknown', data: describeRequest(request, { name: entry.name, through }) });
      }
    });
  },
});

/** An unknown name with no known one near, or with one that the request sends, too: the others are misspelt. */
function isUnlike({ site }: AttributedRequest, { meaning }: QueryEntry): boolean {
  if (meaning.kind !== 'unknown') return false;
  return meaning.near === null || site.query.entries.some(({ name }) => name === meaning.near);
}

function matches(allowed: string, name: string): boolean {
  return allowed.endsWith('*') ? name.startsWith(allowed.slice(0, -1)) : allowed === name;
}
