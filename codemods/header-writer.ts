import { printProperty } from '../rules/add-property.ts';
import { findEntry } from '../rules/request-facts.ts';
import { findHeadersObject, shareHeaders } from './headers-module.ts';
import { spellingsOf } from './header-places.ts';
import { OBJECT_NAME } from './header-values.ts';
import { nameFor } from './name-for.ts';
import { readStyle } from './read-style.ts';
import { sharedName } from './share-exports.ts';
import { targetAt } from './value-at.ts';
import type { Entries } from '../requests/request-site.ts';
import type { EditedFile } from '../rules/editable.ts';
import type { AttributedRequest } from '../rules/judge-request.ts';
import type { AppHeader, AppValues } from './app-headers.ts';
import type { Change, CodemodProject, ImportNeed, Plan } from './codemod.ts';
import type { HeaderPlace, Lack } from './header-places.ts';
import type { HeaderValue, HeaderValues } from './header-values.ts';
import type { HeadersObject } from './headers-module.ts';
import type { Sharing } from './share-exports.ts';
import type { SharedModule } from './shared-module.ts';

/** Headers at one place. */
interface Writing {
  readonly place: HeaderPlace;
  readonly file: EditedFile;
  readonly lacks: readonly Lack[];
  readonly values: readonly HeaderValue[];
}

/** What a module has to export, and how to make it do so. */
interface Exporting {
  readonly module: SharedModule;
  readonly object: HeadersObject;
  readonly sharing: Sharing | null;
}

/** The changes that write what is lacking at each place: one for each place, with what they share. */
export function writeHeaders(project: CodemodProject, values: HeaderValues, places: ReadonlyMap<HeaderPlace, readonly Lack[]>): readonly Plan[] {
  const writings = [...places].flatMap(([place, lacks]): readonly Writing[] => {
    const edit = place.insert(['X: 1']);
    const file = edit === null ? null : project.fileOf(edit.place.file);
    const at = edit?.place ?? place.place;
    return file === null ? [] : [{ place, file, lacks, values: uniqueValues([...lacks].sort(byDescription).map((lack) => values.valueOf(lack, file, targetAt(file, at, lack.request.site)))) }];
  });
  const users = writings.filter((writing) => writing.values.some(isApp)).map(({ file }) => file);
  const moduleOf = values.shareAmong([...new Set(users)]);
  const exporting = listExports(project, writings, moduleOf);
  return writings.flatMap((writing) => {
    const needed = writing.values.filter(isApp);
    const module = needed.length === 0 ? null : moduleOf(writing.file);
    const reason = typeof module === 'string' ? module : whyNot(module === null ? null : exporting.get(module.file) ?? null);
    const written = reason === null ? writing.values : writing.values.filter((value) => !isApp(value));
    const refused = [...written.flatMap((value) => (value.kind === 'none' ? [value.reason] : [])), ...(reason === null ? [] : [reason])];
    const shared = module === null || typeof module === 'string' || reason !== null ? null : exporting.get(module.file) ?? null;
    const change = writeAt(project, { ...writing, values: written.filter(({ kind }) => kind !== 'none') }, shared);
    return [...(change === null ? [] : [change]), ...refused.map((text): Plan => ({ kind: 'skip', requests: requestsOf(writing.lacks), place: writing.place.place, reason: text }))];
  });
}

function whyNot(exporting: Exporting | null): string | null {
  return exporting?.sharing === null ? 'The module for the headers may not be changed, or does not parse. Name another one with --headers-module.' : null;
}

/** What each module has to export, by its file. */
function listExports(project: CodemodProject, writings: readonly Writing[], moduleOf: (file: EditedFile) => SharedModule | string): ReadonlyMap<string, Exporting> {
  const needs = new Map<string, { readonly module: SharedModule; readonly headers: Map<string, AppHeader>; readonly values: AppValues }>();
  for (const { file, values } of writings) {
    for (const value of values.filter(isApp)) {
      const module = moduleOf(file);
      if (typeof module === 'string') continue;
      const need = needs.get(module.file) ?? { module, headers: new Map<string, AppHeader>(), values: value.values };
      needs.set(module.file, need);
      need.headers.set(value.name.toLowerCase(), value.header);
    }
  }
  return new Map([...needs].map(([file, { module, headers, values }]) => {
    const sorted = [...headers.values()].sort((a, b) => a.order - b.order);
    const names = sorted.map(({ name }) => name);
    const object = findHeadersObject(module, OBJECT_NAME, names);
    return [file, { module, object: { ...object, names: [...new Set([...object.names, ...names])] }, sharing: shareHeaders(project, module, object, sorted, values) }];
  }));
}

function writeAt(project: CodemodProject, { place, file, lacks, values }: Writing, exporting: Exporting | null): Change | null {
  if (values.length === 0) return null;
  const { quote } = readStyle(file);
  const imports: ImportNeed[] = [];
  const properties = new Set<string>();
  for (const value of values) {
    if (value.kind === 'literal') continue;
    if (value.kind === 'none') continue;
    if (value.kind === 'constant') {
      const { constant } = value;
      const { local, need } = constant.file === file.file ? { local: constant.name, need: null } : nameFor(project, file, { name: constant.name, from: { file: constant.file } });
      if (need !== null) imports.push(need);
      properties.add(maySpread(place, constant.siblings) ? `...${local}` : printProperty(nameAt(place, value.name), `${local}${constant.rest.replaceAll("'", quote)}`, quote));
    } else if (value.kind === 'own') {
      imports.push(...value.printed?.imports ?? []);
      if (value.printed !== null) properties.add(printProperty(nameAt(place, value.name), value.printed.code, quote));
    } else if (exporting !== null) {
      const { module, object } = exporting;
      const { local, need } = sharedName(project, file, module, object.name);
      if (need !== null) imports.push(need);
      properties.add(maySpread(place, object.open ? null : object.names) ? `...${local}` : printProperty(nameAt(place, value.name), `${local}${accessTo(value.name, quote)}`, quote));
    }
  }
  for (const value of values) if (value.kind === 'literal') properties.add(printProperty(nameAt(place, value.name), `${quote}${value.text}${quote}`, quote));
  const edit = place.insert([...properties]);
  if (edit === null) return null;
  return {
    kind: 'change', requests: requestsOf(lacks), place: place.place, what: `Adds ${listNames(values)}${place.scope}.`, packages: {},
    edits: [edit, ...(exporting?.sharing?.edits ?? [])], files: exporting?.sharing?.files ?? [], imports: [...imports, ...(exporting?.sharing?.imports ?? [])],
  };
}

const NOTHING: Entries = { entries: [], open: false, reason: null, container: null };

/** Whether an object can be spread: it has nothing but headers of the app, and none that a request sends already. */
function maySpread({ through }: HeaderPlace, names: readonly string[] | null): boolean {
  return names?.every((name) => [...through].every(({ description, site: { headers, query, body } }) => {
    const isOfApp = description.headers.some((fact) => fact.source !== null && fact.name.toLowerCase() === name.toLowerCase());
    const isSent = [headers, query, body?.fields ?? NOTHING].some((entries) => findEntry(entries, name) !== null);
    return isOfApp && !isSent;
  })) ?? false;
}

/** As other requests that get it write it, so that theirs takes its place. */
function nameAt({ through }: HeaderPlace, name: string): string {
  return spellingsOf(through, name)[0] ?? name;
}

function byDescription(one: Lack, other: Lack): number {
  const orderOf = ({ request: { description }, demand }: Lack): number => description.headers.findIndex(({ name }) => name.toLowerCase() === demand.anyOf[0]?.toLowerCase());
  return orderOf(one) - orderOf(other);
}

function accessTo(name: string, quote: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? `.${name}` : `[${quote}${name}${quote}]`;
}

function isApp(value: HeaderValue): value is HeaderValue & { readonly kind: 'app' } {
  return value.kind === 'app';
}

function uniqueValues(values: readonly HeaderValue[]): readonly HeaderValue[] {
  const keyOf = (value: HeaderValue): string => (value.kind === 'none' ? value.reason : value.name.toLowerCase());
  return values.filter((value, i) => values.findIndex((other) => keyOf(other) === keyOf(value)) === i);
}

function requestsOf(lacks: readonly Lack[]): readonly AttributedRequest[] {
  return [...new Set(lacks.map(({ request }) => request))];
}

function listNames(values: readonly HeaderValue[]): string {
  const names = values.flatMap((value) => (value.kind === 'none' ? [] : [value.name]));
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
