import { responseSchemas } from '../spec/response-schemas.ts';
import { shapeOf } from '../spec/schema-shape.ts';
import type { ResponseRead } from '../requests/request-site.ts';
import type { Operation, Schema } from '../spec/description.ts';

/**
 * Holds what the code reads from a body against the responses of an operation, which may be another than the one that it
 * calls. `missing`: the first field that the operation does not have; `closed`: and cannot have, since its object has
 * no other fields than those described. `unknown`: some of it is not described.
 */
export function findMissingRead(operation: Operation, reads: readonly ResponseRead[]): { readonly missing: ResponseRead; readonly closed: boolean } | 'unknown' | null {
  let isKnown = true;
  for (const read of reads) {
    const has = hasField(operation, read.path);
    if (typeof has === 'object' && has !== null) return { missing: read, closed: has.closed };
    if (has === null) isKnown = false;
  }
  return isKnown ? null : 'unknown';
}

/** null: nothing is said of it. */
function hasField(operation: Operation, path: readonly string[]): true | { readonly closed: boolean } | null {
  const { document } = operation.description;
  let schemas: readonly Schema[] = responseSchemas(operation);
  for (const key of path) {
    if (schemas.length === 0) return null;
    const shape = shapeOf(document, schemas);
    if (key === '[]' || key === '*') {
      schemas = shape.items ?? [];
    } else if (shape.fields.has(key)) {
      schemas = shape.fields.get(key) ?? [];
    } else {
      return shape.fields.size === 0 || shape.types?.has('object') === false ? null : { closed: shape.closed };
    }
  }
  return true;
}
