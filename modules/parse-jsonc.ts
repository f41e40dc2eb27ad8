import { parseFile } from './parse-file.ts';
import type { TSESTree } from '@typescript-eslint/types';

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue | undefined;
}

/** The value of JSON text, which may have comments, trailing commas and a byte order mark; null when it is broken. */
export function parseJsonc(text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    const parsed = parseFile('settings.json', text);
    const statement = 'module' in parsed ? parsed.module.program.body[0] : undefined;
    return statement?.type === 'ExportDefaultDeclaration' ? valueOf(statement.declaration) : null;
  }
}

function valueOf(node: TSESTree.Node): JsonValue {
  if (node.type === 'ObjectExpression') {
    const entries = node.properties.flatMap((property) =>
      property.type === 'Property' && property.key.type === 'Literal' ? [[String(property.key.value), valueOf(property.value)] as const] : [],
    );
    return Object.fromEntries(entries);
  }
  if (node.type === 'ArrayExpression') return node.elements.map((element) => (element === null ? null : valueOf(element)));
  if (node.type !== 'Literal') return null;
  return typeof node.value === 'string' || typeof node.value === 'number' || typeof node.value === 'boolean' ? node.value : null;
}

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The texts of a list (or of a single text); everything else in it is left out. */
export function textsOf(value: JsonValue | undefined): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}
