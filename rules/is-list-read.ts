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

function isInList(operation: Operation | null, path: readonly string[]): boolean {
  const schemas = operation === null ? [] : responseSchemas(operation);
  if (operation === null || schemas.length === 0) return path.includes('[]');
  return schemas.some((schema) => isInOuterList(operation.description.document, schema, path));
}

/** An answer is about its outermost lists; what stands beside them, such as the filters that they take, may have lists inside. */
function isInOuterList(document: unknown, root: Schema, path: readonly string[]): boolean {
  let schemas: readonly Schema[] = [root];
  const propertyOf = (name: string): readonly Schema[] => findProperty(document, schemas, name).schemas;
  for (const [i, name] of path.entries()) {
    if (name === '[]') return true;
    const inner = propertyOf(name);
    if (inner.some((schema) => isArray(document, schema))) return true;
    if (propertyNames(document, schemas).some((other) => propertyOf(other).some((schema) => isArray(document, schema)))) return path[i + 1] === '[]';
    schemas = inner;
  }
  return false;
}

function isArray(document: unknown, schema: Schema): boolean {
  return viewSchema(document, schema).types?.includes('array') === true;
}
