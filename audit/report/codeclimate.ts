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
 * started in, which should be the repository's. A fingerprint holds no line, so that a finding stays the same when it moves.
 */
export function codeclimateReport(report: AuditReport): string {
  const { findings, skipped, findingsMissing } = report;
  const issues = createIssues(report);
  if (findingsMissing !== null) issues.add({ rule: 'plex-lint/not-run', severity: 'blocker', message: findingsMissing, file: '.', line: 1, endLine: 1 });
  for (const finding of findings) issues.add({ ...finding, severity: SEVERITY[finding.severity] });
  for (const file of skipped) issues.add({ ...file, rule: 'plex-lint/skipped', severity: 'minor', endLine: file.line });
  return `${printableJson(issues.all)}\n`;
}

interface Reported extends Pick<AuditFinding, 'file' | 'line' | 'endLine' | 'rule' | 'message'> {
  readonly severity: Issue['severity'];
}

/** Gathers issues; of two alike, the second has a fingerprint of its own, because GitLab shows one for each. */
function createIssues(report: AuditReport): { readonly all: readonly Issue[]; readonly add: (reported: Reported) => void } {
  const all: Issue[] = [];
  const seen = new Map<string, number>();
  return {
    all,
    add({ file, line, endLine, rule, message, severity }) {
      const path = printable(nameFromStart(report, file));
      const subject = JSON.stringify([rule, path, message]);
      const before = seen.get(subject) ?? 0;
      seen.set(subject, before + 1);
      all.push({
        type: 'issue',
        description: printable(message),
        check_name: rule,
        fingerprint: createHash('sha256').update(`${subject} ${String(before)}`).digest('hex').slice(0, 32),
        severity,
        categories: ['Bug Risk'],
        location: { path, lines: { begin: line, end: endLine } },
      });
    },
  };
}
