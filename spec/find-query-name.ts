import type { Description, Operation, Parameter } from './description.ts';
import { nearestName } from './nearest-name.ts';
import { parametersOf } from './parameters-of.ts';
import { propertyNames } from './find-property.ts';
import { viewSchema } from './view-schema.ts';

/** What an operation says of a name in a query. */
export type QueryName =
  /** It is this parameter. `key`: the name is that of one of its keys, as `key` of `filter[key]`. */
  | { readonly kind: 'parameter'; readonly parameter: Parameter; readonly key: string | null; readonly spelling: KeySpelling | null }
  /** It is taken, or may be: nothing more is known. `holder`: the parameter whose keys are any, and travel as names of their own. */
  | { readonly kind: 'free'; readonly holder?: Parameter }
  /** The operation does not list it. `near`: the name that was most likely meant. */
  | { readonly kind: 'unknown'; readonly near: string | null };

/** `filter[key]`, `filter.key`, `filter[]`, or the key alone. */
export type KeySpelling = 'brackets' | 'dot' | 'list' | 'bare';

const FREE: QueryName = { kind: 'free' };

/** Finds what a name in the query of a request means to the operation. */
export function findQueryName(operation: Operation, name: string): QueryName {
  const { description } = operation;
  const own = parametersOf(operation, 'query');
  const listed = [...own, ...description.commonQuery];
  const exact = listed.find((parameter) => parameter.name === name && !parameter.placeholder);
  if (exact !== undefined) return { kind: 'parameter', parameter: exact, key: null, spelling: null };
  const keyed = findKey(description, own, name);
  if (keyed !== null) return keyed;
  if (own.some((parameter) => parameter.placeholder && fitsPlaceholder(parameter.name, name))) return FREE;

  const headers = [...parametersOf(operation, 'header').map((parameter) => parameter.name), ...description.headers.map((fact) => fact.name)];
  if (headers.some((header) => header.toLowerCase() === name.toLowerCase())) return headerParameter(operation, name);
  if (description.openNames.some((pattern) => pattern.test(name))) {
    const near = nearestName(name, headers);
    return near === null || near.toLowerCase() === name.toLowerCase() ? FREE : { kind: 'unknown', near };
  }
  if (credentialNames(description).includes(name) || isCovered(operation, name)) return FREE;
  const holder = own.find((parameter) => takesAnyKey(description, parameter));
  if (holder !== undefined) return { kind: 'free', holder };
  if (operation.openQuery !== null) return FREE;
  // An operator behind a name makes it a filter.
  if (description.mediaQuery !== null && /[!<>]$/.test(name)) return FREE;
  // What a client was seen to send tells no list of all names.
  if (operation.standing === 'undocumented') return FREE;
  const known = listed.filter(({ placeholder }) => !placeholder).flatMap((parameter) => [parameter.name, ...keysOf(description, parameter)]);
  return { kind: 'unknown', near: nearestName(name, known) };
}

/** Whether the document is known to be wrong about a parameter: then neither form is reported. */
export function isCovered({ errata }: Operation, name: string, location = 'query'): boolean {
  return errata.some(({ at }) => {
    const [, where, names] = /^(\w+) (.*)$/.exec(at) ?? [];
    return where === location && (names ?? '').split(/,\s*/).some((known) => (known.endsWith('*') ? name.startsWith(known.slice(0, -1)) : known === name));
  });
}

function headerParameter(operation: Operation, name: string): QueryName {
  const parameter = parametersOf(operation, 'header').find((header) => header.name.toLowerCase() === name.toLowerCase());
  return parameter === undefined ? FREE : { kind: 'parameter', parameter, key: null, spelling: null };
}

/** `filter[key]`, `filter.key` and `filter[]` of a parameter that is an object or a list, and the bare keys of an object. */
function findKey(description: Description, parameters: readonly Parameter[], name: string): QueryName | null {
  const [, base, rest = ''] = /^([^[\].]+)((?:\[[^\]]*\])+|\..+)$/.exec(name) ?? [];
  const parameter = base === undefined ? undefined : parameters.find((candidate) => candidate.name === base);
  const types = parameter === undefined ? null : viewSchema(description.document, parameter.schema).types;
  if (parameter !== undefined && (types?.includes('object') === true || types?.includes('array') === true || (types === null && rest !== '[]'))) {
    const key = rest.startsWith('.') ? rest.slice(1) : rest.slice(1, -1);
    return { kind: 'parameter', parameter, key, spelling: rest === '[]' || /^\[\d*\]$/.test(rest) ? 'list' : rest.startsWith('.') ? 'dot' : 'brackets' };
  }
  if (parameter !== undefined && /^\[\d*\]$/.test(rest)) return { kind: 'parameter', parameter, key: null, spelling: 'list' };
  const holder = parameters.find((candidate) => isSpread(candidate) && keysOf(description, candidate).includes(name));
  return holder === undefined ? null : { kind: 'parameter', parameter: holder, key: name, spelling: 'bare' };
}

/** An object whose keys travel as names of their own. */
function isSpread({ style, explode }: Parameter): boolean {
  return style === 'form' && explode;
}

function keysOf(description: Description, parameter: Parameter): readonly string[] {
  return isSpread(parameter) && parameter.schema !== null ? propertyNames(description.document, [parameter.schema]) : [];
}

function takesAnyKey(description: Description, parameter: Parameter): boolean {
  const view = viewSchema(description.document, parameter.schema);
  return isSpread(parameter) && view.types?.includes('object') === true && !view.closed;
}

/** `genre.value` for `field.value`, `label[0].tag.tag` for `tagtype[idx].tag.tag`: the words before the first dot, and in brackets, are any. */
function fitsPlaceholder(pattern: string, name: string): boolean {
  const shape = (text: string): string => text.replace(/^[^.[]+/, '*').replace(/\[[^\]]*\]/g, '[]');
  return shape(pattern) === shape(name);
}

function credentialNames({ document }: Description): readonly string[] {
  return Object.values(document.components?.securitySchemes ?? {}).flatMap((scheme) => ('type' in scheme && scheme.type === 'apiKey' ? [scheme.name] : []));
}
