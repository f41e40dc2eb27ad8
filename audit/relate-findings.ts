import { printText } from '../requests/print-text.ts';
import { readCause } from './read-cause.ts';
import { reasonNotToRepeat } from '../rules/is-safe-to-repeat.ts';
import type { Place, RequestSite } from '../requests/request-site.ts';
import type { LintFinding } from './lint-outcome.ts';
import type { ListedRequest } from './listed-request.ts';
import type { PlaceLocator, Position } from './locate-places.ts';

/** Tells which requests a finding is about, in the order of the report; none where that cannot be known. */
export type RelateFinding = (finding: LintFinding) => readonly ListedRequest[];

/**
 * Makes what joins findings to requests, by where they stand: a finding stands at a piece of a request, at the function that
 * sends for several, or names that function in its message. Of the requests that share a place, those are meant to which the
 * finding applies, or which it names.
 */
export function relateFindings(requests: readonly ListedRequest[], locator: PlaceLocator): RelateFinding {
  const byFile = new Map<string, Ranged[]>();
  const byCause = new Map<string, ListedRequest[]>();
  for (const listed of requests) {
    for (const place of new Set(piecesOf(listed.judged.site))) {
      const ranged = { listed, size: place.end - place.start, start: locator.positionOf(place.file, place.start), end: locator.positionOf(place.file, place.end) };
      push(byFile, place.file, ranged);
      push(byCause, locator.print(place), listed);
    }
  }
  const order = new Map(requests.map((listed, index) => [listed, index]));
  return (finding) => {
    const { cause, more } = readCause(finding);
    const here = findHere(finding, byFile.get(finding.file) ?? []);
    const shared = cause === null ? [] : (byCause.get(cause) ?? []);
    const isShared = more > 0 || cause !== null || / It is one for \d+ requests /.test(finding.message);
    const found = [...new Set([...here, ...shared])].filter((listed) => applies(finding.rule, listed));
    const named = isShared && found.length > 1 ? [] : found.filter((listed) => isNamed(listed, finding.message));
    return (named.length > 0 ? named : found).sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  };
}

interface Ranged {
  readonly listed: ListedRequest;
  readonly size: number;
  readonly start: Position;
  readonly end: Position;
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}

/** Every place that a finding about a request can stand at. */
function piecesOf({ body, call, handling, headers, instance, lostHeaders, methodPlace, place, query, response, send, unverified, url, via }: RequestSite): readonly Place[] {
  const pieces: readonly (Place | null | undefined)[] = [
    place, call, send, url, instance, methodPlace, unverified, body?.place, handling.swallowedAt, handling.deadline, response.place,
    ...via.flatMap((wrapper) => [wrapper.place, wrapper.call]),
    ...[...headers.entries, ...query.entries, ...(body?.fields?.entries ?? [])].flatMap((entry) => [entry.place, entry.entryPlace, ...(entry.values ?? []).flatMap((text) => text.map((part) => part.place))]),
    ...lostHeaders.flatMap(({ place: lost, by }) => [lost, by]),
    ...handling.repeats.map((repeat) => repeat.place),
    ...response.reads.map((read) => read.place),
    ...response.unguarded.map((read) => read.place),
    ...response.declared.map((declared) => declared.place),
  ];
  return pieces.filter((piece) => piece !== null && piece !== undefined);
}

/** The requests with a piece exactly there; else those whose smallest piece is around it; else those with a piece in it. */
function findHere({ column, endColumn, endLine, line }: LintFinding, ranges: readonly Ranged[]): readonly ListedRequest[] {
  const [start, end] = [{ line, column }, { line: endLine, column: endColumn }];
  const exact = ranges.filter((range) => compare(range.start, start) === 0 && compare(range.end, end) === 0);
  if (exact.length > 0) return exact.map(({ listed }) => listed);
  const around = ranges.filter((range) => compare(range.start, start) <= 0 && compare(end, range.end) <= 0);
  const smallest = Math.min(...around.map(({ size }) => size));
  if (around.length > 0) return around.filter(({ size }) => size === smallest).map(({ listed }) => listed);
  return ranges.filter((range) => compare(start, range.start) <= 0 && compare(range.end, end) <= 0).map(({ listed }) => listed);
}

function compare(one: Position, other: Position): number {
  return one.line - other.line || one.column - other.column;
}

/** Whether the message speaks of this very request. */
function isNamed({ judged: { operation, site } }: ListedRequest, message: string): boolean {
  const path = site.path === null ? null : printText(site.path);
  return (operation !== null && mentions(message, operation.label)) || (path !== null && (mentions(message, `${site.method ?? '?'} ${path}`) || mentions(message, path)));
}

/** Whether a message holds a path, and not merely one that goes on behind it. */
function mentions(message: string, words: string): boolean {
  for (let at = message.indexOf(words); at >= 0; at = message.indexOf(words, at + 1)) {
    const next = message.charAt(at + words.length);
    const before = message.charAt(at - 1);
    if (!/[\w/{}:*-]/.test(next) && !/[\w/}]/.test(before) && !(next === '.' && /\w/.test(message.charAt(at + words.length + 1)))) return true;
  }
  return false;
}

type Test = (listed: ListedRequest) => boolean;

/** What must be so of a request for a finding of these rules to be about it, where the place alone tells too little. */
const APPLIES: Readonly<Record<string, Test>> = {
  'require-timeout': ({ judged: { site } }) => site.handling.timeout !== true,
  'require-status-check': ({ judged: { site } }) => site.handling.status === 'ignored',
  'no-swallowed-errors': ({ judged: { site } }) => site.handling.status === 'swallowed',
  'no-unsafe-retry': ({ judged: { operation, site } }) => site.handling.retry === true && (operation === null || reasonNotToRepeat(operation) !== null || site.handling.repeats.some(({ statuses }) => statuses === 'all' || statuses?.includes(401) === true)),
  'require-bounded-retry': ({ judged: { site } }) => site.handling.retry === true,
  'honor-retry-after': ({ judged: { site } }) => site.handling.retry === true,
  'prefer-retry': ({ judged: { site } }) => site.handling.retry !== true,
  'check-status-before-body': ({ judged: { site } }) => site.handling.bodyBeforeCheck,
  'distinguish-statuses': ({ judged: { operation } }) => operation !== null,
  'no-stream-timeout': ({ judged: { operation } }) => operation?.stream === true,
  'no-token-in-url': ({ request }) => request.token === 'query' || request.token === 'both' || request.token === null,
  'no-disabled-tls': ({ judged: { site } }) => site.unverified !== null,
  'no-plain-http': ({ judged: { site } }) => site.base.scheme === 'http' || site.base.scheme === 'ws' || site.base.scheme === null,
};

function applies(rule: string, listed: ListedRequest): boolean {
  return APPLIES[rule.slice(rule.indexOf('/') + 1)]?.(listed) ?? true;
}
