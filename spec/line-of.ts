import { readFileSync } from 'node:fs';
import { findKeyInYaml } from './parse-yaml.ts';

/**
 * The line (1-based) at which the value of a JSON pointer (`/paths/~1identity/get`) is written in a JSON or YAML file:
 * the line of its key, or of the nearest parent that can be found. null when the file cannot be read.
 */
export function lineOf(file: string, pointer: string): number | null {
  try {
    return lineIn(readFileSync(file, 'utf8'), pointer);
  } catch {
    return null;
  }
}

/** As `lineOf`, for text at hand. */
export function lineIn(text: string, pointer: string): number {
  const keys = pointer.split('/').slice(1).map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  return lineAt(text, isJson(text) ? findKeyInJson(text, keys) : findKeyInYaml(text, keys));
}

/** The line (1-based) of an offset. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let index = text.indexOf('\n'); index !== -1 && index < offset; index = text.indexOf('\n', index + 1)) line += 1;
  return line;
}

/** Whether text is JSON rather than YAML, by its first character. */
export function isJson(text: string): boolean {
  return /^\uFEFF?\s*[[{]/.test(text);
}

/** The offset of the last of the keys that exists, walking tokens of correct JSON without building values. */
function findKeyInJson(text: string, keys: readonly string[]): number {
  const pattern = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;
  const next = (): { text: string; offset: number } => {
    const match = pattern.exec(text);
    return match === null ? { text: '', offset: text.length } : { text: match[0], offset: match.index };
  };
  let found = 0;
  for (const key of keys) {
    const opening = next();
    if (opening.text !== '{' && opening.text !== '[') return found;
    const offset = opening.text === '{' ? seekProperty(key, next) : seekElement(Number(key), next, () => pattern.lastIndex);
    if (offset === null) return found;
    found = offset;
  }
  return found;
}

type NextToken = () => { readonly text: string; readonly offset: number };

function seekProperty(key: string, next: NextToken): number | null {
  for (;;) {
    const name = next();
    if (!name.text.startsWith('"')) return null;
    next();
    if (JSON.parse(name.text) === key) return name.offset;
    skipValue(next);
    if (next().text !== ',') return null;
  }
}

function seekElement(index: number, next: NextToken, position: () => number): number | null {
  for (let at = 0; at < index; at += 1) {
    skipValue(next);
    if (next().text !== ',') return null;
  }
  return Number.isInteger(index) ? position() + 1 : null;
}

function skipValue(next: NextToken): void {
  let depth = 0;
  do {
    const { text } = next();
    if (text === '{' || text === '[') depth += 1;
    else if (text === '}' || text === ']') depth -= 1;
    else if (text === '') return;
  } while (depth > 0);
}
