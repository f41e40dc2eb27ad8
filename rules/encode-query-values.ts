import { defineRule } from './define-rule.ts';
import { describeRequest } from './describe-request.ts';
import { fixWith } from './edit-path.ts';
import { encodeEdit, ENCODE_SCHEMA, interpolationOf, isUnencodedText } from './free-text.ts';
import { locatePiece } from './locate-piece.ts';
import { queryOf } from './query-facts.ts';
import { visitRequests } from './visit-requests.ts';
import type { Hole } from '../requests/request-site.ts';
import type { EncodeOption } from './free-text.ts';
import type { QueryEntry } from './query-facts.ts';

type MessageId = 'unencoded' | 'encode';

export const encodeQueryValues = defineRule<[EncodeOption], MessageId>({
  name: 'encode-query-values',
  meta: {
    type: 'problem',
    docs: { description: 'Require text in the query of a URL to be encoded', recommended: 'warn', strict: 'warn' },
    hasSuggestions: true,
    schema: [ENCODE_SCHEMA],
    defaultOptions: [{ report: 'free-text' }],
    messages: {
      unencoded: "{{value}} goes unencoded into '{{name}}' of {{operation}}{{through}}: an & or # in it ends the value. Use encodeURIComponent or URLSearchParams.",
      encode: 'Encode it.',
    },
  },
  create(context) {
    const [{ report }] = context.options;
    const seen = new Set<string>();

    return visitRequests(context, (request) => {
      for (const found of queryOf(request)) {
        const hole = findUnencoded(found, report);
        if (hole === null) continue;

        const place = interpolationOf(context, hole);
        const { key, loc, through } = locatePiece(context, request, [place, found.entry.place]);
        if (seen.has(key)) continue;
        seen.add(key);
        context.report({
          loc,
          messageId: 'unencoded',
          data: describeRequest(request, { name: found.entry.name, value: hole.words.length === 0 ? 'A value' : `\`${hole.words.join('.')}\``, through }),
          suggest: place === null ? [] : [{ messageId: 'encode', fix: fixWith([encodeEdit(context, place)]) }],
        });
      }
    });
  },
});

function findUnencoded({ entry, meaning, operation }: QueryEntry, report: EncodeOption['report']): Hole | null {
  if (entry.written !== 'url' || meaning.kind !== 'parameter' || meaning.key !== null || entry.values === null) return null;
  for (const text of entry.values) {
    // The parameter's name tells what the whole value is, not what a piece of it is.
    const parameter = text.length === 1 ? meaning.parameter : { ...meaning.parameter, name: '' };
    for (const part of text) if (part.kind === 'hole' && isUnencodedText(operation, parameter, part, report)) return part;
  }
  return null;
}
