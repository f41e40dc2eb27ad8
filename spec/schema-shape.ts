import type { Schema } from './description.ts';
import { isRecord, type JsonRecord } from './is-record.ts';
import { resolveRef } from './resolve-ref.ts';

export type JsonType = 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean' | 'null';

/** What a schema says of a value, with its references, `allOf` and alternatives put together. */
export interface Shape {
  /** The types a value can have. null: nothing is said, so it can have any. */
  readonly types: ReadonlySet<JsonType> | null;
  /** The fields of an object by name, each with its schemas; empty when none is named. */
  readonly fields: ReadonlyMap<string, readonly Schema[]>;
  /** Fields that every object has. */
  readonly required: ReadonlySet<string>;
  /** False when an object may have fields that are not named; what they hold is in `others`. */
  readonly closed: boolean;
  /** The schemas of fields that are not named, and null where nothing is said of them. */
  readonly others: readonly Schema[] | null;
  /** The schemas of the elements of an array; null when nothing is said. */
  readonly items: readonly Schema[] | null;
}

const TYPES: readonly JsonType[] = ['object', 'array', 'string', 'number', 'integer', 'boolean', 'null'];
const MAX_DEPTH = 24;

/** A value of which nothing is known. */
const ANY_SHAPE: Shape = { types: null, fields: new Map(), required: new Set(), closed: false, others: null, items: null };

/**
 * The shape of a value that fits one of some schemas. Looks one level deep: the schemas of fields and items are handed
 * on, so recursive documents are no danger. A schema that leads nowhere, or in a circle, has any shape.
 */
export function shapeOf(document: unknown, schemas: readonly Schema[]): Shape {
  const [only] = schemas;
  if (only !== undefined && schemas.length === 1) return read(document, only, 0);
  return either(schemas.map((schema) => read(document, schema, 0)));
}

const known = new WeakMap<object, Shape>();

function read(document: unknown, schema: unknown, depth: number): Shape {
  if (!isRecord(schema) || depth > MAX_DEPTH) return ANY_SHAPE;
  const before = known.get(schema);
  if (before !== undefined) return before;
  const resolved = resolveRef(document, schema);
  const shape = resolved === null ? ANY_SHAPE : readSchema(document, resolved, depth);
  if (depth === 0) known.set(schema, shape);
  return shape;
}

function readSchema(document: unknown, schema: JsonRecord, depth: number): Shape {
  const parts = [readOwn(schema)];
  for (const part of listOf(schema.allOf)) parts.push(read(document, part, depth + 1));
  for (const alternatives of [schema.oneOf, schema.anyOf]) {
    const options = listOf(alternatives);
    if (options.length > 0) parts.push(either(options.map((option) => read(document, option, depth + 1))));
  }
  return parts.reduce(both);
}

function readOwn(schema: JsonRecord): Shape {
  const { additionalProperties, patternProperties } = schema;
  const patterns = isRecord(patternProperties) ? Object.values(patternProperties).filter(isRecord) : [];
  const isSaid = isRecord(additionalProperties) && Object.keys(additionalProperties).length > 0;
  const closed = (additionalProperties === false || schema.unevaluatedProperties === false) && patterns.length === 0;
  return {
    types: typesOf(schema),
    fields: new Map(Object.entries(isRecord(schema.properties) ? schema.properties : {}).map(([name, field]) => [name, isRecord(field) ? [field] : []])),
    required: new Set(listOf(schema.required).filter((name) => typeof name === 'string')),
    closed,
    others: isSaid ? [...patterns, additionalProperties] : patterns.length > 0 && additionalProperties === false ? patterns : null,
    items: isRecord(schema.items) ? [schema.items] : null,
  };
}

function typesOf(schema: JsonRecord): ReadonlySet<JsonType> | null {
  const written = Array.isArray(schema.type) ? (schema.type as unknown[]) : [schema.type];
  const types = TYPES.filter((type) => written.includes(type));
  if (types.length > 0) return new Set(schema.nullable === true ? [...types, 'null'] : types);
  const values = schema.const === undefined ? listOf(schema.enum) : [schema.const];
  const ofValues = values.map(typeOfValue);
  if (values.length > 0 && ofValues.every((type) => type !== null)) return new Set(ofValues);
  if (isRecord(schema.properties)) return new Set<JsonType>(schema.nullable === true ? ['object', 'null'] : ['object']);
  return null;
}

function typeOfValue(value: unknown): JsonType | null {
  if (value === null) return 'null';
  const type: string = typeof value;
  return TYPES.find((name) => name === type) ?? null;
}

/** A value that fits both. */
function both(a: Shape, b: Shape): Shape {
  if (a === ANY_SHAPE || b === ANY_SHAPE) return a === ANY_SHAPE ? b : a;
  const fields = new Map(a.fields);
  for (const [name, schemas] of b.fields) {
    const other = fields.get(name) ?? [];
    fields.set(name, other.length === 0 ? schemas : schemas.length === 0 ? other : [{ allOf: [...other, ...schemas] }]);
  }
  return {
    types: a.types === null || b.types === null ? a.types ?? b.types : narrowed(a.types, b.types),
    fields,
    required: new Set([...a.required, ...b.required]),
    closed: a.closed || b.closed,
    others: a.others ?? b.others,
    items: bothItems(a.items, b.items),
  };
}

/** Elements that fit one schema of each. */
function bothItems(a: readonly Schema[] | null, b: readonly Schema[] | null): readonly Schema[] | null {
  return a === null || b === null ? a ?? b : [{ allOf: [oneOf(a), oneOf(b)] }];
}

function oneOf(schemas: readonly Schema[]): Schema {
  const [only] = schemas;
  return only !== undefined && schemas.length === 1 ? only : { anyOf: [...schemas] };
}

function narrowed(a: ReadonlySet<JsonType>, b: ReadonlySet<JsonType>): ReadonlySet<JsonType> {
  return new Set([...a].filter((type) => b.has(type) || (type === 'integer' && b.has('number'))).concat([...b].filter((type) => type === 'integer' && a.has('number'))));
}

/** A value that fits one of them. */
function either(shapes: readonly Shape[]): Shape {
  const [first, ...others] = shapes;
  if (first === undefined) return ANY_SHAPE;
  return others.reduce<Shape>((a, b) => {
    const fields = new Map(a.fields);
    for (const [name, schemas] of b.fields) {
      const other = fields.get(name);
      // a field of which one alternative says nothing can hold anything
      fields.set(name, other === undefined ? schemas : other.length === 0 || schemas.length === 0 ? [] : [...other, ...schemas]);
    }
    return {
      types: a.types === null || b.types === null ? null : new Set([...a.types, ...b.types]),
      fields,
      required: new Set([...a.required].filter((name) => b.required.has(name))),
      closed: isClosed(a) && isClosed(b),
      others: a.others === null || b.others === null ? null : [...a.others, ...b.others],
      items: a.items === null && hasArray(a) ? null : b.items === null && hasArray(b) ? null : [...(a.items ?? []), ...(b.items ?? [])],
    };
  }, first);
}

/** What is no object has no fields that are not named. */
function isClosed(shape: Shape): boolean {
  return shape.closed || (shape.types !== null && !shape.types.has('object'));
}

function hasArray({ types }: Shape): boolean {
  return types?.has('array') ?? true;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}
