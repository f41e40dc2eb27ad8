import { isAttributed } from '../rules/judge-request.ts';
import { meantHeader, isOwnName } from '../rules/meant-header.ts';
import { queryOf } from '../rules/query-facts.ts';
import { isHeaderSent, isSentAnywhere } from '../rules/request-facts.ts';
import { listParameters } from './list-parameters.ts';
import { placeOf, uniquePlaces } from './listed-request.ts';
import type { Sent } from '../rules/request-facts.ts';
import type { Entries } from '../requests/request-site.ts';
import type { Operation, Parameter } from '../spec/description.ts';
import type { QueryName } from '../spec/find-query-name.ts';
import type { ListedRequest } from './listed-request.ts';
import type { CodePlace, NameUse, ParameterFact, StrayName } from './audit-sections.ts';

/** How the parameters of an operation, and the fields of its body, are sent by the requests that send it. */
export function countParameters(operation: Operation, requests: readonly ListedRequest[]): readonly NameUse[] {
  const facts = listParameters(operation).filter(({ location }) => location !== 'header');
  return facts.map((fact) => countUse(fact, requests.map((request) => parameterSent(fact, request))));
}

/**
 * How the headers are sent that an operation takes, or that its description demands of it, by name. One that the HTTP client
 * sends by itself is sent.
 */
export function countHeaders(operation: Operation, requests: readonly ListedRequest[]): readonly NameUse[] {
  const own = listParameters(operation).filter(({ location }) => location === 'header');
  const demanded = operation.headerDemands.filter(({ when }) => !when.startsWith('query:') && (when !== 'secured' || operation.secured));
  const facts = new Map(own.map((fact) => [fact.name.toLowerCase(), fact]));
  for (const { anyOf, recommended } of demanded) {
    const [name] = anyOf;
    if (name === undefined || anyOf.some((one) => facts.has(one.toLowerCase()))) continue;
    facts.set(name.toLowerCase(), { name, location: 'header', required: recommended === 'error' });
  }
  return [...facts.values()].map((fact) => countUse(fact, requests.map((request) => headerSent(fact.name, request))));
}

/** Names in the query that the operation surely does not have. */
export function findStrayParameters(requests: readonly ListedRequest[]): readonly StrayName[] {
  return collect(requests, ({ judged }) => {
    if (!isAttributed(judged)) return [];
    return queryOf(judged).flatMap(({ entry, meaning }) => (meaning.kind === 'unknown' ? [entry.name] : []));
  });
}

/** Headers of the API's own family, or nearly known ones, that it does not know. */
export function findStrayHeaders(requests: readonly ListedRequest[]): readonly StrayName[] {
  return collect(requests, ({ judged }) => {
    if (!isAttributed(judged) || judged.description.headers.length === 0) return [];
    const known = new Set([...judged.description.headers, ...(judged.operation?.parameters ?? [])].map(({ name }) => name.toLowerCase()));
    const names = judged.site.headers.entries.map(({ name }) => name).filter((name) => !known.has(name.toLowerCase()));
    return names.filter((name) => isOwnName(judged, name) || meantHeader(judged, name) !== null);
  });
}

function collect(requests: readonly ListedRequest[], namesOf: (request: ListedRequest) => readonly string[]): readonly StrayName[] {
  const places = new Map<string, CodePlace[]>();
  for (const request of requests) {
    for (const name of namesOf(request)) places.set(name, [...(places.get(name) ?? []), placeOf(request)]);
  }
  return [...places].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, sites]) => ({ name, sites: uniquePlaces(sites) }));
}

function countUse(fact: ParameterFact, sent: readonly Sent[]): NameUse {
  const count = (wanted: Sent): number => sent.filter((one) => one === wanted).length;
  return { ...fact, always: count('always'), maybe: count('maybe'), unknown: count('open') };
}

function parameterSent({ name, location }: ParameterFact, { judged }: ListedRequest): Sent {
  const { body, headers, query } = judged.site;
  if (location === 'path') return 'always';
  if (location === 'cookie') return headers.entries.some((entry) => entry.name.toLowerCase() === 'cookie') || headers.open ? 'open' : 'never';
  if (location === 'body') return body === null ? 'never' : body.fields === null ? dataSent(judged.site, name) : surest(body.fields, (sent) => sent === name);
  const meant = isAttributed(judged) ? queryOf(judged).filter(({ meaning }) => parameterOf(meaning)?.name === name) : [];
  if (meant.some(({ entry }) => entry.presence === 'always')) return 'always';
  return meant.length > 0 ? 'maybe' : query.open ? 'open' : 'never';
}

/** The parameter that a name in a query is, or belongs to: `sort` to the one that is a whole query of its own. */
function parameterOf(meaning: QueryName): Parameter | undefined {
  return meaning.kind === 'parameter' ? meaning.parameter : meaning.kind === 'free' ? meaning.holder : undefined;
}

/** Whether a field is in a JSON body, of which one value or several alternatives are known. */
function dataSent({ body }: ListedRequest['judged']['site'], name: string): Sent {
  if (body?.data === null || body?.data === undefined) return 'open';
  const each = body.data.map((datum): Sent => {
    const field = datum.fields?.find((one) => one.name === name);
    return field?.presence ?? (datum.open || datum.fields === null ? 'open' : 'never');
  });
  return each.length > 0 && each.every((sent) => sent === 'always') ? 'always' : each.some((sent) => sent === 'always' || sent === 'maybe') ? 'maybe' : each.includes('open') ? 'open' : 'never';
}

function surest({ entries, open }: Entries, fits: (name: string) => boolean): Sent {
  const found = entries.filter(({ name }) => fits(name));
  if (found.some(({ presence }) => presence === 'always')) return 'always';
  return found.length > 0 ? 'maybe' : open ? 'open' : 'never';
}

function headerSent(name: string, { judged: { description, site } }: ListedRequest): Sent {
  if (name.toLowerCase() === 'accept' && site.clientAccept !== null && isHeaderSent(site, name) !== 'always') return 'always';
  const isInQueryToo = description?.headers.some((fact) => fact.queryAlternative && fact.name.toLowerCase() === name.toLowerCase()) === true;
  return isInQueryToo ? isSentAnywhere(site, name) : isHeaderSent(site, name);
}
