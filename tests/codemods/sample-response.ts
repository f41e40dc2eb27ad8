import { responseSchemas } from '../../spec/response-schemas.ts';
import { resolveSchema } from '../../spec/resolve-ref.ts';
import type { Operation, Schema } from '../../spec/description.ts';

/** The page of a list that is asked for: which item is its first, how many it may have, of how many there are. */
export interface Page {
  readonly start: number;
  readonly size: number;
  readonly items: number;
  /** Whether answers say how many there are. */
  readonly withTotal: boolean;
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** A body that the description allows as the success of an operation; null where it describes none. The outermost list is paged. */
export function sampleResponse(operation: Operation, page: Page): Json {
  const [schema] = responseSchemas(operation);
  return schema === undefined ? null : sample(operation.description.document, schema, { page, depth: 0, index: 0 });
}

interface Around {
  /** null inside of the list that is paged. */
  readonly page: Page | null;
  readonly depth: number;
  /** Of the item around it. */
  readonly index: number;
}

const DEEPEST = 5;

function sample(document: object, schema: Schema, around: Around): Json {
  const resolved = resolveSchema(document, schema);
  if (resolved === null || around.depth > DEEPEST) return null;
  if (resolved.allOf !== undefined) return Object.assign({}, ...resolved.allOf.map((one) => sample(document, one, around))) as Json;
  const [first] = resolved.oneOf ?? resolved.anyOf ?? [];
  if (first !== undefined) return sample(document, first, around);
  if (resolved.enum !== undefined) return resolved.enum[0] as Json;
  switch (Array.isArray(resolved.type) ? resolved.type[0] : resolved.type) {
    case 'array': return 'items' in resolved ? sampleList(document, resolved.items, around) : [];
    case 'integer':
    case 'number': return around.index;
    case 'boolean': return false;
    case 'string': return `text ${String(around.index)}`;
    default: return sampleObject(document, resolved.properties ?? {}, around);
  }
}

function sampleObject(document: object, properties: Readonly<Record<string, Schema>>, around: Around): Json {
  const fields = Object.entries(properties).map(([name, schema]): [string, Json] => [name, sample(document, schema, { ...around, depth: around.depth + 1 })]);
  const { page } = around;
  const isPaged = page !== null && Object.values(properties).some((schema) => resolveSchema(document, schema)?.type === 'array');
  if (!isPaged) return Object.fromEntries(fields);
  const counts = new Map<string, Json>([['size', pageLength(page)], ['offset', page.start], ['totalSize', page.items]]);
  return Object.fromEntries(fields.filter(([name]) => name !== 'totalSize' || page.withTotal).map(([name, value]) => [name, counts.get(name) ?? value]));
}

function sampleList(document: object, items: Schema, { page, depth }: Around): Json {
  if (page === null) return [];
  return Array.from({ length: pageLength(page) }, (_, i) => sample(document, items, { page: null, depth: depth + 1, index: page.start + i }));
}

function pageLength({ start, size, items }: Page): number {
  return Math.max(0, Math.min(items - start, size));
}
