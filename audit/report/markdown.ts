import { codeSpan, escapeMarkdown } from './escape-markdown.ts';
import { escapeHtml } from './escape-html.ts';
import { nameFromStart } from './name-from-start.ts';
import { countOf, describeCounts, isUnattributed, nameRequest, SKIP_REASONS } from './words.ts';
import type { AuditFinding, AuditReport, AuditRequest } from '../audit-report.ts';

/** A comment on GitHub may have 65,536 characters; what does not fit is counted. */
const MOST_CHARACTERS = 60_000;

/** A part that is folded: its title, and rows that may be cut off behind any. */
interface Folded {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly string[];
}

/**
 * The report for a repository, or a comment on a pull request: a short summary, then details that are folded. It is short
 * enough for a comment; what is left out is counted. Same report, same text.
 */
export function markdownReport(report: AuditReport): string {
  const parts = [printVerdict(report), printFigures(report)];
  let left = MOST_CHARACTERS - parts.join('').length;
  for (const folded of [...foldFindings(report), ...foldCoverage(report), ...foldSites(report), foldSkipped(report)]) {
    if (folded.rows.length === 0) continue;
    const text = printFolded(folded, left);
    parts.push(text);
    left -= text.length;
  }
  return `${parts.join('\n\n')}\n`;
}

function printFolded({ title, head, rows }: Folded, left: number): string {
  const start = ['<details>', `<summary>${title}</summary>`, '', ...head];
  let room = left - start.join('\n').length - 200;
  const fitting = rows.findIndex((row) => (room -= row.length + 1) < 0);
  const shown = fitting < 0 ? rows : rows.slice(0, fitting);
  const more = rows.length - shown.length;
  return [...start, ...shown, ...(more === 0 ? [] : ['', `And ${String(more)} more; the JSON report lists all.`]), '', '</details>'].join('\n');
}

function printVerdict({ summary, findingsMissing, root }: AuditReport): string {
  const { error, warning, accepted } = summary.findings;
  const counts = error + warning === 0 ? 'no findings' : [error === 0 ? '' : countOf(error, 'error'), warning === 0 ? '' : countOf(warning, 'warning')].filter((part) => part !== '').join(', ');
  const verdict = findingsMissing === null ? `${counts}${accepted === 0 ? '' : `, ${String(accepted)} accepted`}` : 'the rules were not run';
  const title = `## Plex API audit${root === '.' ? '' : ` of ${codeSpan(root)}`}: ${verdict}`;
  return findingsMissing === null ? title : `${title}\n\n**No findings:** ${escapeMarkdown(findingsMissing)}`;
}

function printFigures({ summary, leftOut }: AuditReport): string {
  const { files, requests, coverage } = summary;
  const targets = Object.entries(requests.byTarget).map(([target, count]) => `${String(count)} to ${escapeMarkdown(target)}`);
  const left = leftOut.map(({ reason, count }) => `${SKIP_REASONS[reason]} (${String(count)})`);
  const rows = [
    ['Requests', `${String(requests.total)} in ${countOf(files.withRequests, 'file')} of ${String(files.read)}${targets.length === 0 ? '' : `: ${targets.join(', ')}`}`],
    ['Operations implemented', describeCounts(coverage)],
    ['Not known', `${String(requests.unresolved)} with a path that cannot be known, ${String(requests.unattributed)} attributed to no API`],
    ['Left out', left.join(', ')],
  ];
  return ['| | |', '|---|---|', ...rows.filter(([, text]) => text !== '').map(([name, text]) => `| ${name ?? ''} | ${text ?? ''} |`)].join('\n');
}

function* foldFindings(report: AuditReport): Generator<Folded> {
  const { findings, accepted } = report;
  const table = ['| | place | rule | |', '|---|---|---|---|'];
  yield { title: `<b>${escapeHtml(countOf(findings.length, 'finding'))}</b>`, head: table, rows: findings.map((finding) => printFinding(report, finding, '')) };
  yield {
    title: `${escapeHtml(String(accepted.length))} accepted`,
    head: table,
    rows: accepted.map((finding) => printFinding(report, finding, ` — ${finding.justification === null ? '*no reason given*' : escapeMarkdown(finding.justification)}`)),
  };
}

function printFinding(report: AuditReport, { file, line, column, severity, rule, message }: AuditFinding, more: string): string {
  const place = `${nameFromStart(report, file)}:${String(line)}:${String(column)}`;
  return `| ${severity === 'error' ? '**error**' : 'warning'} | ${codeSpan(place)} | ${codeSpan(rule)} | ${escapeMarkdown(message)}${more} |`;
}

function* foldCoverage({ coverage }: AuditReport): Generator<Folded> {
  for (const { description, tags, ...counts } of coverage) {
    if (!tags.some(({ operations }) => operations.some(({ sites }) => sites > 0))) continue;
    yield {
      title: `Operations of ${escapeHtml(description)}: ${describeCounts(counts)}`,
      head: ['| tag | implemented | missing |', '|---|---|---|'],
      rows: tags.map(({ tag, operations, ...part }) => {
        const missing = operations.filter(({ sites, standing }) => sites === 0 && standing === 'documented');
        return `| ${escapeMarkdown(tag)} | ${describeCounts(part)} | ${missing.map(({ operation }) => codeSpan(operation)).join('<br>')} |`;
      }),
    };
  }
}

function* foldSites(report: AuditReport): Generator<Folded> {
  yield foldRequests('with a path that cannot be known', report, report.requests.filter(({ path }) => path === null));
  yield foldRequests('attributed to no API', report, report.requests.filter(isUnattributed));
}

function foldRequests(what: string, report: AuditReport, requests: readonly AuditRequest[]): Folded {
  return {
    title: `${countOf(requests.length, 'request')} ${what}`,
    head: ['| place | request | why |', '|---|---|---|'],
    rows: requests.map((request) => {
      const place = `${nameFromStart(report, request.file)}:${String(request.line)}`;
      return `| ${codeSpan(place)} | ${codeSpan(nameRequest(request))} | ${escapeMarkdown(request.reason ?? '')} |`;
    }),
  };
}

function foldSkipped(report: AuditReport): Folded {
  const { skipped } = report;
  return {
    title: `${countOf(skipped.length, 'file')} that could not be read`,
    head: [],
    rows: skipped.map(({ file, line, column, message }) => `- ${codeSpan(`${nameFromStart(report, file)}:${String(line)}:${String(column)}`)} ${escapeMarkdown(message)}`),
  };
}
