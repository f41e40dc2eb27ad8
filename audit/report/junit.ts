import { escapeHtml } from './escape-html.ts';
import { nameFromStart } from './name-from-start.ts';
import type { AuditReport } from '../audit-report.ts';

/** One `testcase`: a finding, a file that could not be read, or that nothing was found. */
interface Case {
  readonly name: string;
  readonly outcome: { readonly kind: 'failure' | 'error'; readonly type: string; readonly message: string; readonly place: string } | null;
}

/** The form asks for a time and a host. The same sources give the same report, so both are fixed. */
const FIXED = 'timestamp="1970-01-01T00:00:00" hostname="localhost" time="0"';

/**
 * The findings as JUnit XML, in the form of Ant's schema: a suite for each file with requests, findings or an error, a
 * failed case for each finding, and a passed one for a file without.
 */
export function junitReport(report: AuditReport): string {
  const suites = [...casesByFile(report)].map(([file, cases], id) => printSuite(file, cases, id));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${suites.join('')}</testsuites>\n`;
}

function casesByFile(report: AuditReport): ReadonlyMap<string, readonly Case[]> {
  const files = new Map<string, Case[]>();
  const casesOf = (file: string): Case[] => {
    const name = nameFromStart(report, file);
    const cases = files.get(name) ?? [];
    files.set(name, cases);
    return cases;
  };
  for (const { file } of [...report.requests, ...report.findings, ...report.skipped].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0))) casesOf(file);
  for (const { file, line, column, rule, message } of report.findings) {
    const place = `${nameFromStart(report, file)}:${String(line)}:${String(column)}`;
    casesOf(file).push({ name: `${String(line)}:${String(column)} ${rule}`, outcome: { kind: 'failure', type: rule, message, place } });
  }
  for (const { file, line, column, message } of report.skipped) {
    const place = `${nameFromStart(report, file)}:${String(line)}:${String(column)}`;
    casesOf(file).push({ name: 'reading the file', outcome: { kind: 'error', type: 'skipped', message, place } });
  }
  for (const cases of files.values()) if (cases.length === 0) cases.push({ name: 'no finding', outcome: null });
  if (report.findingsMissing !== null) {
    files.set('plex-lint', [{ name: 'running the rules', outcome: { kind: 'error', type: 'not run', message: report.findingsMissing, place: '' } }]);
  }
  return files;
}

function printSuite(file: string, cases: readonly Case[], id: number): string {
  const count = (kind: 'failure' | 'error'): string => String(cases.filter(({ outcome }) => outcome?.kind === kind).length);
  const numbers = `tests="${String(cases.length)}" failures="${count('failure')}" errors="${count('error')}"`;
  return [
    `  <testsuite package="plex-lint" id="${String(id)}" name="${escapeHtml(file)}" ${FIXED} ${numbers}>`,
    '    <properties/>',
    ...cases.map((one) => printCase(file, one)),
    '    <system-out/>',
    '    <system-err/>',
    '  </testsuite>\n',
  ].join('\n');
}

function printCase(file: string, { name, outcome }: Case): string {
  const start = `    <testcase name="${escapeHtml(name)}" classname="${escapeHtml(file)}" time="0"`;
  if (outcome === null) return `${start}/>`;
  const { kind, type, message, place } = outcome;
  return `${start}>\n      <${kind} type="${escapeHtml(type)}" message="${escapeHtml(message)}">${escapeHtml(place)}</${kind}>\n    </testcase>`;
}
