import { createRequire } from 'node:module';
import type * as Yaml from 'yaml';

const require = createRequire(import.meta.url);

/** The YAML library, loaded when the first YAML file is: most users have none. */
function yaml(): typeof Yaml {
  return require('yaml') as typeof Yaml;
}

export interface YamlResult {
  readonly value: unknown;
  /** The first thing that is wrong, with its offset; null when nothing is. */
  readonly error: { readonly message: string; readonly offset: number } | null;
}

/** Reads YAML text. Never throws. */
export function parseYaml(text: string): YamlResult {
  const document = yaml().parseDocument(text, { prettyErrors: false });
  const [error] = document.errors;
  if (error !== undefined) return { value: null, error: { message: error.message, offset: error.pos[0] } };
  try {
    return { value: document.toJS({ maxAliasCount: 1000 }), error: null };
  } catch (thrown) {
    return { value: null, error: { message: thrown instanceof Error ? thrown.message : String(thrown), offset: 0 } };
  }
}

/** The offset of the last of the keys that exists in YAML text. */
export function findKeyInYaml(text: string, keys: readonly string[]): number {
  const { isMap, isScalar, isSeq, parseDocument } = yaml();
  let node: unknown = parseDocument(text).contents;
  let found = 0;
  for (const key of keys) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
      if (!isScalar(pair?.key)) return found;
      found = pair.key.range?.[0] ?? found;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(key)];
      found = offsetOf(node) ?? found;
    } else return found;
  }
  return found;
}

function offsetOf(node: unknown): number | null {
  if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range)) return null;
  const start: unknown = node.range[0];
  return typeof start === 'number' ? start : null;
}
