import plugin from '../rules/index.ts';
import { createEslintParser } from './eslint-parser.ts';
import { readAccepted, readFatal, readFindings } from './read-messages.ts';
import type * as Eslint from 'eslint';
import type { Linter } from 'eslint';
import type { SkippedFile } from './audit-report.ts';
import type { LintAcceptance, LintFinding, LintOutcome, LintRequest } from './lint-outcome.ts';

/**
 * Runs the preset `recommended` in ESLint, with our own parser and without any configuration of the audited project: no
 * code of it is executed.
 */
export async function runPreset({ root, files, read, parse, settingsOf, onFile }: LintRequest): Promise<LintOutcome> {
  const eslint = await loadEslint();
  if (eslint === null) return NO_ESLINT;

  const config: Linter.Config[] = [
    plugin.configs.recommended,
    {
      // ESLint takes a file for configured only by a pattern that does not end in `/*`.
      files: ['**/*.*'],
      languageOptions: { parser: createEslintParser(parse) },
      linterOptions: { reportUnusedDisableDirectives: 'off' },
    },
  ];
  const linter = new eslint.Linter({ cwd: root }) as LinterInFull;
  const findings: LintFinding[] = [];
  const accepted: LintAcceptance[] = [];
  const skipped: SkippedFile[] = [];
  for (const file of files) {
    const text = read(file);
    if (text === null) continue;
    onFile(file);
    try {
      const messages = linter.verify(text, [...config, { settings: { 'plex-api': settingsOf(file) ?? {} } }], { filename: file });
      findings.push(...readFindings(file, messages));
      accepted.push(...readAccepted(file, linter.getSuppressedMessages()));
      const fatal = readFatal(file, messages);
      if (fatal !== null) skipped.push(fatal);
    } catch (error) {
      skipped.push({ file, line: 1, column: 1, message: `A rule failed on this file: ${describeError(error)}` });
    }
  }
  return { findings, accepted, skipped, missing: null, warnings: [] };
}

/** ESLint's types leave one method of `Linter` out. */
interface LinterInFull extends Linter {
  readonly getSuppressedMessages: () => Linter.SuppressedLintMessage[];
}

const NO_ESLINT: LintOutcome = {
  findings: [],
  accepted: [],
  skipped: [],
  missing: 'ESLint is not installed, so no rule was run and nothing is known of findings. Install it: npm install --save-dev eslint',
  warnings: [],
};

/** ESLint is a peer dependency: the project that installs us brings it. */
async function loadEslint(): Promise<typeof Eslint | null> {
  try {
    return await import('eslint');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') return null;
    throw error;
  }
}

function describeError(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}
