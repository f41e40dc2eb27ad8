import type { OpenAPIV3_1 } from 'openapi-types';
import type { Schema } from './description.ts';
import { isRecord, type JsonRecord } from './is-record.ts';

/**
 * Follows the `$ref` of a node, and the `$ref` of what it points to, until something else stands there. Looks at one
 * node only, so recursive schemas are no danger. null when the pointer leads nowhere or in a circle, or to another file.
 */
export function resolveRef(document: unknown, node: object): JsonRecord | null {
  let current: unknown = node;
  const seen = new Set<string>();
  while (isRecord(current) && typeof current.$ref === 'string') {
    const ref = current.$ref;
    if (seen.has(ref)) return null;
    seen.add(ref);
    current = readPointer(document, ref);
  }
  return isRecord(current) ? current : null;
}

/** A schema with its `$ref` followed, as `resolveRef` does. */
export function resolveSchema(document: unknown, schema: Schema): OpenAPIV3_1.SchemaObject | null {
  return resolveRef(document, schema);
}

/** What stands at a reference into the same document (`#/components/schemas/a`); undefined when nothing does. */
export function readPointer(document: unknown, ref: string): unknown {
  if (ref === '#') return document;
  if (!ref.startsWith('#/')) return undefined;
  let current = document;
  for (const key of ref.slice(2).split('/')) {
    const name = unescapeKey(key);
    if (Array.isArray(current)) current = (current as unknown[])[Number(name)];
    else if (isRecord(current) && Object.hasOwn(current, name)) current = current[name];
    else return undefined;
  }
  return current;
}

/** A key as it is written in a JSON pointer. */
export function escapeKey(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

function unescapeKey(key: string): string {
  const plain = key.includes('%') ? safeDecode(key) : key;
  return plain.replaceAll('~1', '/').replaceAll('~0', '~');
}

function safeDecode(key: string): string {
  try {
    return decodeURIComponent(key);
  } catch {
    return key;
  }
}
