import { itemType } from '../requests/declared-type.ts';
import type { TypeField, TypeShape } from '../requests/declared-type.ts';
import type { Place } from '../requests/request-site.ts';
import { nearestName } from '../spec/nearest-name.ts';
import { fieldsUnder, nearField } from '../spec/near-field.ts';
import { responseSchemas } from '../spec/response-schemas.ts';
import { shapeOf } from '../spec/schema-shape.ts';
import type { Description, Schema } from '../spec/description.ts';
import type { JsonType, Shape } from '../spec/schema-shape.ts';
import type { AttributedRequest } from './judge-request.ts';

/** Where a declared type differs from the response, and how. */
export interface TypeFault {
  /** Where in the body: `['items', '[]', 'id']`; empty for all of it. */
  readonly path: readonly string[];
  /** The type, or the name of the field, that is wrong. */
  readonly place: Place;
  readonly problem:
    | { readonly kind: 'type'; readonly declared: TypeShape['kind']; readonly actual: readonly JsonType[] }
    | { readonly kind: 'unknown'; readonly near: string | null; readonly known: readonly string[] }
    /** Declared as always there, or as never null, where the response promises no such thing. */
    | { readonly kind: 'missing' | 'null' };
}

const MAX_DEPTH = 10;

/** Holds the types that a program declares for a response against the description; what either leaves open fits. */
export function judgeTypes(request: AttributedRequest): readonly TypeFault[] {
  const { operation, description, site } = request;
  const body = operation === null ? [] : responseSchemas(operation);
  if (body.length === 0) return [];
  return site.response.declared.flatMap(({ path, type }) => {
    const schemas = schemasAt(description, body, path);
    // who takes the whole body for a text parses it
    return schemas.length === 0 || (path.length === 0 && type().kind === 'string') ? [] : judge({ description, seen: new Set(), strict: false }, type(), schemas, path);
  });
}

function schemasAt({ document }: Description, body: readonly Schema[], path: readonly string[]): readonly Schema[] {
  let schemas = body;
  for (const key of path) {
    if (schemas.length === 0) return [];
    const shape = shapeOf(document, schemas);
    schemas = key === '[]' ? shape.items ?? [] : shape.fields.get(key) ?? shape.others ?? [];
  }
  return schemas;
}

interface Judging {
  readonly description: Description;
  readonly seen: Set<string>;
  /** The object around is described in full. Elsewhere descriptions and servers disagree on 0 and 1, false and true. */
  readonly strict: boolean;
}

function judge(judging: Judging, type: TypeShape, schemas: readonly Schema[], path: readonly string[]): readonly TypeFault[] {
  const key = `${type.place.file}:${String(type.place.start)} ${path.at(-1) ?? ''}`;
  if (path.length > MAX_DEPTH || judging.seen.has(key)) return [];
  judging.seen.add(key);
  const shape = shapeOf(judging.description.document, schemas);
  const options = type.kind === 'union' ? type.options : [type];
  const values = options.filter(({ kind }) => kind !== 'null' && kind !== 'undefined');
  if (values.length === 0 || values.some(({ kind }) => kind === 'unknown')) return [];

  const fitting = values.filter((option) => fits(option, shape, judging.strict));
  if (fitting.length === 0) {
    const [first] = values;
    const actual = [...(shape.types ?? [])].filter((name) => name !== 'null');
    return first === undefined || actual.length === 0 ? [] : [{ path, place: type.place, problem: { kind: 'type', declared: first.kind, actual } }];
  }
  const isNullable = options.some(({ kind }) => kind === 'null');
  const ofNull: readonly TypeFault[] = shape.types?.has('null') === true && !isNullable ? [{ path, place: type.place, problem: { kind: 'null' } }] : [];
  const [only, ...others] = fitting;
  if (only === undefined || others.length > 0) return ofNull;
  if (only.kind === 'array') return [...ofNull, ...(shape.items === null ? [] : judge(judging, itemType(only), shape.items, [...path, '[]']))];
  return only.kind === 'object' ? [...ofNull, ...only.fields.flatMap((field) => judgeField(judging, field, shape, path))] : ofNull;
}

const NAMES: Readonly<Record<string, readonly JsonType[]>> = { string: ['string'], number: ['number', 'integer'], boolean: ['boolean'], array: ['array'], object: ['object'] };

function fits({ kind }: TypeShape, { types }: Shape, strict: boolean): boolean {
  if (types === null || types.size === 0 || (NAMES[kind] ?? []).some((name) => types.has(name))) return true;
  return !strict && (kind === 'boolean' || kind === 'number') && (types.has('boolean') || types.has('number') || types.has('integer'));
}

function judgeField(judging: Judging, field: TypeField, shape: Shape, path: readonly string[]): readonly TypeFault[] {
  const { description } = judging;
  const { name, place } = field;
  const inside = [...path, name];
  const schemas = shape.fields.get(name);
  if (schemas === undefined) {
    if (shape.others !== null || shape.fields.size === 0) return [];
    const known = [...shape.fields.keys()];
    if (shape.closed) return [{ path: inside, place, problem: { kind: 'unknown', near: nearestName(name, known), known } }];
    const parent = path.findLast((key) => key !== '[]') ?? '';
    const near = nearField(description.document, name, shape, fieldsUnder(description, parent), useOf(field.type()));
    return near === null ? [] : [{ path: inside, place, problem: { kind: 'unknown', near, known } }];
  }
  const isPromised = shape.required.size === 0 || shape.required.has(name);
  const ofField: readonly TypeFault[] = isPromised || field.optional || allowsUndefined(field.type()) ? [] : [{ path: inside, place, problem: { kind: 'missing' } }];
  return [...ofField, ...(schemas.length === 0 ? [] : judge({ ...judging, strict: shape.closed || shape.required.size > 0 }, field.type(), schemas, inside))];
}

function allowsUndefined(type: TypeShape): boolean {
  return type.kind === 'unknown' || type.kind === 'undefined' || (type.kind === 'union' && type.options.some(allowsUndefined));
}

function useOf(type: TypeShape): 'container' | 'value' {
  return type.kind === 'union' ? (type.options.some((option) => useOf(option) === 'container') ? 'container' : 'value') : type.kind === 'object' || type.kind === 'array' ? 'container' : 'value';
}
