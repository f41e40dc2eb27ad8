import { createHash } from 'node:crypto';
import { nameFromStart } from './name-from-start.ts';
import { printable, printableJson } from './printable.ts';
import type { AuditFinding, AuditReport } from '../audit-report.ts';

/** One entry of a code quality report, with the keys that GitLab reads. */
interface Issue {
  readonly type: 'issue';
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: 'blocker' | 'major' | 'minor' | 'info';
  readonly categories: readonly ['Bug Risk'];
  readonly location: { readonly path: string; readonly lines: { readonly begin: number; readonly end: number } };
}

const SEVERITY: Readonly<Record<AuditFinding['severity'], Issue['severity']>> = { error: 'major', warning: 'minor' };

/**
 * The findings as a code quality report of GitLab, in Code Climate's form. Files are named from the folder that the audit was
 * started in, which should be the repository's. Fingerprints are the report's: a finding stays the same when lines move.
 */
export function codeclimateReport(report: AuditReport): string {
  const { findings, skipped, findingsMissing } = report;
  const issues = [
    ...(findingsMissing === null ? [] : [describe(report, { file: '.', line: 1, rule: 'plex-lint/not-run', severity: 'blocker', message: findingsMissing })]),
    ...findings.map((finding) => describe(report, { ...finding, severity: SEVERITY[finding.severity] })),
    ...skipped.map((file) => describe(report, { ...file, rule: 'plex-lint/skipped', severity: 'minor' })),
  ];
  return `${printableJson(issues)}\n`;
}

interface Reported extends Pick<AuditFinding, 'file' | 'line' | 'rule' | 'message'>, Partial<Pick<AuditFinding, 'endLine' | 'fingerprint'>> {
  readonly severity: Issue['severity'];
}

function describe(report: AuditReport, { file, line, endLine = line, rule, message, severity, fingerprint }: Reported): Issue {
  const path = printable(nameFromStart(report, file));
  return {
    type: 'issue',
    description: printable(message),
    check_name: rule,
    fingerprint: fingerprint ?? createHash('sha256').update(JSON.stringify([rule, path, message])).digest('hex').slice(0, 16),
    severity,
    categories: ['Bug Risk'],
    location: { path, lines: { begin: line, end: endLine } },
  };
}
