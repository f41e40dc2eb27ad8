import { isObject, type JsonObject, type JsonValue } from './parse-jsonc.ts';

/** Conditions under which the target is rarely what a reader wants to see: only when nothing else is there. */
const LATER = new Set(['types', 'browser', 'react-native', 'worker', 'workerd', 'edge-light', 'react-server']);

/**
 * The targets that a package's `exports` (or `imports`) may give for a key (`.`, `./client`, `#config`), best first,
 * with `*` filled in. All conditions count, because which will hold at run time is not known. Empty: not exported.
 * Source: https://nodejs.org/api/packages.html#package-entry-points
 */
export function matchExports(exports: JsonValue | undefined, key: string): string[] {
  const table = tableOf(exports);
  if (Object.hasOwn(table, key) && !key.includes('*')) return targetsOf(table[key], '');

  const patterns = Object.keys(table).filter((pattern) => pattern.includes('*') || pattern.endsWith('/'));
  patterns.sort((a, b) => prefixOf(b).length - prefixOf(a).length || b.length - a.length);
  for (const pattern of patterns) {
    const prefix = prefixOf(pattern);
    const suffix = pattern.endsWith('/') ? '' : pattern.slice(prefix.length + 1);
    if (key.length < prefix.length + suffix.length || !key.startsWith(prefix) || !key.endsWith(suffix)) continue;
    const rest = key.slice(prefix.length, key.length - suffix.length);
    const targets = targetsOf(table[pattern], rest);
    return pattern.endsWith('/') ? targets.map((target) => target + rest) : targets;
  }
  return [];
}

function prefixOf(pattern: string): string {
  const star = pattern.indexOf('*');
  return star === -1 ? pattern : pattern.slice(0, star);
}

/** `exports` written as one target, or as conditions, stands for the entry `.`. */
function tableOf(exports: JsonValue | undefined): JsonObject {
  if (isObject(exports) && Object.keys(exports).every((key) => key.startsWith('.') || key.startsWith('#'))) return exports;
  return exports === undefined || exports === null ? {} : { '.': exports };
}

function targetsOf(value: JsonValue | undefined, star: string): string[] {
  const first: string[] = [];
  const later: string[] = [];
  const collect = (target: JsonValue | undefined, into: string[]): void => {
    if (typeof target === 'string') into.push(target.replaceAll('*', () => star));
    else if (Array.isArray(target)) for (const item of target as readonly JsonValue[]) collect(item, into);
    else if (isObject(target)) for (const [condition, inner] of Object.entries(target)) collect(inner, LATER.has(condition) ? later : into);
  };
  collect(value, first);
  return [...new Set([...first, ...later])];
}
