import { addAtCall, addToConfig, addToHeaders, headersGiven } from '../rules/add-headers.ts';
import { groupBy } from '../rules/group-by.ts';
import { isSentAnywhere } from '../rules/request-facts.ts';
import { nodePath } from '../rules/node-path.ts';
import { isMadeFor } from './is-made-for.ts';
import { addFactoryOption, factoryCallOf } from './factory-call.ts';
import type { TSESTree } from '@typescript-eslint/types';
import type { Place, RequestSite } from '../requests/request-site.ts';
import type { HeadersGiven } from '../rules/add-headers.ts';
import type { Edit, Editable } from '../rules/editable.ts';
import type { AttributedRequest } from '../rules/judge-request.ts';
import type { HeaderDemand } from '../spec/description.ts';
import type { CodemodProject } from './codemod.ts';

/** A demand that a request surely does not meet. */
export interface Lack {
  readonly request: AttributedRequest;
  readonly demand: HeaderDemand;
}

/** Where headers can be put for all requests that go through a place. */
export interface HeaderPlace {
  readonly place: Place;
  /** In words, for the report: ` for all that the instance sends`, empty for one call. */
  readonly scope: string;
  /** All requests that get the headers. */
  readonly through: ReadonlySet<AttributedRequest>;
  /** The edit that puts properties or spreads (source text) there, under what is sent already; null: it cannot be made. */
  readonly insert: (properties: readonly string[]) => Edit | null;
}

/**
 * The place for each lack: the one that serves the most requests which have the same lack, and suits all that go through
 * it. What has no place is left out.
 */
export function chooseHeaderPlaces(project: CodemodProject, requests: readonly AttributedRequest[], lacks: readonly Lack[]): ReadonlyMap<HeaderPlace, readonly Lack[]> {
  const places = listPlaces(project, requests);
  const chosen = new Map<HeaderPlace, Lack[]>();
  const left = new Set(lacks);
  const candidates = [...groupLacks(lacks).values()].flatMap((same) => places.map((place) => ({ place, same })));
  const served = ({ place, same }: (typeof candidates)[number]): readonly Lack[] => same.filter((lack) => left.has(lack) && place.through.has(lack.request));
  const sorted = candidates.map((candidate) => ({ ...candidate, count: served(candidate).length })).filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
  for (const candidate of sorted) {
    const now = served(candidate);
    const [first] = now;
    if (first === undefined || !suitsAll(candidate.place, candidate.same)) continue;
    chosen.set(candidate.place, [...(chosen.get(candidate.place) ?? []), ...now]);
    for (const lack of now) left.delete(lack);
  }
  return chosen;
}

/** Lacks of the same header with the same value. */
function groupLacks(lacks: readonly Lack[]): Map<string, Lack[]> {
  return groupBy(lacks, ({ demand }) => `${demand.anyOf.join().toLowerCase()} ${demand.value ?? ''}`);
}

/**
 * Who sends the header already keeps its own. A value that belongs to the app does no harm to others; a format that is
 * asked for would to those who read another one.
 */
function suitsAll({ through }: HeaderPlace, lacks: readonly Lack[]): boolean {
  const [first] = lacks;
  if (first === undefined) return false;
  const { value, anyOf } = first.demand;
  if (anyOf.some((name) => spellingsOf(through, name).length > 1)) return false;
  if (value === null) return true;
  const lacking = new Set(lacks.map(({ request }) => request));
  return [...through].every((request) => {
    if (lacking.has(request) || anyOf.some((name) => isSentAnywhere(request.site, name) === 'always')) return true;
    const { format } = request.site.response;
    return format === null || value.includes(format);
  });
}

/** How a name is written where requests send it: a client that joins headers of the same name would send both. */
export function spellingsOf(requests: Iterable<AttributedRequest>, name: string): readonly string[] {
  const lower = name.toLowerCase();
  return [...new Set([...requests].flatMap(({ site }) => site.headers.entries.flatMap((entry) => (entry.name.toLowerCase() === lower ? [entry.name] : []))))];
}

/** Every place that requests share, those that more depend on first where they serve alike. */
function listPlaces(project: CodemodProject, requests: readonly AttributedRequest[]): readonly HeaderPlace[] {
  return [
    ...placesOf(project, requests, ({ instance }) => [instance], (through, first) => instancePlace(project, through, first)),
    ...placesOf(project, requests, ({ headers: { container } }) => [container?.kind === 'url' ? null : container?.place ?? null], (through, { headers }) => ({
      scope: scopeOf(through), insert: (properties) => addToHeaders(project, headers, properties),
    })),
    ...placesOf(project, requests, (site) => headerObjects(project, site), (through, { headers }, place) => ({
      scope: scopeOf(through), insert: (properties) => addToHeaders(project, { ...headers, container: { kind: 'object', place } }, properties),
    })),
    ...placesOf(project, requests, ({ send }) => [send], (through, first) => {
      const given = headersGiven(through.map(({ site }) => site));
      return { scope: scopeOf(through), insert: (properties) => addAtCall(project, first, properties, given) };
    }),
  ];
}

function scopeOf(through: readonly AttributedRequest[]): string {
  return through.length > 1 ? ` to ${String(through.length)} requests` : '';
}

/** The object literals, all of which a request surely sends as headers, that are not its own: they are handed on to where it is sent. */
function headerObjects(project: CodemodProject, { headers: { entries, container } }: RequestSite): readonly Place[] {
  const names = new Set(entries.filter(({ presence }) => presence === 'always').map(({ name }) => name.toLowerCase()));
  return entries.flatMap(({ entryPlace, presence, written }): readonly Place[] => {
    const file = entryPlace === null || presence !== 'always' || written !== 'object' ? null : project.fileOf(entryPlace.file);
    const [object, property] = file === null || entryPlace === null ? [] : nodePath(file.program, entryPlace).slice(-2);
    if (file === null || property?.type !== 'Property' || object?.type !== 'ObjectExpression' || object.range[0] === container?.place.start) return [];
    const isAll = object.properties.every((one) => one.type === 'Property' && !one.computed && names.has(nameOf(one.key)?.toLowerCase() ?? ''));
    return isAll ? [{ file: file.file, start: object.range[0], end: object.range[1] }] : [];
  });
}

type Inserting = Pick<HeaderPlace, 'scope' | 'insert'>;

/** The places at which an edit can be made. */
function placesOf(
  project: CodemodProject,
  requests: readonly AttributedRequest[],
  placeOf: (site: RequestSite) => readonly (Place | null)[],
  make: (through: readonly AttributedRequest[], first: RequestSite, place: Place) => Inserting | null,
): readonly HeaderPlace[] {
  const groups = new Map<string, { readonly place: Place; readonly through: AttributedRequest[] }>();
  for (const request of requests) {
    for (const place of placeOf(request.site)) {
      if (place === null) continue;
      const key = `${place.file}:${String(place.start)}:${String(place.end)}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { place, through: [request] });
      else if (group.through.at(-1) !== request) group.through.push(request);
    }
  }
  return [...groups.values()].flatMap(({ place, through }): readonly HeaderPlace[] => {
    const [first] = through;
    const inserting = first === undefined ? null : make(through, first.site, place);
    const edit = inserting?.insert(['X: 1']) ?? null;
    return inserting === null || edit === null || !isMadeFor(project, edit.place, through) ? [] : [{ place, through: new Set(through), ...inserting }];
  });
}

/** An instance whose calls replace its headers would not send them. */
function instancePlace(target: Editable, through: readonly AttributedRequest[], first: RequestSite): Inserting | null {
  const factory = factoryCallOf(target, first);
  const key = factory?.model.config.headers?.[0];
  if (factory === null || key === undefined || key.includes('.') || (factory.model.replacesHeaders === true && headersGiven(through.map(({ site }) => site)) !== 'nothing')) return null;
  const config = factory.node.arguments[factory.index];
  const scope = through.length > 1 ? ' to all that the instance sends' : '';
  if (config?.type === 'ObjectExpression') return { scope, insert: (properties) => addToConfig(target, factory.file, config, key, properties, givenTo(config, key)) };
  return config === undefined ? { scope, insert: (properties) => addFactoryOption(factory, `${key}: { ${properties.join(', ')} }`) } : null;
}

function nameOf(key: TSESTree.Node): string | null {
  if (key.type === 'Identifier') return key.name;
  return key.type === 'Literal' && typeof key.value === 'string' ? key.value : null;
}

/** A value that is written as a name may be anything. */
function givenTo({ properties }: TSESTree.ObjectExpression, key: string): HeadersGiven {
  const property = properties.find((one) => one.type === 'Property' && one.key.type === 'Identifier' && one.key.name === key);
  if (property?.type !== 'Property') return 'nothing';
  return property.value.type === 'ObjectExpression' ? 'objects' : 'unknown';
}
