import { countOf } from '../../rules/count-of.ts';
import { nameFromStart } from './name-from-start.ts';
import { printable } from './printable.ts';
import type { AuditFinding, AuditReport } from '../audit-report.ts';

/** The findings as workflow commands, which GitHub Actions shows beside the lines of a pull request. */
export function githubReport(report: AuditReport): string {
  const { findings, skipped, findingsMissing, summary } = report;
  const lines = [
    ...(findingsMissing === null ? [] : [command('error', { title: 'plex-lint' }, findingsMissing)]),
    ...findings.map((finding) => command(finding.severity, { file: nameFromStart(report, finding.file), ...rangeOf(finding), title: finding.rule }, finding.message)),
    ...skipped.map(({ file, line, column, message }) =>
      command('warning', { file: nameFromStart(report, file), line: String(line), col: String(column), title: 'plex-lint skipped this file' }, message),
    ),
    `plex-lint: ${countOf(summary.findings.error, 'error')}, ${countOf(summary.findings.warning, 'warning')}, ${String(summary.findings.accepted)} accepted; ${countOf(summary.requests.total, 'request')} in ${countOf(summary.files.read, 'file')}`,
  ];
  return `${lines.join('\n')}\n`;
}

/** GitHub takes columns only where the finding ends on the line it starts on. */
function rangeOf({ line, column, endLine, endColumn }: AuditFinding): Record<string, string> {
  const lines = { line: String(line), endLine: String(endLine) };
  return endLine === line ? { ...lines, col: String(column), endColumn: String(endColumn) } : lines;
}

function command(level: 'error' | 'warning', properties: Readonly<Record<string, string>>, message: string): string {
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(value)}`);
  return `::${level} ${written.join(',')}::${escapeData(message)}`;
}

/** A message is one line, and cannot start a command of its own. */
function escapeData(text: string): string {
  return printable(text).replaceAll('%', '%25');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
