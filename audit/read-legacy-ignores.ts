import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ignore from 'ignore';
import { parseFile } from '../modules/parse-file.ts';
import { childrenOf } from '../rules/node-path.ts';
import { parseYaml } from '../spec/parse-yaml.ts';
import { isInside } from './find-root.ts';
import { findLintConfig } from './read-lint-ignores.ts';
import type { TSESTree } from '@typescript-eslint/types';

/** What one folder says, in the syntax of .gitignore. */
interface FolderIgnores {
  readonly rules: ignore.Ignore;
  /** Its configuration is the last that counts; what `.eslintignore` of folders above says counts all the same. */
  readonly isRoot: boolean;
}

interface Written {
  readonly patterns: readonly string[];
  readonly isRoot: boolean;
}

const NOTHING: Written = { patterns: [], isRoot: false };
const NAMES = ['.eslintrc.js', '.eslintrc.cjs', '.eslintrc.yaml', '.eslintrc.yml', '.eslintrc.json', '.eslintrc'];

/**
 * The files that ESLint leaves out by its old configuration, where there is no other: `.eslintignore`, `ignorePatterns` of
 * `.eslintrc.*` as far as they are written out there, and both in package.json. Looks no further up than `top`, and executes
 * nothing. https://eslint.org/docs/v8.x/use/configure/ignore
 */
export function readLegacyIgnores(files: readonly string[], top: string): ReadonlySet<string> {
  const configs = new Map<string, string | null>();
  const known = new Map<string, FolderIgnores[]>();
  return new Set(files.filter((file) => {
    if (findLintConfig(dirname(file), top, configs) !== null) return false;
    let isOver = false;
    for (let folder = dirname(file); isInside(top, folder); folder = dirname(folder)) {
      let here = known.get(folder);
      if (here === undefined) known.set(folder, (here = readFolder(folder)));
      const name = relative(folder, file).split(sep).join('/');
      const [own, config] = here;
      if (own?.rules.ignores(name) === true || (!isOver && config?.rules.ignores(name) === true)) return true;
      isOver ||= config?.isRoot === true;
      if (folder === dirname(folder)) break;
    }
    return false;
  }));
}

/** What is ignored by files for that alone, and by the configuration. */
function readFolder(folder: string): FolderIgnores[] {
  const manifest = asRecord(parseOr(() => JSON.parse(readText(join(folder, 'package.json')) ?? 'null')));
  const own = [...(readText(join(folder, '.eslintignore')) ?? '').split(/\r?\n/), ...textsOf(manifest.eslintIgnore)];
  const name = NAMES.map((one) => join(folder, one)).find((one) => existsSync(one));
  const config = name === undefined ? fromValue(manifest.eslintConfig) : readConfig(name);
  return [{ patterns: own, isRoot: false }, config].map(({ patterns, isRoot }) => ({ rules: ignore().add([...patterns]), isRoot }));
}

function readConfig(file: string): Written {
  const text = readText(file) ?? '';
  if (/\.ya?ml$/.test(file)) return fromValue(parseYaml(text).value);
  // JSON with comments is a literal of JavaScript
  const parsed = parseFile(/\.c?js$/.test(file) ? file : `${file}.js`, /\.c?js$/.test(file) ? text : `(${text.trim()}\n)`);
  if ('error' in parsed) return fromValue(parseYaml(text).value);
  const properties = propertiesIn(parsed.module.program);
  const value = (name: string): readonly TSESTree.Node[] => properties.filter(({ key }) => (key.type === 'Identifier' ? key.name : key.type === 'Literal' ? key.value : null) === name).map((property) => property.value);
  const patterns = value('ignorePatterns').flatMap((node): readonly (TSESTree.Node | null)[] => (node.type === 'ArrayExpression' ? node.elements : [node]));
  return {
    patterns: patterns.flatMap((node) => (node?.type === 'Literal' && typeof node.value === 'string' ? [node.value] : [])),
    isRoot: value('root').some((node) => node.type === 'Literal' && node.value === true),
  };
}

function propertiesIn(node: TSESTree.Node): readonly TSESTree.Property[] {
  return [...(node.type === 'Property' ? [node] : []), ...childrenOf(node).flatMap(propertiesIn)];
}

function fromValue(config: unknown): Written {
  const { ignorePatterns, root } = asRecord(config);
  return config === undefined ? NOTHING : { patterns: textsOf(ignorePatterns), isRoot: root === true };
}

function textsOf(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function readText(file: string): string | null {
  return parseOr(() => readFileSync(file, 'utf8')) as string | undefined ?? null;
}

/** undefined: it cannot be read, and says nothing. */
function parseOr(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return undefined;
  }
}
