import { escapeKey } from './resolve-ref.ts';

/** Pointers longer than this are left out: operations, parameters and responses have fewer keys. */
const DEEPEST = 6;

/**
 * The lines (1-based) at which the keys and elements of correct JSON are written, by JSON pointer, down to six keys deep.
 * One walk over the text, for many pointers into one document; `lineIn` finds a single one.
 */
export function linesOfJson(text: string): ReadonlyMap<string, number> {
  const lines = new Map([['', 1]]);
  const stack: Level[] = [];
  let line = 1;
  let key: string | null = null;
  const enter = (): string | null => {
    const level = stack.at(-1);
    if (level === undefined) return '';
    if (level.pointer === null || stack.length > DEEPEST) return null;
    const pointer = `${level.pointer}/${level.isList ? String(level.index) : escapeKey(key ?? '')}`;
    lines.set(pointer, level.isList ? line : level.keyLine);
    return pointer;
  };
  for (const [token] of text.matchAll(/\n|"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g)) {
    const level = stack.at(-1);
    if (token === '\n') line += 1;
    else if (token === '{' || token === '[') {
      const pointer = enter();
      stack.push({ pointer, isList: token === '[', index: 0, isKeyNext: token === '{', keyLine: line });
    } else if (token === '}' || token === ']') stack.pop();
    else if (token === ',') {
      if (level !== undefined) Object.assign(level, { index: level.index + 1, isKeyNext: !level.isList });
    } else if (token !== ':' && level !== undefined) {
      if (!level.isKeyNext) enter();
      else if (level.pointer !== null) {
        key = JSON.parse(token) as string;
        Object.assign(level, { isKeyNext: false, keyLine: line });
      } else level.isKeyNext = false;
    }
  }
  return lines;
}

/** An object or list that the walk is in. */
interface Level {
  /** null: too deep to be wanted. */
  readonly pointer: string | null;
  readonly isList: boolean;
  index: number;
  isKeyNext: boolean;
  keyLine: number;
}
