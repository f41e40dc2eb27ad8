import { createRequire } from 'node:module';
import type { Linter } from 'eslint';
import { parseFile } from '../modules/parse-file.ts';
import { findLineStarts, positionIn } from './locate-places.ts';

type VisitorKeys = Readonly<Record<string, readonly string[]>>;
type NodeLike = Record<string, unknown> & { type: string; range: [number, number] };

const require = createRequire(import.meta.url);

/** Configuration comments for other rules, which are not ours to run: `eslint semi: "error"`, `global $`. */
const FOREIGN_CONFIGURATION = /^\s*(?:eslint|globals?|exported|eslint-env)\s/;
const OUR_RULE = /\bplex-api\//;

/**
 * A parser for ESLint that gives the tree of `modules/`: whatever the inventory can read the rules can read too, with no
 * parser to install and no configuration. It has no tokens, so only rules that need none can run on it: ours.
 */
export const eslintParser: Linter.Parser = {
  meta: { name: 'plex-lint' },
  parseForESLint(text: string, options?: { readonly filePath?: string }) {
    const parsed = parseFile(options?.filePath ?? 'input.ts', text);
    if ('error' in parsed) {
      const { message, line, column } = parsed.error;
      throw Object.assign(new SyntaxError(message), { lineNumber: line, column });
    }
    const { visitorKeys } = require('oxc-parser') as { visitorKeys: VisitorKeys };
    const starts = findLineStarts(text);
    const locate = (offset: number): { line: number; column: number } => {
      const { line, column } = positionIn(starts, offset);
      return { line, column: column - 1 };
    };
    const program = parsed.module.program as unknown as NodeLike;
    program.range = [0, text.length];
    addLocations(program, visitorKeys, locate);
    const comments = parsed
      .comments()
      .filter(({ value }) => !FOREIGN_CONFIGURATION.test(value) || OUR_RULE.test(value))
      .map(({ type, value, range }) => ({ type, value, range, loc: { start: locate(range[0]), end: locate(range[1]) } }));
    return { ast: Object.assign(program, { comments, tokens: [] }), visitorKeys: visitorKeys as Record<string, string[]>, services: {} };
  },
};

type Locate = (offset: number) => { line: number; column: number };

/** ESLint wants `loc` on every node. */
function addLocations(node: NodeLike, visitorKeys: VisitorKeys, locate: Locate): void {
  node.loc = { start: locate(node.range[0]), end: locate(node.range[1]) };
  for (const key of visitorKeys[node.type] ?? []) {
    const child = node[key];
    for (const item of Array.isArray(child) ? (child as unknown[]) : [child]) {
      if (isNode(item)) addLocations(item, visitorKeys, locate);
    }
  }
}

function isNode(value: unknown): value is NodeLike {
  return typeof value === 'object' && value !== null && 'type' in value && 'range' in value;
}
