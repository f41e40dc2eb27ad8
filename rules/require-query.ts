import { findQueryName } from '../spec/find-query-name.ts';
import { parametersOf } from '../spec/parameters-of.ts';
import { viewSchema } from '../spec/view-schema.ts';
import { defineRule } from './define-rule.ts';
import { describeRequest } from './describe-request.ts';
import { locateRequest } from './locate.ts';
import { isHeaderSent, isSentAnywhere } from './request-facts.ts';
import { visitRequests } from './visit-requests.ts';
import type { Operation, Parameter } from '../spec/description.ts';
import type { AttributedRequest } from './judge-request.ts';

type MessageId = 'missing' | 'missingSeveral';

export const requireQuery = defineRule<[], MessageId>({
  name: 'require-query',
  meta: {
    type: 'problem',
    docs: { description: 'Require the query parameters without which an operation fails', recommended: 'error', strict: 'error' },
    schema: [],
    messages: {
      missing: "{{operation}} is sent without the query parameter '{{names}}', which it requires.",
      missingSeveral: '{{operation}} is sent without the query parameters {{names}}, which it requires.',
    },
  },
  create(context) {
    return visitRequests(context, (request) => {
      const { operation, site } = request;
      if (operation === null || site.query.open) return;
      const missing = parametersOf(operation, 'query').filter((parameter) => parameter.required && isSurelyMissing(request, operation, parameter));
      const [first, ...others] = missing.map(({ name }) => name);
      if (first === undefined) return;

      context.report({
        loc: locateRequest(context, site),
        messageId: others.length === 0 ? 'missing' : 'missingSeveral',
        data: describeRequest(request, { names: others.length === 0 ? first : [first, ...others].map((name) => `'${name}'`).join(', ') }),
      });
    });
  },
});

function isSurelyMissing({ site, description }: AttributedRequest, operation: Operation, parameter: Parameter): boolean {
  const { name, placeholder } = parameter;
  if (placeholder || travelsByKeys(operation, parameter)) return false;
  const isHeader = description.headers.some((header) => header.name.toLowerCase() === name.toLowerCase());
  // Where a body goes with it, the server may take the value from there.
  if (isSentAnywhere({ ...site, headers: NO_HEADERS }, name) !== 'never' || (isHeader && isHeaderSent(site, name) !== 'never')) return false;
  return site.query.entries.every((entry) => {
    const meaning = findQueryName(operation, entry.name);
    if (meaning.kind === 'parameter') return meaning.parameter.name !== name;
    return meaning.kind !== 'unknown' || meaning.near !== name;
  });
}

/** The keys of an object are names of their own, which may be any. */
function travelsByKeys({ description }: Operation, { explode, schema, style }: Parameter): boolean {
  return style === 'form' && explode && viewSchema(description.document, schema).types?.includes('object') === true;
}

const NO_HEADERS = { entries: [], open: false, reason: null, container: null };
