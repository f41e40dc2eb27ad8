import { describeRequest } from './describe-request.ts';
import { explainHandling } from './explain-handling.ts';
import type { Entries, Hole, HoleReason, Place, RequestSite, Text, TextPart } from '../requests/request-site.ts';
import type { JudgedRequest } from '../rules/judge-request.ts';
import type { ExplainedEntries, ExplainedEvidence, ExplainedPart, ExplainedPlace, ExplainedRequest, ExplainedStep } from './explanation.ts';
import type { PlaceLocator } from './locate-places.ts';

/** A request with where each thing that is known of it comes from. `listed`: the report lists it. */
export function explainRequest(judged: JudgedRequest, locator: PlaceLocator, listed: boolean): ExplainedRequest {
  const { site } = judged;
  const at = (place: Place | null): ExplainedPlace | null => (place === null ? null : locatePlace(place, locator));
  return {
    ...describeRequest(judged, locator),
    listed,
    chain: explainChain(site, locator),
    evidence: explainEvidence(judged, locator),
    pathParts: (site.path ?? []).map((part) => explainPart(part, at)),
    methodPlace: at(site.methodPlace),
    queryEntries: explainEntries(site.query, at),
    headerEntries: explainEntries(site.headers, at),
    handling: explainHandling(site, at),
    standingReason: explainStanding(judged),
  };
}

function locatePlace({ file, start }: Place, locator: PlaceLocator): ExplainedPlace {
  return { file: locator.nameOf(file), ...locator.positionOf(file, start) };
}

function explainChain({ via, send, client }: RequestSite, locator: PlaceLocator): readonly ExplainedStep[] {
  const wrappers = via.map(({ name, place, call }) => ({ name, declared: locatePlace(place, locator), called: call === undefined ? null : locatePlace(call, locator) }));
  return [...wrappers, { name: client, declared: locatePlace(send, locator), called: null }];
}

function explainEvidence({ site, targetReason }: JudgedRequest, locator: PlaceLocator): ExplainedEvidence {
  const { base } = site;
  const by = base.declaredBy;
  return {
    reason: base.declared === false ? 'It is declared to go to none of the described APIs.' : targetReason,
    declaredBy: by === undefined ? null : typeof by === 'string' ? by : `a comment at ${locator.print(by)}`,
    host: base.host,
    base: printWithWords(base.text),
    words: [...new Set(base.words)],
  };
}

function explainPart(part: TextPart, at: (place: Place | null) => ExplainedPlace | null): ExplainedPart {
  if (part.kind === 'literal') return { text: part.text, place: at(part.place), unknown: null };
  return { text: '{}', place: at(part.place), unknown: explainHole(part) };
}

/** What is known of an unknown value, and why no more: `sectionId: a parameter, a number`. */
function explainHole({ words, reason, type, encoded, fedByParameter }: Hole): string {
  const known = [
    REASONS[reason],
    reason === 'parameter' || fedByParameter !== true ? '' : 'given by a caller',
    type === undefined ? '' : `of type ${type}`,
    encoded === true ? 'encoded' : '',
  ];
  return `${words.length === 0 ? '' : `${words.join('.')}: `}${known.filter((text) => text !== '').join(', ')}`;
}

const REASONS: Readonly<Record<HoleReason, string>> = {
  parameter: 'a parameter',
  import: 'from a package that is not read',
  global: 'a global of unknown value',
  response: 'read from a response',
  call: 'what a call returns that is not followed',
  loop: 'changed in a loop',
  recursion: 'depends on itself',
  limit: 'past the bounds of the analysis',
  dynamic: 'not known before the program runs',
  unset: 'set nowhere in sight',
};

function explainEntries({ entries, open, reason }: Entries, at: (place: Place | null) => ExplainedPlace | null): ExplainedEntries {
  return {
    entries: entries.map(({ name, presence, values, place, entryPlace }) => ({ name, presence, values: values === null ? null : [...new Set(values.map(printWithWords))], place: at(place ?? entryPlace) })),
    open: open ? (reason ?? 'something that is not known') : null,
  };
}

/** The text with the words of what is not known: `Bearer {config.token}`. */
function printWithWords(text: Text): string {
  return text.map((part) => (part.kind === 'literal' ? part.text : `{${part.words.join('.')}}`)).join('');
}

function explainStanding({ site, target, standing, operation, candidates, description }: JudgedRequest): string {
  if (target === null) return 'No operation is looked for, because no API is known.';
  const { title = '', name = '' } = description ?? {};
  const api = title === '' ? name : title;
  if (site.path === null) return `No operation is looked for in ${api}, because the path is not known.`;
  if (operation !== null) return `${operation.label} is ${standing} in ${api}.`;
  switch (standing) {
    case 'wrong-method': return `${api} has the path, and not with ${site.method ?? 'this method'}: ${candidates.map(({ label }) => label).join(', ')}.`;
    case 'unknown': return `${api} has no such path.`;
    default: return candidates.length === 0 ? `${api} may have the path or not: it is not known enough.` : `It can be any of ${candidates.slice(0, 5).map(({ label }) => label).join(', ')}${candidates.length > 5 ? ` and ${String(candidates.length - 5)} more` : ''}.`;
  }
}
