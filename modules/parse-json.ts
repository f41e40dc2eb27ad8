import type { TSESTree } from '@typescript-eslint/types';
import type { ParseProgram } from './parse-file.ts';

const PREFIX = 'export default ';

/** JSON text as a module with that value as its default export, ranges as in the JSON text; null when it is no JSON. */
export function parseJson(text: string, parse: ParseProgram): TSESTree.Program | null {
  const parsed = parse(PREFIX + text, 'ts', 'module');
  if (!('program' in parsed)) return null;
  const [statement] = parsed.program.body;
  if (parsed.program.body.length !== 1 || statement?.type !== 'ExportDefaultDeclaration') return null;

  shift(parsed.program, -PREFIX.length);
  return parsed.program;
}

/** Moves every range of a tree; what would begin before the text begins at 0. */
function shift(value: unknown, by: number): void {
  if (Array.isArray(value)) {
    for (const item of value) shift(item, by);
    return;
  }
  if (typeof value !== 'object' || value === null) return;

  for (const [key, child] of Object.entries(value)) {
    if (key === 'range' && isRange(child)) {
      child[0] = Math.max(0, child[0] + by);
      child[1] = Math.max(0, child[1] + by);
      Object.assign(value, { start: child[0], end: child[1] });
    } else {
      shift(child, by);
    }
  }
}

function isRange(value: unknown): value is [number, number] {
  return Array.isArray(value) && value.length === 2 && value.every((item) => typeof item === 'number');
}
