import { countOf } from '../../rules/count-of.ts';
import { paintWith } from './paint.ts';
import { printUnattributed } from './text-unattributed.ts';
import { wrapText } from './wrap-text.ts';
import { printDeviating, printDimensions, printHandling, printNext } from './text-overview.ts';
import { nameFromStart } from './name-from-start.ts';
import { printable } from './printable.ts';
import { describeCounts, describeTag, SKIP_REASONS } from './words.ts';
import type { Paint } from './paint.ts';
import type { AuditFinding, AuditReport, AuditRequest, CoverageCounts, DescriptionCoverage } from '../audit-report.ts';

export interface TextOptions {
  /** Paint with ANSI colours. */
  readonly colour: boolean;
}

/** How many sites of one kind are listed before the rest is only counted. */
const MOST_SITES = 20;
const BAR_WIDTH = 10;

/** The report for a terminal: findings first, figures last, files relative to the folder the audit was started in. */
export function textReport(report: AuditReport, { colour }: TextOptions): string {
  const paint = paintWith(colour);
  const sections = [
    printFindings(report, paint),
    printSites('Paths that cannot be known', report, report.requests.filter(({ path }) => path === null), paint),
    printUnattributed(report, paint),
    printSkipped(report, paint),
    printCoverage(report, paint),
    printDeviating(report, paint),
    printNext(report, paint),
    printSummary(report, paint),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function printFindings({ findings, findingsMissing, root }: AuditReport, paint: Paint): string {
  if (findingsMissing !== null) return paint.red(`No findings: ${printable(findingsMissing)}`);

  const byFile = new Map<string, string[]>();
  for (const finding of findings) {
    const lines = byFile.get(finding.file) ?? [paint.underline(nameFrom(root, finding.file))];
    byFile.set(finding.file, lines);
    lines.push(printFinding(finding, paint));
  }
  return [...byFile.values()].map((lines) => lines.join('\n')).join('\n\n');
}

function printFinding({ line, column, severity, message, rule }: AuditFinding, paint: Paint): string {
  const place = `${String(line)}:${String(column)}`.padStart(8);
  const level = severity === 'error' ? paint.red('error  ') : paint.yellow('warning');
  return `${paint.dim(place)}  ${level}  ${printable(message)}  ${paint.dim(printable(rule))}`;
}

function printSites(heading: string, { root }: AuditReport, sites: readonly AuditRequest[], paint: Paint): string {
  if (sites.length === 0) return '';
  const lines = sites.slice(0, MOST_SITES).map(({ file, line, column, method, path, reason }) => {
    const request = [method ?? 'any method', path].filter((part) => part !== null).join(' ');
    return `  ${nameFrom(root, file)}:${String(line)}:${String(column)}  ${printable(request)}  ${paint.dim(printable(reason ?? ''))}`;
  });
  const more = sites.length - lines.length;
  if (more > 0) lines.push(paint.dim(`  and ${String(more)} more: --format json lists them all`));
  return [paint.bold(`${heading}: ${String(sites.length)}`), ...lines].join('\n');
}

function printSkipped({ skipped, root }: AuditReport, paint: Paint): string {
  if (skipped.length === 0) return '';
  const lines = skipped.map(({ file, line, column, message }) => `  ${nameFrom(root, file)}:${String(line)}:${String(column)}  ${printable(message)}`);
  return [paint.bold(`Files that could not be read, and were skipped: ${String(skipped.length)}`), ...lines].join('\n');
}

function printCoverage({ coverage }: AuditReport, paint: Paint): string {
  const used = coverage.filter(({ tags }) => tags.some(({ operations }) => operations.some(({ sites }) => sites > 0)));
  const unused = coverage.filter((description) => !used.includes(description));
  const lines = used.flatMap((description) => printDescription(description, paint));
  if (unused.length > 0) {
    lines.push(...wrapText(`Not used at all: ${unused.map((part) => `${printable(part.description)} (${String(countAll(part))})`).join(', ')}`, '  ', ''));
  }
  return lines.length === 0 ? '' : [paint.bold('Operations implemented, by description and tag'), ...lines].join('\n');
}

function printDescription(coverage: DescriptionCoverage, paint: Paint): string[] {
  const { description, tags } = coverage;
  const isUsed = ({ operations }: (typeof tags)[number]): boolean => operations.some(({ sites }) => sites > 0);
  const used = tags.filter(isUsed);
  const unused = tags.filter((tag) => !isUsed(tag));
  const width = Math.max(...used.map(({ tag }) => tag.length));
  const lines = used.map((tag) => {
    return `  ${printBar(tag, paint)} ${printable(tag.tag).padEnd(width)}  ${describeTag(tag)}`;
  });
  const none = unused.filter((part) => countAll(part) > 0).map((part) => `${printable(part.tag)} (${String(countAll(part))})`);
  if (none.length > 0) lines.push(...wrapText(`None of: ${none.join(', ')}`, '    ', '  '));
  return [`${printable(description)}: ${describeCounts(coverage)}`, ...lines];
}

function countAll({ total, undocumented }: CoverageCounts): number {
  return total + undocumented.total;
}

function printBar(coverage: CoverageCounts, paint: Paint): string {
  const implemented = coverage.implemented + coverage.undocumented.implemented;
  const total = countAll(coverage);
  const filled = total === 0 ? 0 : Math.ceil((implemented / total) * BAR_WIDTH);
  return paint.green('█'.repeat(filled)) + paint.dim('░'.repeat(BAR_WIDTH - filled));
}

function printSummary(report: AuditReport, paint: Paint): string {
  const { root, summary, leftOut, findingsMissing } = report;
  const { files, requests, findings } = summary;
  const targets = Object.entries(requests.byTarget).map(([target, count]) => `${String(count)} to ${printable(target)}`);
  const standings = Object.entries(requests.byStanding).filter(([, count]) => count > 0).map(([standing, count]) => `${String(count)} ${SAID[standing] ?? standing}`);
  const lines = [
    `${countOf(requests.total, 'request')} in ${String(files.withRequests)} of ${countOf(files.read, 'file')}${prefixed(': ', targets.join(', '))}`,
    standings.join(', '),
    `${String(requests.unresolved)} with an unknown path, ${String(requests.unattributed)} not attributed to an API, ${String(requests.foreign)} to other hosts`,
    ...printDimensions(report),
    ...printHandling(report),
    leftOut.length === 0 ? '' : `Left out: ${leftOut.map(({ reason, count }) => `${SKIP_REASONS[reason]} (${String(count)})`).join(', ')}`,
  ];
  const verdict = `${countOf(findings.error, 'error')}, ${countOf(findings.warning, 'warning')}${findings.accepted > 0 ? `, ${String(findings.accepted)} accepted` : ''}`;
  const style = findings.error > 0 ? paint.red : findings.warning > 0 ? paint.yellow : paint.green;
  return [
    paint.bold(`Audit of ${printable(root)}`),
    ...lines.filter((line) => line !== '').flatMap((line) => wrapLine(line)),
    `  ${findingsMissing === null ? style(verdict) : paint.red('Rules were not run')}`,
  ].join('\n');
}

const SAID: Readonly<Record<string, string>> = { 'wrong-method': 'with a wrong method', unresolved: 'of several possible operations' };

/** A line of the summary, which may have columns: what does not fit stands below the last of them. */
function wrapLine(line: string): readonly string[] {
  const [, columns = '', text = line] = /^(.* {2,})(.*)$/.exec(line) ?? [];
  return wrapText(text, `  ${' '.repeat(columns.length === 0 ? 2 : columns.length)}`, `  ${columns}`);
}

function nameFrom(root: string, file: string): string {
  return printable(nameFromStart({ root }, file));
}

function prefixed(prefix: string, text: string): string {
  return text === '' ? '' : prefix + text;
}
