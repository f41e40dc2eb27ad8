import { countOf } from '../../rules/count-of.ts';
import { codeSpan, escapeMarkdown, proseMarkdown } from './escape-markdown.ts';
import { foldFindings, foldSkipped } from './markdown/fold-findings.ts';
import { foldFailures, foldImplemented, foldMissing, foldNext, foldSecurity } from './markdown/fold-operations.ts';
import { printFolded, tableHead, tableRow } from './markdown/folded.ts';
import { nameFromStart } from './name-from-start.ts';
import { describeOutOfScope, isUnattributed, nameRequest, SKIP_REASONS } from './words.ts';
import type { AuditReport, AuditRequest } from '../audit-report.ts';
import type { Dimension } from '../audit-sections.ts';
import type { Folded } from './markdown/folded.ts';

/** A comment on GitHub may have 65,536 characters; what does not fit is counted. */
const MOST_CHARACTERS = 60_000;

/**
 * The report for a repository, or a comment on a pull request: a short summary, then details that are folded. It is short
 * enough for a comment; what is left out is counted. Same report, same text.
 */
export function markdownReport(report: AuditReport): string {
  const parts = [printVerdict(report), printFigures(report)];
  const folded = [...foldFindings(report), foldNext(report), foldFailures(report), foldSecurity(report), foldImplemented(report), ...foldMissing(report), ...foldUnknown(report), foldSkipped(report)];
  let left = MOST_CHARACTERS - parts.join('').length;
  for (const part of folded) {
    const text = printFolded(part, left);
    if (text === '') continue;
    parts.push(text);
    left -= text.length;
  }
  return `${parts.join('\n\n')}\n`;
}

function printVerdict({ summary, findingsMissing, root, trend }: AuditReport): string {
  const { error, warning, accepted } = summary.findings;
  const counts = error + warning === 0 ? 'no findings' : [error === 0 ? '' : countOf(error, 'error'), warning === 0 ? '' : countOf(warning, 'warning')].filter((part) => part !== '').join(', ');
  const verdict = findingsMissing === null ? `${counts}${accepted === 0 ? '' : `, ${String(accepted)} accepted`}` : 'the rules were not run';
  const title = `## Plex API audit${root === '.' ? '' : ` of ${codeSpan(root)}`}: ${verdict}`;
  const since = trend === undefined ? '' : `\n\nSince the last report: ${countOf(trend.findings.new.length, 'new finding')}, ${String(trend.findings.fixed.length)} no longer open; ${countOf(trend.operations.implemented.length, 'operation')} more sent, ${String(trend.operations.gone.length)} no longer.`;
  return `${title}${findingsMissing === null ? '' : `\n\n**No findings:** ${escapeMarkdown(findingsMissing)}`}${since}`;
}

function printFigures({ outOfScope, summary, leftOut }: AuditReport): string {
  const { files, requests, coverage, dimensions } = summary;
  const { operations, parameters, headers, statuses, fields } = dimensions;
  const targets = Object.entries(requests.byTarget).map(([target, count]) => `${String(count)} to ${escapeMarkdown(target)}`);
  const rows = [
    ['Requests', `${String(requests.total)} in ${countOf(files.withRequests, 'file')} of ${String(files.read)}${targets.length === 0 ? '' : `: ${targets.join(', ')}`}`],
    ['Operations sent', `${share(operations)}${coverage.undocumented.total === 0 ? '' : `, and ${share({ reached: coverage.undocumented.implemented, total: coverage.undocumented.total })} undocumented`}`],
    ['Of these, parameters sent', share(parameters)],
    ['Headers sent', share(headers)],
    ['Error statuses told apart', share(statuses)],
    ['Response fields read', share(fields)],
    ['Out of scope', escapeMarkdown(describeOutOfScope({ outOfScope }))],
    ['Not known', `${String(requests.unresolved)} with a path that cannot be known, ${String(requests.unattributed)} attributed to no API`],
    ['Left out', leftOut.map(({ reason, count }) => `${SKIP_REASONS[reason]} (${String(count)})`).join(', ')],
  ];
  return [...tableHead(['', '']), ...rows.filter(([, text]) => text !== '').map((cells) => tableRow(...cells))].join('\n');
}

function share({ reached, total }: Pick<Dimension, 'reached' | 'total'>): string {
  return `${String(reached)} of ${String(total)}`;
}

function foldUnknown(report: AuditReport): readonly Folded[] {
  return [
    foldRequests('with a path that cannot be known', report, report.requests.filter(({ path }) => path === null)),
    foldRequests('attributed to no API', report, report.requests.filter(isUnattributed)),
  ];
}

function foldRequests(what: string, report: AuditReport, requests: readonly AuditRequest[]): Folded {
  return {
    title: `${countOf(requests.length, 'request')} ${what}`,
    head: tableHead(['place', 'request', 'why']),
    rows: requests.map((request) => {
      const place = `${nameFromStart(report, request.file)}:${String(request.line)}`;
      return tableRow(codeSpan(place), codeSpan(nameRequest(request)), proseMarkdown(request.reason ?? ''));
    }),
  };
}
