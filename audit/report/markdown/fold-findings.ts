import { countOf } from '../../../rules/count-of.ts';
import { codeSpan, escapeMarkdown, proseMarkdown } from '../escape-markdown.ts';
import { nameFromStart } from '../name-from-start.ts';
import { describeAcceptance } from '../words.ts';
import { tableHead, tableRow } from './folded.ts';
import type { AuditFinding, AuditReport, SkippedFile } from '../../audit-report.ts';
import type { Folded } from './folded.ts';

const COLUMNS = tableHead(['', 'place', 'rule', '']);

/** Findings that are open, those that are new first, and those that are accepted, with the reason. */
export function foldFindings(report: AuditReport): readonly Folded[] {
  const { findings, accepted, trend } = report;
  const added = findings.filter(({ fingerprint }) => trend?.findings.new.includes(fingerprint));
  const others = findings.filter((finding) => !added.includes(finding));
  const fixed = trend?.findings.fixed ?? [];
  return [
    { title: `<b>${countOf(added.length, 'new finding')}</b>`, head: COLUMNS, rows: added.map((finding) => printFinding(report, finding)) },
    { title: trend === undefined ? `<b>${countOf(others.length, 'finding')}</b>` : `${countOf(others.length, 'finding')} as before`, head: COLUMNS, rows: others.map((finding) => printFinding(report, finding)) },
    { title: `${countOf(fixed.length, 'finding')} no longer open`, head: COLUMNS, rows: fixed.map((finding) => printFinding(report, finding)) },
    { title: `${String(accepted.length)} accepted`, head: COLUMNS, rows: accepted.map((finding) => printFinding(report, finding, `<br>${escapeMarkdown(describeAcceptance(finding))}`)) },
  ];
}

function printFinding(report: AuditReport, finding: AuditFinding, more = ''): string {
  const { severity, rule, message, basis } = finding;
  const rests = basis === null ? '' : `<br>${codeSpan(`${basis.description}${basis.line === null ? '' : `:${String(basis.line)}`} ${basis.pointer}`)}`;
  return tableRow(severity === 'error' ? '**error**' : 'warning', placeOf(report, finding), codeSpan(rule), `${proseMarkdown(message)}${rests}${more}`);
}

/** Files that could not be read. */
export function foldSkipped(report: AuditReport): Folded {
  return {
    title: `${countOf(report.skipped.length, 'file')} that could not be read`,
    head: [],
    rows: report.skipped.map((file) => `- ${placeOf(report, file)} ${escapeMarkdown(file.message)}`),
  };
}

function placeOf(report: AuditReport, { file, line, column }: SkippedFile | AuditFinding): string {
  return codeSpan(`${nameFromStart(report, file)}:${String(line)}:${String(column)}`);
}
