import type { Codemod, CodemodOptions } from './codemod.ts';

/**
 * The options of a codemod from what a command line has, with the defaults filled in. Throws, saying what to write, for a
 * value that is none; names that it does not know are others' business.
 */
export function readOptions({ name, options }: Codemod, given: Readonly<Record<string, unknown>>): CodemodOptions {
  return Object.fromEntries(Object.entries(options).map(([key, option]) => {
    const value = read(given[key] ?? given[toCamelCase(key)], option.type);
    if (value === null) throw new Error(`${name}: --${key} ${JSON.stringify(given[key])} is no ${option.type}. ${option.description}`);
    const mistake = value === undefined ? null : option.check?.(value) ?? null;
    if (mistake !== null) throw new Error(`${name}: --${key} ${String(value)} is not possible. ${mistake}`);
    return [key, value ?? option.default];
  }));
}

/** undefined: not given. null: not of the type. */
function read(value: unknown, type: 'string' | 'number' | 'boolean'): string | number | boolean | undefined | null {
  if (value === undefined) return undefined;
  if (type === 'number') return (typeof value === 'number' || typeof value === 'string') && String(value).trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : null;
  if (type === 'boolean') return typeof value === 'boolean' ? value : value === 'true' ? true : value === 'false' ? false : null;
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : null;
}

function toCamelCase(key: string): string {
  return key.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
