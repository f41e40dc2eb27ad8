import { isPlaceIn } from '../requests/is-place-in.ts';
import { defineRule } from './define-rule.ts';
import { describeRequest } from './describe-request.ts';
import { readPlace } from './engine.ts';
import { isOwned } from './locate.ts';
import { findEntry } from './request-facts.ts';
import { describeOrigin, locateEntry, oneForEachPlace } from './sent-entry.ts';
import { visitAllRequests } from './visit-requests.ts';
import { variableOf } from './variable-of.ts';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { Entry, Hole, Place } from '../requests/request-site.ts';
import type { HeaderFact } from '../spec/description.ts';
import type { RuleContext } from './define-rule.ts';
import type { AttributedRequest } from './judge-request.ts';
import type { SentEntry } from './sent-entry.ts';

type MessageId = 'madeAnew';

export const stableClientIdentifier = defineRule<[], MessageId>({
  name: 'stable-client-identifier',
  meta: {
    type: 'problem',
    docs: { description: 'Disallow identifiers of the client that are made anew for each request', recommended: 'error', strict: 'error' },
    schema: [],
    messages: {
      madeAnew: '{{name}} is made anew each time {{operation}} is sent{{through}}, so that every call comes from another client. Make it once and keep it{{wanted}}.',
    },
  },
  create(context) {
    return visitAllRequests(context, (requests) => {
      const sent = requests.flatMap((request) => findStable(request)).filter(({ entry }) => isMadeHere(context, entry));
      for (const found of oneForEachPlace(sent)) {
        const wanted = found.fact.values === null ? '' : `: ${found.fact.values}`;
        context.report({
          loc: locateEntry(context, found),
          messageId: 'madeAnew',
          data: describeRequest(found.request, { name: found.entry.name, wanted, through: describeOrigin(context, found) }),
        });
      }
    });
  },
});

interface Stable extends SentEntry {
  readonly fact: HeaderFact;
}

/** The values of a request that should be the same each time and surely are not. */
function findStable(request: AttributedRequest): readonly Stable[] {
  const { description, site } = request;
  return description.headers.filter(({ stable }) => stable).flatMap((fact) => {
    const entry = findEntry(site.headers, fact.name) ?? findEntry(site.query, fact.name);
    const isFresh = entry?.values?.every((text) => freshParts(text).length > 0) === true && entry.values.length > 0;
    return entry !== null && isFresh ? [{ request, entry, fact }] : [];
  });
}

function freshParts(text: readonly object[]): readonly Hole[] {
  return text.filter((part): part is Hole => 'fresh' in part && part.fresh === true);
}

/**
 * Whether nobody else can have kept the value: it is made in the entry itself, by a call there, or in a constant that is
 * used for nothing else.
 */
function isMadeHere(context: RuleContext<MessageId, []>, { entryPlace, values }: Entry): boolean {
  if (entryPlace === null) return false;
  const parts = (values ?? []).flatMap(freshParts);
  if (parts.every(({ place }) => place !== null && isPlaceIn(place, entryPlace))) return true;

  const isHere: boolean = isOwned(context, entryPlace);
  const written = (isHere ? context.sourceCode.text.slice(entryPlace.start, entryPlace.end) : readPlace(entryPlace)) ?? '';
  if (/[\w$]\([^()]*\)\s*\)?$/.test(written) && !/^\s*[\w.]+\(\s*["'`][^"'`]*["'`]\s*,\s*[\w.$]+\s*\)$/.test(written)) return true;
  return isHere && isOnlyUse(context, entryPlace);
}

/** Whether the last word of the entry is a constant that nothing else reads. */
function isOnlyUse({ sourceCode }: RuleContext<MessageId, []>, { start, end }: Place): boolean {
  const word = /[\w$]+(?=\W*$)/.exec(sourceCode.text.slice(start, end));
  const node = word === null ? null : sourceCode.getNodeByRangeIndex(start + word.index);
  if (node?.type !== 'Identifier') return false;
  const references = readsOf(variableOf(sourceCode, node));
  return references.length > 0 && references.every(([from]) => from >= start && from < end);
}

/** Where a constant is read; nowhere when it is no constant. */
function readsOf(variable: TSESLint.Scope.Variable | null): readonly TSESTree.Range[] {
  const isConstant = variable?.defs.every((def) => def.type === 'Variable' && def.parent.kind === 'const') === true;
  return isConstant ? variable.references.filter((reference) => reference.isRead()).map(({ identifier }) => identifier.range) : [];
}
