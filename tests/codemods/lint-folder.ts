import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as typescript from '@typescript-eslint/parser';
import * as astro from 'astro-eslint-parser';
import { Linter } from 'eslint';
import * as svelte from 'svelte-eslint-parser';
import * as vue from 'vue-eslint-parser';
import { createModuleLoader } from '../../modules/create-module-loader.ts';
import { setModuleLoader } from '../../rules/engine.ts';
import plugin from '../../rules/index.ts';

/** A message of ESLint's; `rule` is null for a file that does not parse. */
export interface LintFinding {
  readonly file: string;
  readonly line: number;
  readonly rule: string | null;
  readonly message: string;
}

const PARSERS = { '.vue': vue, '.svelte': svelte, '.astro': astro };

/** Lints files of a folder, relative to it, as a user's ESLint does: with the usual parsers and these rules alone. */
export function lintFolder(root: string, files: readonly string[], rules: readonly string[], settings: unknown): readonly LintFinding[] {
  setModuleLoader((packages) => createModuleLoader({ root, packages, watch: false }));
  const linter = new Linter({ cwd: root });
  return files.flatMap((file) => {
    const messages = linter.verify(readFileSync(join(root, file), 'utf8'), configFor(file, rules, settings), { filename: join(root, file) });
    return messages.map(({ line, ruleId, message }) => ({ file, line, rule: ruleId?.replace(/^plex-api\//, '') ?? null, message }));
  });
}

/** The rules of the strictest preset. */
export function strictRules(): readonly string[] {
  return Object.keys(plugin.configs.strict.rules ?? {}).map((rule) => rule.replace(/^plex-api\//, ''));
}

function configFor(file: string, rules: readonly string[], settings: unknown): Linter.Config[] {
  const component = Object.entries(PARSERS).find(([extension]) => file.endsWith(extension))?.[1];
  const parserOptions = { parser: typescript, ecmaFeatures: { jsx: !/\.[cm]?ts$/.test(file) }, sourceType: file.endsWith('.cjs') ? 'script' : 'module' };
  return [
    { files: ['**/*.*'], languageOptions: { parser: component ?? typescript, parserOptions }, linterOptions: { reportUnusedDisableDirectives: 'off' } },
    { plugins: { 'plex-api': plugin }, rules: Object.fromEntries(rules.map((rule) => [`plex-api/${rule}`, 'error'])), settings: { 'plex-api': settings ?? {} } },
  ];
}
