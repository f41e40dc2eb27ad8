import { checkText } from '../spec/check-value.ts';
import { isCovered } from '../spec/find-query-name.ts';
import { literalText } from '../spec/match-segment.ts';
import { nearestName } from '../spec/nearest-name.ts';
import { pathValues } from '../spec/path-values.ts';
import { viewSchema } from '../spec/view-schema.ts';
import { isAllowed } from './allow-list.ts';
import { defineRule } from './define-rule.ts';
import { describeRequest } from './describe-request.ts';
import { fixWith } from './edit-path.ts';
import { isOwned, locateRequest } from './locate.ts';
import { misfitOf } from './misfit-of.ts';
import { printValue } from './query-facts.ts';
import { visitRequests } from './visit-requests.ts';
import type { Operation, Parameter } from '../spec/description.ts';
import type { PathSegment } from '../spec/path-pattern.ts';
import type { RuleContext } from './define-rule.ts';
import type { Edit } from './editable.ts';
import type { AttributedRequest } from './judge-request.ts';

type MessageId = 'wrong' | 'use';

export const validPathParameters = defineRule<[], MessageId>({
  name: 'valid-path-parameters',
  meta: {
    type: 'problem',
    docs: { description: 'Require path parameters to have values that the operation takes', recommended: 'error', strict: 'error' },
    hasSuggestions: true,
    schema: [],
    messages: {
      wrong: "{{operation}} takes {{expected}} as '{{name}}', not {{value}}.",
      use: "Send '{{instead}}'.",
    },
  },
  create(context) {
    return visitRequests(context, (request) => {
      const fault = findFault(request);
      if (fault === null || isAllowed(context, request)) return;

      const { expected, instead, operation, parameter, value } = fault;
      const edit = instead === null ? null : editSegment(context, request, value, instead);
      context.report({
        loc: locateRequest(context, request.site),
        messageId: 'wrong',
        data: { ...describeRequest(request), operation: operation.label, expected, name: parameter.name, value: printValue(value) },
        suggest: edit === null ? [] : [{ messageId: 'use', data: { instead }, fix: fixWith([edit]) }],
      });
    });
  },
});

interface Fault {
  readonly operation: Operation;
  readonly parameter: Parameter;
  readonly value: PathSegment;
  readonly expected: string;
  /** The word that was most likely meant. */
  readonly instead: string | null;
}

/** A value because of which the path is none of the description's, or one that its operation does not take. */
function findFault(request: AttributedRequest): Fault | null {
  const misfit = misfitOf(request);
  const { operation, pattern } = request;
  const values = misfit === null
    ? operation === null || pattern === null ? [] : pathValues(operation, pattern).map((found) => ({ ...found, operation }))
    : [misfit];
  for (const found of values) {
    const { parameter, value } = found;
    if (isCovered(found.operation, parameter.name, 'path')) continue;
    const { document } = found.operation.description;
    const fault = checkText(document, parameter.schema, value);
    if (fault === null) continue;
    const words = viewSchema(document, parameter.schema).values?.map(String) ?? [];
    const near = nearestName(literalText(value) ?? '', words);
    return { ...found, expected: fault.expected, instead: fault.instead ?? near };
  }
  return null;
}

/** The edit that writes another word in the place of a whole segment; null unless the linted file writes it once. */
function editSegment(context: RuleContext<string, readonly unknown[]>, { site }: AttributedRequest, value: PathSegment, instead: string): Edit | null {
  const word = literalText(value);
  const written = (site.path ?? []).filter((part) => part.kind === 'literal' && word !== null && part.text.split('/').includes(word));
  const [part, ...others] = written;
  if (part?.kind !== 'literal' || word === null || others.length > 0 || !isOwned(context, part.place)) return null;
  const { place, text } = part;
  if (context.sourceCode.text.slice(place.start, place.end) !== text || text.split('/').filter((segment) => segment === word).length !== 1) return null;
  return { place, text: text.split('/').map((segment) => (segment === word ? instead : segment)).join('/') };
}
