import { checkText } from '../spec/check-value.ts';
import { defineRule } from './define-rule.ts';
import { describeRequest } from './describe-request.ts';
import { isListRead } from './is-list-read.ts';
import { findEntry, formatOf, formatsOf, isSentAnywhere } from './request-facts.ts';
import { describeOrigin, literalText, literalValues, locateEntry, oneForEachPlace } from './sent-entry.ts';
import { visitAllRequests } from './visit-requests.ts';
import type { Entry } from '../requests/request-site.ts';
import type { AttributedRequest } from './judge-request.ts';
import type { SentEntry } from './sent-entry.ts';

type MessageId = 'noMediaType' | 'otherFormat' | 'overCap' | 'noCount' | 'alone' | 'none' | 'invalid';

export const validHeaderValues = defineRule<[], MessageId>({
  name: 'valid-header-values',
  meta: {
    type: 'problem',
    docs: { description: 'Require values of headers, and sizes of pages, that the operation accepts', recommended: 'error', strict: 'error' },
    schema: [],
    messages: {
      noMediaType: "{{operation}} is asked for '{{value}}'{{through}}, which is no media type. Write one such as 'application/json'.",
      otherFormat: "{{operation}} is asked for '{{value}}'{{through}} and its answer is parsed as {{format}}. Ask for what is parsed.",
      overCap: '{{operation}} takes a {{name}} of at most {{cap}}, not {{value}}{{through}}. Read more in pages.',
      noCount: "{{name}} of {{operation}} is a number, not '{{value}}'{{through}}.",
      alone: '{{operation}} is sent with {{name}} and without {{other}}{{through}}. {{reason}}',
      none: '{{operation}} is sent with {{name}} {{value}} and its items are read{{through}}. {{reason}}',
      invalid: "{{operation}} takes {{expected}} as {{name}}, not '{{value}}'{{through}}.",
    },
  },
  create(context) {
    return visitAllRequests(context, (requests) => {
      const faults = requests.flatMap((request) => [...findAcceptFaults(request), ...findPageFaults(request), ...findParameterFaults(request)]);
      for (const fault of oneForEachPlace(faults)) {
        context.report({
          loc: locateEntry(context, fault),
          messageId: fault.messageId,
          data: describeRequest(fault.request, { ...fault.data, name: fault.entry.name, through: describeOrigin(context, fault) }),
        });
      }
    });
  },
});

/** A named value that an operation does not take. */
interface Fault extends SentEntry {
  readonly messageId: MessageId;
  readonly data: Record<string, unknown>;
}

function findAcceptFaults(request: AttributedRequest): readonly Fault[] {
  const { accept, site } = request;
  const entry = findEntry(site.headers, 'Accept');
  const [value] = entry === null ? [] : literalValues(entry);
  if (entry === null || value === undefined) return [];
  if (value.split(',').some((type) => !/^\s*(?:\*|[\w.+-]+)\/(?:\*|[\w.+-]+)\s*(?:;|$)/.test(type))) return [{ request, entry, messageId: 'noMediaType', data: { value } }];

  const { format } = site.response;
  const answers = formatsOf(request.operation);
  // where there is nothing else, it comes whatever is asked for
  if (format === 'xml' && answers.length > 0 && answers.every((answer) => answer === 'xml')) return [];
  const isParsed = format === 'json' || format === 'xml';
  const asksOnly = accept === 'json' || accept === 'xml' ? accept : null;
  const isOther = isParsed && asksOnly !== null && asksOnly !== format && !value.split(',').some((type) => type.includes('*') || formatOf(type) === format);
  return isOther ? [{ request, entry, messageId: 'otherFormat', data: { value, format: format.toUpperCase() } }] : [];
}

/** Pages of lists, in headers or in the query. */
function findPageFaults(request: AttributedRequest): readonly Fault[] {
  const { description, operation, site } = request;
  const { paging } = description;
  if (paging === null) return [];

  const start = entryOf(request, paging.start);
  const size = entryOf(request, paging.size);
  const counts = [start, size].flatMap((entry): readonly Fault[] => {
    const value = entry === null ? undefined : literalValues(entry).find((text) => !/^\d+$/.test(text));
    return entry === null || value === undefined ? [] : [{ request, entry, messageId: 'noCount', data: { value } }];
  });
  if (counts.length > 0) return counts;

  const cap = operation?.pageLimit?.max ?? null;
  const over = size === null || cap === null ? undefined : literalValues(size).find((value) => Number(value) > cap);
  if (size !== null && over !== undefined) return [{ request, entry: size, messageId: 'overCap', data: { cap, value: over } }];

  const isMissing = (name: string): boolean => isSentAnywhere(site, name) === 'never';
  if (size !== null && isMissing(paging.start)) {
    const asksForNone = size.values?.every((value) => /^0+$/.test(literalText(value) ?? '')) === true;
    if (asksForNone && paging.zero !== null && isListRead(request)) return [{ request, entry: size, messageId: 'none', data: { value: 0, reason: paging.zero } }];
    if (asksForNone || size.presence === 'maybe' || paging.alone === null) return [];
    return [{ request, entry: size, messageId: 'alone', data: { other: paging.start, reason: paging.alone } }];
  }
  const isAlone = start?.presence === 'always' && isMissing(paging.size) && paging.alone !== null;
  return isAlone ? [{ request, entry: start, messageId: 'alone', data: { other: paging.size, reason: paging.alone } }] : [];
}

function entryOf({ site }: AttributedRequest, name: string): Entry | null {
  return findEntry(site.headers, name) ?? findEntry(site.query, name);
}

/** What the operation's own header parameters say of their values. */
function findParameterFaults(request: AttributedRequest): readonly Fault[] {
  const { description, operation, site } = request;
  return (operation?.parameters ?? []).flatMap(({ location, name, schema }): readonly Fault[] => {
    const entry = location === 'header' ? findEntry(site.headers, name) : null;
    if (entry === null) return [];
    for (const value of literalValues(entry)) {
      const fault = checkText(description.document, schema, [value]);
      if (fault !== null) return [{ request, entry, messageId: 'invalid', data: { expected: fault.expected, value } }];
    }
    return [];
  });
}
