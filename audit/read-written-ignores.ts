import { readFileSync } from 'node:fs';
import { dirname, relative, sep } from 'node:path';
import ignore from 'ignore';
import { parseFile } from '../modules/parse-file.ts';
import { childrenOf } from '../rules/node-path.ts';
import { findLintConfig } from './read-lint-ignores.ts';
import type { TSESTree } from '@typescript-eslint/types';

/**
 * The files that the nearest ESLint configuration of each, no further up than `top`, ignores as a whole, as far as that
 * stands there in so many words: `{ ignores: ['dist/'] }` or `globalIgnores(['dist/'])`. Nothing is executed.
 * https://eslint.org/docs/latest/use/configure/ignore
 */
export function readWrittenIgnores(files: readonly string[], top: string): ReadonlySet<string> {
  const folders = new Map<string, string | null>();
  const known = new Map<string, ignore.Ignore>();
  return new Set(files.filter((file) => {
    const config = findLintConfig(dirname(file), top, folders);
    if (config === null) return false;
    let rules = known.get(config);
    if (rules === undefined) known.set(config, (rules = ignore().add(patternsOf(config).map(toGitPattern))));
    return rules.ignores(relative(dirname(config), file).split(sep).join('/'));
  }));
}

function patternsOf(config: string): readonly string[] {
  try {
    const parsed = parseFile(config, readFileSync(config, 'utf8'));
    return 'module' in parsed ? findPatterns(parsed.module.program) : [];
  } catch {
    // it cannot be read: it says nothing
    return [];
  }
}

/** An object that has `ignores` beside a name at most holds for the whole run. */
function findPatterns(node: TSESTree.Node): readonly string[] {
  if (node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'globalIgnores') return textsOf(node.arguments[0]);
  if (node.type === 'ObjectExpression') {
    const names = node.properties.map((property) => (property.type === 'Property' && property.key.type === 'Identifier' ? property.key.name : ''));
    const at = names.indexOf('ignores');
    const property = node.properties[at];
    if (property?.type === 'Property' && names.every((name) => name === 'ignores' || name === 'name')) return textsOf(property.value);
  }
  return childrenOf(node).flatMap(findPatterns);
}

function textsOf(list: TSESTree.Node | undefined): readonly string[] {
  if (list?.type !== 'ArrayExpression') return [];
  return list.elements.flatMap((element) => (element?.type === 'Literal' && typeof element.value === 'string' ? [element.value] : []));
}

/** ESLint's patterns start at the folder of the configuration; those of git match at any depth unless they begin with a slash. */
function toGitPattern(pattern: string): string {
  const [, not = '', rest = ''] = /^(!?)(?:\.?\/)?(.*)$/s.exec(pattern) ?? [];
  return `${not}/${rest}`;
}
