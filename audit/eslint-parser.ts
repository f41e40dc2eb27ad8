import { createRequire } from 'node:module';
import { readComments } from '../modules/parse-file.ts';
import { findLineStarts, positionIn } from './locate-places.ts';
import type { Linter } from 'eslint';
import type { ParsedFile } from '../modules/parse-file.ts';

type VisitorKeys = Record<string, string[]>;
interface Located {
  readonly line: number;
  readonly column: number;
}
type Locate = (offset: number) => Located;
type NodeLike = Record<string, unknown> & { readonly type: string; range: readonly [number, number] };

const require = createRequire(import.meta.url);

/** Configuration comments for other rules, which are not ours to run: `eslint semi: "error"`, `global $`. */
const FOREIGN_CONFIGURATION = /^\s*(?:eslint|globals?|exported|eslint-env)\s/;
const OUR_RULE = /\bplex-api\//;

/**
 * Makes a parser for ESLint of what parses the inventory's files: whatever the inventory can read, the rules can read too,
 * with nothing to install and nothing to configure. The tree has no tokens, so only rules that need none can run on it:
 * ours. A tree that was parsed before may be handed out again; it gains what ESLint adds to it.
 */
export function createEslintParser(parse: (file: string, text: string) => ParsedFile): Linter.Parser {
  return {
    meta: { name: 'plex-lint' },
    parseForESLint(text: string, options?: { readonly filePath?: string }) {
      const file = options?.filePath ?? 'input.ts';
      const parsed = parse(file, text);
      if ('error' in parsed) {
        const { message, line, column } = parsed.error;
        throw Object.assign(new SyntaxError(message), { lineNumber: line, column });
      }
      const { visitorKeys } = require('oxc-parser') as { readonly visitorKeys: VisitorKeys };
      const starts = findLineStarts(text);
      const locate: Locate = (offset) => {
        const { line, column } = positionIn(starts, offset);
        return { line, column: column - 1 };
      };
      const program = parsed.module.program as unknown as NodeLike;
      program.range = [0, text.length];
      addLocations(program, visitorKeys, locate);
      const ast = Object.assign(program, { comments: locateComments(file, text, locate), tokens: [] });
      return { ast, visitorKeys, services: {} };
    },
  };
}

function locateComments(file: string, text: string, locate: Locate): unknown[] {
  return readComments(file, text)
    .filter(({ value }) => !FOREIGN_CONFIGURATION.test(value) || OUR_RULE.test(value))
    .map((comment) => ({ ...comment, loc: locationOf(comment.range, locate) }));
}

/** ESLint wants `loc` on every node. */
function addLocations(program: NodeLike, visitorKeys: VisitorKeys, locate: Locate): void {
  // A list of our own, because a sum of thousands of terms is thousands of nodes deep.
  const open = [program];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    node.loc = locationOf(node.range, locate);
    for (const key of visitorKeys[node.type] ?? []) {
      const child = node[key];
      for (const item of Array.isArray(child) ? (child as unknown[]) : [child]) if (isNode(item)) open.push(item);
    }
  }
}

function locationOf([start, end]: readonly [number, number], locate: Locate): { start: Located; end: Located } {
  return { start: locate(start), end: locate(end) };
}

function isNode(value: unknown): value is NodeLike {
  return typeof value === 'object' && value !== null && 'type' in value && 'range' in value;
}
