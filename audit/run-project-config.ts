import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readAccepted, readFatal, readFindings } from './read-messages.ts';
import { runPreset } from './run-preset.ts';
import type * as Eslint from 'eslint';
import type { ESLint } from 'eslint';
import type { LintOutcome, LintRequest } from './lint-outcome.ts';

/**
 * Runs the rules as the audited project runs them: its ESLint, its configuration, its parsers and ignores. This executes
 * the project's code. Where that cannot be done, the preset runs instead, and a warning says why.
 */
export async function runProjectConfig(request: LintRequest): Promise<LintOutcome> {
  const { root, files, onFile } = request;
  try {
    const eslint = await startEslint(root);
    const linted = await findLinted(eslint, files);
    if (linted.length === 0) return await runInstead(request, 'it switches on no rule of plex-api/ for these files');

    const results = await eslint.lintFiles([...linted]);
    for (const { filePath } of results) onFile(filePath);
    return {
      findings: results.flatMap(({ filePath, messages }) => readFindings(filePath, messages)),
      accepted: results.flatMap(({ filePath, suppressedMessages }) => readAccepted(filePath, suppressedMessages)),
      skipped: results.flatMap(({ filePath, messages }) => readFatal(filePath, messages) ?? []),
      missing: null,
      warnings: [],
    };
  } catch (error) {
    return runInstead(request, error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
  }
}

async function startEslint(root: string): Promise<ESLint> {
  const { ESLint: Class } = await loadEslint(root);
  return new Class({ cwd: root, errorOnUnmatchedPattern: false, warnIgnored: false, globInputPaths: false });
}

async function loadEslint(root: string): Promise<typeof Eslint> {
  let own: string;
  try {
    own = createRequire(join(root, 'package.json')).resolve('eslint');
  } catch {
    return import('eslint');
  }
  return (await import(pathToFileURL(own).href)) as typeof Eslint;
}

/** The files for which the configuration switches on a rule of ours. */
async function findLinted(eslint: ESLint, files: readonly string[]): Promise<readonly string[]> {
  const linted: string[] = [];
  for (const file of files) {
    if (await eslint.isPathIgnored(file)) continue;
    const config = (await eslint.calculateConfigForFile(file)) as { readonly rules?: Readonly<Record<string, unknown>> } | undefined;
    if (Object.keys(config?.rules ?? {}).some((rule) => rule.startsWith('plex-api/'))) linted.push(file);
  }
  return linted;
}

async function runInstead(request: LintRequest, reason: string): Promise<LintOutcome> {
  const outcome = await runPreset(request);
  const warning = `The project's ESLint configuration is not used: ${reason}. The rules ran with the preset "recommended" instead.`;
  return { ...outcome, warnings: [warning, ...outcome.warnings] };
}
