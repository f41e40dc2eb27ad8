import type { Schema } from './description.ts';
import { isRecord, type JsonRecord } from './is-record.ts';
import { resolveRef } from './resolve-ref.ts';

/** What a schema asks for, its `$ref`s followed and its `allOf` put together. What it does not say is null, or empty. */
export interface SchemaView {
  /** Names of types, `null` among them where the value may be null; null: any type. */
  readonly types: readonly string[] | null;
  /** The only values that are taken (`enum`, `const`); null: any. */
  readonly values: readonly unknown[] | null;
  /** The properties that are listed, each with what the parts of the schema say of it. */
  readonly properties: ReadonlyMap<string, readonly Schema[]>;
  readonly required: readonly string[];
  /** Surely no other property is taken. */
  readonly closed: boolean;
  /** What properties that are not listed must be; null: anything. */
  readonly others: Schema | null;
  readonly items: Schema | null;
  /** The schemas of which one holds besides (`oneOf`, `anyOf`); null: there are none, or too many to tell. */
  readonly alternatives: readonly Schema[] | null;
  /** The schemas that constrain the value by themselves: bounds, patterns and formats are read from each. */
  readonly parts: readonly JsonRecord[];
  /** Values that the document gives as examples. */
  readonly examples: readonly unknown[];
}

const NOTHING: SchemaView = {
  types: null, values: null, properties: new Map(), required: [], closed: false, others: null, items: null, alternatives: null, parts: [], examples: [],
};

const known = new WeakMap<object, SchemaView>();

/** Reads a schema of a document (OpenAPI 3.0 or 3.1). A schema that is missing, or whose `$ref` leads nowhere, takes anything. */
export function viewSchema(document: unknown, schema: Schema | null): SchemaView {
  if (schema === null || !isRecord(schema)) return NOTHING;
  const before = known.get(schema);
  if (before !== undefined) return before;
  const parts = collectParts(document, schema, new Set());
  const view = parts.length === 0 ? NOTHING : joinParts(parts);
  known.set(schema, view);
  return view;
}

/** A schema and all that its `allOf` adds, each with its `$ref` followed; each once, so recursive ones end. */
function collectParts(document: unknown, schema: object, seen: Set<object>): readonly JsonRecord[] {
  const own = resolveRef(document, schema);
  if (own === null || seen.has(own)) return [];
  seen.add(own);
  const more = [schema, own].filter(isRecord).flatMap((node) => (Array.isArray(node.allOf) ? (node.allOf as unknown[]) : []));
  // In OpenAPI 3.1 words beside a `$ref` count, too.
  const beside = own === schema || !isRecord(schema) || Object.keys(schema).length === 1 ? [] : [schema];
  return [own, ...beside, ...[...new Set(more)].filter(isRecord).flatMap((part) => collectParts(document, part, seen))];
}

function joinParts(parts: readonly JsonRecord[]): SchemaView {
  const groups = parts.flatMap((part) => [part.oneOf, part.anyOf].filter((group) => Array.isArray(group)));
  const [group] = groups;
  const others = parts.map((part) => part.additionalProperties).find(isRecord);
  return {
    types: meet(parts.map(typesOf)),
    values: meet(parts.map(valuesOf)),
    properties: propertiesOf(parts),
    required: [...new Set(parts.flatMap((part) => (Array.isArray(part.required) ? part.required.filter((name) => typeof name === 'string') : [])))],
    closed: isClosed(parts, groups.length),
    others: others ?? null,
    items: (parts.map((part) => part.items).find(isRecord) ?? null),
    alternatives: groups.length === 1 && group !== undefined ? group.filter(isRecord) : null,
    parts,
    examples: parts.flatMap((part) => [...('example' in part ? [part.example] : []), ...(Array.isArray(part.examples) ? (part.examples as unknown[]) : [])]),
  };
}

/** What all of the lists have; null where none says anything. */
function meet<T>(lists: readonly (readonly T[] | null)[]): readonly T[] | null {
  const said = lists.filter((list) => list !== null);
  const [first, ...others] = said;
  return first === undefined ? null : first.filter((item) => others.every((list) => list.includes(item)));
}

function typesOf(part: JsonRecord): readonly string[] | null {
  const { type } = part;
  const names = (Array.isArray(type) ? (type as unknown[]) : [type]).filter((name) => typeof name === 'string');
  if (names.length === 0) return null;
  return part.nullable === true ? [...names, 'null'] : names;
}

function valuesOf(part: JsonRecord): readonly unknown[] | null {
  if (part.const !== undefined) return [part.const];
  return Array.isArray(part.enum) ? (part.enum as unknown[]) : null;
}

function propertiesOf(parts: readonly JsonRecord[]): ReadonlyMap<string, readonly Schema[]> {
  const properties = new Map<string, Schema[]>();
  for (const part of parts) {
    for (const [name, schema] of Object.entries(isRecord(part.properties) ? part.properties : {})) {
      properties.set(name, [...(properties.get(name) ?? []), ...(isRecord(schema) ? [schema] : [])]);
    }
  }
  return properties;
}

/** `additionalProperties: false` sees the properties beside it only: with other parts it says nothing that is sure. */
function isClosed(parts: readonly JsonRecord[], groups: number): boolean {
  if (parts.some((part) => isRecord(part.patternProperties))) return false;
  if (parts.some((part) => part.unevaluatedProperties === false)) return groups <= 1;
  const describing = parts.filter((part) => isRecord(part.properties) || part.additionalProperties !== undefined);
  return groups === 0 && describing.length === 1 && describing[0]?.additionalProperties === false;
}
