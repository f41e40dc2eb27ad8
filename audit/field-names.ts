import { responseSchemas } from '../spec/response-schemas.ts';
import { shapeOf } from '../spec/schema-shape.ts';
import type { Operation, Schema } from '../spec/description.ts';
import type { Shape } from '../spec/schema-shape.ts';

/** Deeper than this no response is looked into. */
const DEEPEST = 8;

const known = new WeakMap<Operation, ReadonlySet<string>>();

/** The names of all fields that the response of an operation is described with, at any depth. */
export function fieldNames(operation: Operation): ReadonlySet<string> {
  const before = known.get(operation);
  if (before !== undefined) return before;
  const { document } = operation.description;
  const names = new Set<string>();
  const seen = new Set<Shape>();
  const visit = (schema: Schema, depth: number): void => {
    const shape = shapeOf(document, [schema]);
    if (depth > DEEPEST || seen.has(shape)) return;
    seen.add(shape);
    for (const [name, inner] of shape.fields) {
      names.add(name);
      for (const one of inner) visit(one, depth + 1);
    }
    for (const item of shape.items ?? []) visit(item, depth + 1);
  };
  for (const schema of responseSchemas(operation)) visit(schema, 0);
  known.set(operation, names);
  return names;
}
