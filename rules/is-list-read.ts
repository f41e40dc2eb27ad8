import { findProperty, propertyNames } from '../spec/find-property.ts';
import { responseSchemas } from '../spec/response-schemas.ts';
import { viewSchema } from '../spec/view-schema.ts';
import type { Operation, Schema } from '../spec/description.ts';
import type { JudgedRequest } from './judge-request.ts';

/** Whether the code surely reads the list that an answer is about: one of its items, or a field that the description says is a list. */
export function isListRead({ operation, site }: JudgedRequest): boolean {
  return site.response.reads.some(({ path }) => isInList(operation, path) || (site.response.format === 'xml' && isElement(operation, path)));
}

/** In parsed XML: a child of the root that the description has under no name, and that is no bag of attributes. */
function isElement(operation: Operation | null, [, name, ...inner]: readonly string[]): boolean {
  return name !== undefined && inner.length === 0 && /^[A-Z]/.test(name) && operation !== null;
}

/** The lists of the answer that the code reads: the names that lead to each, from the body on. */
export function listsRead({ operation, site }: JudgedRequest): readonly (readonly string[])[] {
  const lists = new Map<string, readonly string[]>();
  for (const { path } of site.response.reads) {
    const list = listOf(operation, path);
    if (list !== null) lists.set(list.join('.'), list);
  }
  return [...lists.values()];
}

/** Whether the code reads, beside a list, a field that may be another one: the description has none of its name, or a list. */
export function readsBeside({ operation, site }: JudgedRequest, list: readonly string[], harmless: readonly (string | null)[]): boolean {
  const depth = list.length - 1;
  const document = operation?.description.document;
  const roots = operation === null ? [] : responseSchemas(operation);
  return site.response.reads.some(({ path }) => {
    const name = path[depth];
    if (name === undefined || name === list[depth] || harmless.includes(name) || list.slice(0, depth).some((outer, i) => outer !== path[i])) return false;
    const found = path.slice(0, depth + 1).reduce<readonly Schema[]>((schemas, one) => findProperty(document, schemas, one).schemas, roots);
    return found.length === 0 || found.some((schema) => isArray(document, schema));
  });
}

function isInList(operation: Operation | null, path: readonly string[]): boolean {
  return listOf(operation, path) !== null;
}

/** The names that lead to the list that a read is about; null when it is about none. */
function listOf(operation: Operation | null, path: readonly string[]): readonly string[] | null {
  const schemas = operation === null ? [] : responseSchemas(operation);
  if (operation === null || schemas.length === 0) return path.includes('[]') ? path.slice(0, path.indexOf('[]')) : null;
  return schemas.map((schema) => outerList(operation.description.document, schema, path)).find((list) => list !== null) ?? null;
}

/** An answer is about its outermost lists; what stands beside them, such as the filters that they take, may have lists inside. */
function outerList(document: unknown, root: Schema, path: readonly string[]): readonly string[] | null {
  let schemas: readonly Schema[] = [root];
  const propertyOf = (name: string): readonly Schema[] => findProperty(document, schemas, name).schemas;
  for (const [i, name] of path.entries()) {
    if (name === '[]') return path.slice(0, i);
    const inner = propertyOf(name);
    if (inner.some((schema) => isArray(document, schema))) return path.slice(0, i + 1);
    if (propertyNames(document, schemas).some((other) => propertyOf(other).some((schema) => isArray(document, schema)))) return path[i + 1] === '[]' ? path.slice(0, i + 1) : null;
    schemas = inner;
  }
  return null;
}

function isArray(document: unknown, schema: Schema): boolean {
  return viewSchema(document, schema).types?.includes('array') === true;
}
