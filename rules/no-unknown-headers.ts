import { defineRule } from './define-rule.ts';
import { describeRequest } from './describe-request.ts';
import { fixWith } from './edit-path.ts';
import { isReportedThere, isSamePlace } from './is-reported-there.ts';
import { isOwned } from './locate.ts';
import { isOwnName, knownHeaders, meantHeader } from './meant-header.ts';
import { describeOrigin, locateEntry, oneForEachPlace } from './sent-entry.ts';
import { visitAllRequests } from './visit-requests.ts';
import type { Entry } from '../requests/request-site.ts';
import type { RuleContext } from './define-rule.ts';
import type { Edit } from './editable.ts';
import type { AttributedRequest } from './judge-request.ts';
import type { SentEntry } from './sent-entry.ts';

type Options = [{ readonly report?: 'misspelt' | 'all' }];
type MessageId = 'misspelt' | 'unknown' | 'useName';

export const noUnknownHeaders = defineRule<Options, MessageId>({
  name: 'no-unknown-headers',
  meta: {
    type: 'problem',
    docs: {
      description: 'Disallow headers that the API does not know',
      recommended: 'error',
      strict: ['error', { report: 'all' }],
    },
    hasSuggestions: true,
    schema: [
      {
        type: 'object',
        properties: {
          report: { type: 'string', enum: ['misspelt', 'all'], description: 'Report names that are nearly known ones, or every one of the API that it does not know.' },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ report: 'misspelt' }],
    messages: {
      misspelt: '{{api}} knows no {{name}}{{through}}. Did you mean {{near}}?',
      unknown: '{{api}} knows no {{name}}{{through}}. Leave it out, or correct its name.',
      useName: 'Send {{near}}.',
    },
  },
  create(context) {
    const [{ report }] = context.options;

    return visitAllRequests(context, (requests) => {
      for (const sent of oneForEachPlace(requests.flatMap(findUnknown))) {
        if (sent.near === null && report !== 'all') continue;
        if (isReportedThere(context, sent.entry.place, (other) => findUnknown(other).some(({ entry }) => isSamePlace(entry.place, sent.entry.place)))) continue;
        const data = describeRequest(sent.request, { name: sent.entry.name, near: sent.near, through: describeOrigin(context, sent) });
        const edit = sent.near === null ? null : renameEntry(context, sent.entry, sent.near);
        context.report({
          loc: locateEntry(context, sent),
          messageId: sent.near === null ? 'unknown' : 'misspelt',
          data,
          suggest: edit === null ? [] : [{ messageId: 'useName', data, fix: fixWith([edit]) }],
        });
      }
    });
  },
});

/** A name that an API does not know, and the known one that was most likely meant. */
interface Unknown extends SentEntry {
  readonly near: string | null;
}

/** The headers that are nearly known ones, or of the API's own family and not known; query parameters of that family too. */
function findUnknown(request: AttributedRequest): readonly Unknown[] {
  const { description, site } = request;
  // without a list of headers nothing tells which are missing in it
  if (description.headers.length === 0) return [];

  const known = new Set(knownHeaders(request).map((name) => name.toLowerCase()));
  const isKnown = (name: string): boolean => known.has(name.toLowerCase());
  const isOwn = (name: string): boolean => isOwnName(request, name);
  const near = (name: string): string | null => meantHeader(request, name);
  return [
    ...site.headers.entries.filter(({ name }) => !isKnown(name)).map((entry) => ({ request, entry, near: near(entry.name) })),
    ...site.query.entries.filter(({ name }) => isOwn(name) && !isKnown(name)).map((entry) => ({ request, entry, near: near(entry.name) })),
  ].filter(({ entry, near: meant }) => meant !== null || isOwn(entry.name));
}

/** The edit that gives an entry another name; null when the linted file does not have the name as it is. */
function renameEntry(context: Linted, { name, place, entryPlace, written }: Entry, to: string): Edit | null {
  if (!isOwned(context, place)) return null;
  const text = context.sourceCode.text.slice(place.start, place.end);
  const at = place.start + text.indexOf(name);
  if (!text.includes(name)) return null;
  if (text !== name || written === 'url') return { place: { file: place.file, start: at, end: at + name.length }, text: to };
  // a bare key becomes a quoted one, and a shorthand keeps its variable
  const isShorthand = entryPlace !== null && entryPlace.start === place.start && entryPlace.end === place.end;
  return { place, text: isShorthand ? `'${to}': ${name}` : `'${to}'` };
}

type Linted = RuleContext<string, readonly unknown[]>;
