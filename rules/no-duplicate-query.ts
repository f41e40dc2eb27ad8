import { viewSchema } from '../spec/view-schema.ts';
import { defineRule } from './define-rule.ts';
import { describeRequest } from './describe-request.ts';
import { locatePiece } from './locate-piece.ts';
import { queryOf } from './query-facts.ts';
import { visitRequests } from './visit-requests.ts';
import type { QueryEntry } from './query-facts.ts';

type MessageId = 'twice';

export const noDuplicateQuery = defineRule<[], MessageId>({
  name: 'no-duplicate-query',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow sending a query parameter twice that has one value', recommended: 'error', strict: 'error' },
    schema: [],
    messages: {
      twice: "{{operation}} takes one value of '{{name}}', and the request sends it more than once{{through}}. Send it once: which one counts is up to the server.",
    },
  },
  create(context) {
    const seen = new Set<string>();

    return visitRequests(context, (request) => {
      for (const found of queryOf(request)) {
        const { entry } = found;
        if (entry.repeated !== true || !takesOneValue(found)) continue;

        const { key, loc, through } = locatePiece(context, request, [entry.place]);
        if (seen.has(`${key} ${entry.name}`)) continue;
        seen.add(`${key} ${entry.name}`);
        context.report({ loc, messageId: 'twice', data: describeRequest(request, { name: entry.name, through }) });
      }
    });
  },
});

/** A parameter that is described, and surely neither a list nor an object. */
function takesOneValue({ meaning, operation }: QueryEntry): boolean {
  if (meaning.kind !== 'parameter' || meaning.key !== null) return false;
  const { types, alternatives } = viewSchema(operation.description.document, meaning.parameter.schema);
  return types !== null && alternatives === null && !types.includes('array') && !types.includes('object');
}
