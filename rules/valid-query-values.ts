import { checkText } from '../spec/check-value.ts';
import { isCovered } from '../spec/find-query-name.ts';
import { literalText } from '../spec/match-segment.ts';
import { defineRule } from './define-rule.ts';
import { describeRequest } from './describe-request.ts';
import { fixWith } from './edit-path.ts';
import { editWord } from './edit-word.ts';
import { locatePiece } from './locate-piece.ts';
import { isWritten, printValue, queryOf, valueOf } from './query-facts.ts';
import { visitRequests } from './visit-requests.ts';
import type { Place, Text } from '../requests/request-site.ts';
import type { Schema } from '../spec/description.ts';
import type { ValueFault } from '../spec/check-value.ts';
import type { PathSegment } from '../spec/path-pattern.ts';
import type { QueryEntry } from './query-facts.ts';

type MessageId = 'wrong' | 'use';

export const validQueryValues = defineRule<[], MessageId>({
  name: 'valid-query-values',
  meta: {
    type: 'problem',
    docs: { description: 'Require query parameters to have values that the operation takes', recommended: 'error', strict: 'error' },
    fixable: 'code',
    hasSuggestions: true,
    schema: [],
    messages: {
      wrong: "{{operation}} takes {{expected}} as '{{name}}', not {{value}}{{through}}.",
      use: 'Send {{instead}}.',
    },
  },
  create(context) {
    const seen = new Set<string>();

    return visitRequests(context, (request) => {
      for (const found of queryOf(request)) {
        for (const { fault, value, place } of findFaults(found, isWritten(context, found.entry))) {
          const { name } = found.entry;
          const { key, loc, through } = locatePiece(context, request, [place, found.entry.place]);
          const id = `${key} ${name} ${printValue(value)}`;
          if (seen.has(id)) continue;
          seen.add(id);
          const written = literalText(value);
          const edit = fault.instead === null || written === null ? null : editWord(context, place, written, fault.instead);
          context.report({
            loc,
            messageId: 'wrong',
            data: describeRequest(request, { name, expected: fault.expected, value: printValue(value), through }),
            // What a flag means is clear in either spelling.
            ...(edit !== null && fault.kind === 'flag' ? { fix: fixWith([edit]) } : {}),
            suggest: edit === null || fault.kind === 'flag' ? [] : [{ messageId: 'use', data: { instead: fault.instead }, fix: fixWith([edit]) }],
          });
        }
      }
    });
  },
});

interface Found {
  readonly fault: ValueFault;
  readonly value: PathSegment;
  readonly place: Place | null;
}

function findFaults({ entry, meaning, operation }: QueryEntry, isNamed: boolean): readonly Found[] {
  if (meaning.kind !== 'parameter' || entry.values === null) return [];
  if (operation.parameters.includes(meaning.parameter) && isCovered(operation, meaning.parameter.name)) return [];
  const schema = schemaOf(meaning);
  if (schema === null) return [];
  const found = entry.values.flatMap((text): Found[] => {
    const value = valueOf(text, entry.written === 'url');
    const fault = isSet(text) ? checkText(operation.description.document, schema, value) : null;
    return fault === null ? [] : [{ fault, value, place: placeOf(text) }];
  });
  // A value that is one of several is at fault for sure where it is written out.
  return found.filter(({ place, value }) => found.length === entry.values?.length || (isNamed && place !== null && literalText(value) !== null));
}

function schemaOf({ parameter, key }: Extract<QueryEntry['meaning'], { kind: 'parameter' }>): Schema | null {
  // The keys of an object have schemas of their own, which `valid-query-style` does not mix up with the object's.
  return key === null ? parameter.schema : null;
}

/** `null` and `undefined` are no values that somebody meant to send. */
function isSet(text: Text): boolean {
  return text.every((part) => part.kind === 'literal' || part.reason !== 'unset');
}

function placeOf(text: Text): Place | null {
  const [only, ...others] = text;
  return only !== undefined && others.length === 0 ? only.place : null;
}
