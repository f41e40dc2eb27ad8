import type { Linter } from 'eslint';
import type { SkippedFile } from './audit-report.ts';
import type { LintAcceptance, LintFinding } from './lint-outcome.ts';

const NAMESPACE = 'plex-api/';

/** The messages of our rules among those that ESLint gives for a file. */
export function readFindings(file: string, messages: readonly Linter.LintMessage[]): LintFinding[] {
  return messages.flatMap((message) => {
    const rule = message.ruleId;
    return rule?.startsWith(NAMESPACE) === true && message.fatal !== true ? [readFinding(file, rule, message)] : [];
  });
}

/** The messages of our rules that a disable comment silences. */
export function readAccepted(file: string, messages: readonly Linter.SuppressedLintMessage[]): LintAcceptance[] {
  return messages.flatMap((message) => {
    const [finding] = readFindings(file, [message]);
    const justification = message.suppressions.map((suppression) => suppression.justification).find((text) => text !== '');
    return finding === undefined ? [] : [{ ...finding, justification: justification ?? null }];
  });
}

/** The reason why ESLint could not read the file; null when it could. */
export function readFatal(file: string, messages: readonly Linter.LintMessage[]): SkippedFile | null {
  const fatal = messages.find((message) => message.fatal === true);
  return fatal === undefined ? null : { file, line: fatal.line, column: fatal.column, message: fatal.message };
}

function readFinding(file: string, rule: string, { line, column, endLine, endColumn, severity, message }: Linter.LintMessage): LintFinding {
  return {
    file,
    line,
    column,
    endLine: endLine ?? line,
    endColumn: endColumn ?? column,
    rule,
    severity: severity === 2 ? 'error' : 'warning',
    message,
  };
}
