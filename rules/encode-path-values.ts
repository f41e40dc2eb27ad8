import { pathValues } from '../spec/path-values.ts';
import { defineRule } from './define-rule.ts';
import { describeRequest } from './describe-request.ts';
import { fixWith } from './edit-path.ts';
import { encodeEdit, ENCODE_SCHEMA, interpolationOf, isUnencodedText } from './free-text.ts';
import { locatePiece } from './locate-piece.ts';
import { visitRequests } from './visit-requests.ts';
import type { Hole } from '../requests/request-site.ts';
import type { Operation, Parameter } from '../spec/description.ts';
import type { EncodeOption } from './free-text.ts';
import type { AttributedRequest } from './judge-request.ts';

type MessageId = 'unencoded' | 'encode';

export const encodePathValues = defineRule<[EncodeOption], MessageId>({
  name: 'encode-path-values',
  meta: {
    type: 'problem',
    docs: { description: 'Require text in the path of a URL to be encoded', recommended: 'off', strict: 'warn' },
    hasSuggestions: true,
    schema: [ENCODE_SCHEMA],
    defaultOptions: [{ report: 'free-text' }],
    messages: {
      unencoded: "{{value}} goes unencoded into '{{name}}' of {{operation}}: a /, ? or # in it makes another URL. Use encodeURIComponent.",
      encode: 'Encode it.',
    },
  },
  create(context) {
    const [{ report }] = context.options;
    const seen = new Set<string>();

    return visitRequests(context, (request) => {
      const { operation } = request;
      if (operation === null) return;
      for (const { hole, parameter } of holesOf(request, operation)) {
        if (!isUnencodedText(operation, parameter, hole, report)) continue;
        const place = interpolationOf(context, hole);
        const { key, loc } = locatePiece(context, request, [place, request.site.place]);
        if (seen.has(`${key} ${parameter.name}`)) continue;
        seen.add(`${key} ${parameter.name}`);
        context.report({
          loc,
          messageId: 'unencoded',
          data: describeRequest(request, { name: parameter.name, value: hole.words.length === 0 ? 'A value' : `\`${hole.words.join('.')}\`` }),
          suggest: place === null ? [] : [{ messageId: 'encode', fix: fixWith([encodeEdit(context, place)]) }],
        });
      }
    });
  },
});

/** The unknown pieces of a path with the parameters that they fill, from the left. */
function holesOf({ pattern, site }: AttributedRequest, operation: Operation): readonly { readonly hole: Hole; readonly parameter: Parameter }[] {
  const holes = (site.path ?? []).filter((part) => part.kind === 'hole');
  if (holes.length === 0 || pattern === null) return [];
  const parameters = pathValues(operation, pattern).flatMap(({ parameter, value }) => value.filter((part) => typeof part === 'object').map(() => parameter));
  if (parameters.length !== holes.length) return [];
  return holes.flatMap((hole, index) => {
    const parameter = parameters[index];
    return parameter === undefined ? [] : [{ hole, parameter }];
  });
}
