import { printFieldPath } from '../rules/judge-read.ts';
import { itemType } from '../requests/declared-type.ts';
import { responseSchemas } from '../spec/response-schemas.ts';
import { shapeOf } from '../spec/schema-shape.ts';
import { uniquePlaces } from './listed-request.ts';
import type { TypeShape } from '../requests/declared-type.ts';
import type { Operation, Schema } from '../spec/description.ts';
import type { CodePlace, DeclaredUse, FieldUse, ImplementedOperation } from './audit-sections.ts';
import type { ListedRequest } from './listed-request.ts';
import type { PlaceLocator } from './locate-places.ts';

/** Deeper than this no response is looked into. */
const DEEPEST = 12;
/** A response of more kinds of objects than this is counted so far. */
const MOST_KINDS = 2000;

/** What the code reads of an operation's response, and declares for it, beside what the description has. */
export function countFields(operation: Operation, requests: readonly ListedRequest[], locator: PlaceLocator): ImplementedOperation['response'] {
  const body = responseSchemas(operation);
  const read = new Set<string>();
  const places = new Map<string, { described: boolean | null; sites: CodePlace[] }>();
  for (const { judged } of requests) {
    for (const { path, place } of judged.site.response.reads) {
      const field = printFieldPath(path);
      const known = places.get(field) ?? { described: judged.site.response.format === 'xml' ? null : walk(operation, body, path, read), sites: [] };
      places.set(field, known);
      known.sites.push({ file: place.file, line: locator.positionOf(place.file, place.start).line });
    }
  }
  const fields = [...places].sort(([a], [b]) => (a < b ? -1 : 1)).map(([field, { described, sites }]): FieldUse => ({ field, described, sites: uniquePlaces(sites) }));
  return {
    described: countDescribed(operation, body).size,
    read: read.size,
    unknown: requests.filter(({ judged: { site } }) => site.response.reads.length === 0).length,
    open: requests.some(({ judged: { site } }) => site.response.handedOn.some((path) => mayHoldMore(operation, body, path))),
    fields,
    types: listTypes(operation, body, requests, locator),
  };
}

/** Whether the description has the field at the end of a path; the described fields on the way are put into `read`. */
function walk({ description: { document }, standing }: Operation, body: readonly Schema[], path: readonly string[], read: Set<string>): boolean | null {
  let schemas = body;
  let described: boolean | null = null;
  for (const key of path) {
    if (schemas.length === 0) return null;
    const shape = shapeOf(document, schemas);
    if (key === '[]') {
      schemas = shape.items ?? [];
      described = shape.items === null ? null : true;
      continue;
    }
    const inner = shape.fields.get(key);
    // what was seen of an undocumented operation, or of one that does the same, is no list of all
    const isOpen = standing === 'undocumented' || shape.others !== null || (shape.fields.size === 0 && !shape.closed);
    described = inner !== undefined ? true : isOpen ? null : false;
    if (inner === undefined && described === false) return false;
    if (inner !== undefined) read.add(keyOf(schemas, key));
    schemas = inner ?? shape.others ?? [];
  }
  return described;
}

/** Whether a value of the body may have fields: a text, a number or a list of these has none. */
function mayHoldMore(operation: Operation, body: readonly Schema[], path: readonly string[]): boolean {
  let schemas = schemasAt(operation, body, path);
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    if (schemas.length === 0) return true;
    const { items, types } = shapeOf(operation.description.document, schemas);
    if (types === null || types.has('object')) return true;
    if (!types.has('array')) return false;
    schemas = items ?? [];
  }
  return true;
}

const ids = new WeakMap<object, number>();
let lastId = 0;

/** A field of one kind of object, whichever way leads there. */
function keyOf(schemas: readonly Schema[], field: string): string {
  return `${schemas.map((schema) => {
    const id = ids.get(schema) ?? (lastId += 1);
    ids.set(schema, id);
    return String(id);
  }).join('+')} ${field}`;
}

const counted = new WeakMap<Operation, ReadonlySet<string>>();

function countDescribed(operation: Operation, body: readonly Schema[]): ReadonlySet<string> {
  const known = counted.get(operation);
  if (known !== undefined) return known;
  const found = new Set<string>();
  const seen = new Set<string>();
  const visit = (schemas: readonly Schema[], depth: number): void => {
    const kind = keyOf(schemas, '');
    if (schemas.length === 0 || depth > DEEPEST || seen.size > MOST_KINDS || seen.has(kind)) return;
    seen.add(kind);
    const shape = shapeOf(operation.description.document, schemas);
    for (const [name, inner] of shape.fields) {
      found.add(keyOf(schemas, name));
      visit(inner, depth + 1);
    }
    visit(shape.items ?? [], depth + 1);
  };
  visit(body, 0);
  counted.set(operation, found);
  return found;
}

function listTypes(operation: Operation, body: readonly Schema[], requests: readonly ListedRequest[], locator: PlaceLocator): readonly DeclaredUse[] {
  const uses = new Map<string, DeclaredUse>();
  for (const request of requests) {
    for (const { path, place, type } of request.judged.site.response.declared) {
      const { file, line } = { file: place.file, line: locator.positionOf(place.file, place.start).line };
      const field = printFieldPath(path);
      const key = `${file}:${String(place.start)} ${field}`;
      if (!uses.has(key)) uses.set(key, { file, line, field, ...countType(operation, type(), schemasAt(operation, body, path)) });
    }
  }
  // `string` and the like have no fields to compare
  return [...uses.values()].filter(({ fields }) => fields > 0).sort((a, b) => (a.file === b.file ? a.line - b.line || (a.field < b.field ? -1 : 1) : a.file < b.file ? -1 : 1));
}

function schemasAt({ description: { document } }: Operation, body: readonly Schema[], path: readonly string[]): readonly Schema[] {
  let schemas = body;
  for (const key of path) {
    if (schemas.length === 0) return [];
    const shape = shapeOf(document, schemas);
    schemas = key === '[]' ? shape.items ?? [] : shape.fields.get(key) ?? shape.others ?? [];
  }
  return schemas;
}

/** The fields of a declared type, each written name once, and those of them that the description knows, wherever the type stands. */
function countType(operation: Operation, type: TypeShape, schemas: readonly Schema[]): Pick<DeclaredUse, 'fields' | 'described'> {
  const described = new Map<string, boolean>();
  const visit = (shape: TypeShape, at: readonly Schema[], depth: number): void => {
    if (depth > DEEPEST) return;
    if (shape.kind === 'union') for (const option of shape.options) visit(option, at, depth + 1);
    const known = at.length === 0 ? null : shapeOf(operation.description.document, at);
    if (shape.kind === 'array') visit(itemType(shape), known?.items ?? [], depth + 1);
    if (shape.kind !== 'object') return;
    for (const { name, place, type: inner } of shape.fields) {
      const key = `${place.file}:${String(place.start)}`;
      const before = described.get(key);
      const fact = known?.fields.get(name);
      described.set(key, before === true || fact !== undefined);
      // a type that holds itself is met first where the description may have nothing, and again where it has
      if (before === undefined || (!before && fact !== undefined)) visit(inner(), fact ?? [], depth + 1);
    }
  };
  visit(type, schemas, 0);
  return { fields: described.size, described: schemas.length === 0 ? null : [...described.values()].filter((is) => is).length };
}
