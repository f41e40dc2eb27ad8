import { readAccepted, readFatal, readFindings } from './read-messages.ts';
import { runPreset } from './run-preset.ts';
import type { LintOutcome, LintRequest } from './lint-outcome.ts';
import type { ProjectConfig } from './read-project-config.ts';

/**
 * Runs the rules as the audited project runs them: its ESLint, its configuration, its parsers and ignores. This executes
 * the project's code. Where that cannot be done, the preset runs instead, and a warning says why: `config` may be the
 * reason why it could not be loaded.
 */
export async function runProjectConfig(request: LintRequest, config: ProjectConfig | string): Promise<LintOutcome> {
  if (typeof config === 'string') return runInstead(request, config);
  const wanted = new Set(request.files);
  const linted = config.linted.filter((file) => wanted.has(file));
  if (linted.length === 0) return runInstead(request, 'it switches on no rule of plex-api/ for these files');
  try {
    const results = await config.eslint.lintFiles(linted);
    for (const { filePath } of results) request.onFile(filePath);
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

async function runInstead(request: LintRequest, reason: string): Promise<LintOutcome> {
  const outcome = await runPreset(request);
  const warning = `The project's ESLint configuration is not used: ${reason}. The rules ran with the preset "recommended" instead.`;
  return { ...outcome, warnings: [warning, ...outcome.warnings] };
}
