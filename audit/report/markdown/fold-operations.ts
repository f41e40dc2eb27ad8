import { codeSpan, escapeMarkdown, proseMarkdown } from '../escape-markdown.ts';
import { escapeHtml } from '../escape-html.ts';
import { nameFromStart } from '../name-from-start.ts';
import { describeCounts, nameHost } from '../words.ts';
import { tableHead, tableRow } from './folded.ts';
import type { AuditReport } from '../../audit-report.ts';
import type { ErrorHandlingRow, ImplementedOperation, NameUse, RankedOperation, SecurityRow, YesNo } from '../../audit-sections.ts';
import type { Folded } from './folded.ts';

/** So many of the ranking are told. */
const MOST_RANKED = 15;
/** So many places are named of one thing. */
const MOST_PLACES = 3;

/** What to implement next, with the reasons. */
export function foldNext({ next }: AuditReport): Folded {
  return {
    title: '<b>What to implement next</b>',
    head: tableHead(['', 'operation', 'points', 'because'], ['', 'points']),
    rows: next.slice(0, MOST_RANKED).map(({ operation, score, reasons }: RankedOperation, i) => tableRow(i + 1, codeSpan(operation), score, reasons.map(({ text }) => proseMarkdown(text)).join('<br>'))),
  };
}

/** Each operation that is sent, beside what it takes and answers. */
export function foldImplemented(report: AuditReport): Folded {
  const numbers = ['parameters', 'headers', 'error statuses', 'fields'];
  return {
    title: `${String(report.implemented.length)} implemented`,
    head: tableHead(['operation', 'sites', ...numbers, 'not in the description'], numbers),
    rows: report.implemented.map((operation) => {
      const { parameters, headers, statuses, response } = operation;
      return tableRow(
        codeSpan(operation.operation), listPlaces(report, operation.sites), countSent(parameters), countSent(headers),
        `${String(statuses.toldApart.length)} of ${String(statuses.toldApart.length + statuses.untold.length)}`,
        response.described === 0 ? '–' : `${String(response.read)} of ${String(response.described)}${response.open ? ', perhaps more' : ''}`, listStrays(operation),
      );
    }),
  };
}

function countSent(names: readonly NameUse[]): string {
  return `${String(names.filter(({ always, maybe }) => always + maybe > 0).length)} of ${String(names.length)}`;
}

function listStrays({ strayParameters, strayHeaders, response }: ImplementedOperation): string {
  const fields = response.fields.filter(({ described }) => described === false).map(({ field }) => field);
  return [...strayParameters.map(({ name }) => name), ...strayHeaders.map(({ name }) => name), ...fields].map(codeSpan).join(', ');
}

/** The operations of each tag that no request sends. */
export function foldMissing({ coverage, missing }: AuditReport): readonly Folded[] {
  return coverage.map((part) => ({
    title: `Missing of ${escapeHtml(part.description)} (implemented: ${describeCounts(part)})`,
    head: tableHead(['tag', 'missing']),
    rows: missing.filter(({ description }) => description === part.description).map(({ tag, operations }) => tableRow(escapeMarkdown(tag), operations.map(({ operation, standing }) => `${codeSpan(operation)}${standing === 'documented' ? '' : ` ${standing}`}`).join('<br>'))),
  }));
}

/** The matrix of error handling. */
export function foldFailures({ errorHandling }: AuditReport): Folded {
  return {
    title: 'When requests fail',
    head: tableHead(['operation', 'sites', 'status checked', 'time limit', 'retry', 'not told apart'], ['sites']),
    rows: errorHandling.map((row) => {
      const { operation, target, sites, status, timeout, retry, retrySafe, untold } = row;
      const checked = { yes: status.thrown + status.checked, no: status.ignored + status.swallowed, unknown: status.unknown };
      const unsafe = retrySafe === false && retry.yes > 0 ? `, **unsafe:** ${escapeMarkdown(row.retryReason ?? '')}` : '';
      return tableRow(`${codeSpan(operation)} ${escapeMarkdown(target)}`, sites.length, answer(checked), answer(timeout), `${answer(retry)}${unsafe}`, nameUntold(row, untold));
    }),
  };
}

function nameUntold({ statusesOpen }: ErrorHandlingRow, untold: readonly string[]): string {
  return untold.length === 0 ? '' : `${untold.map(escapeMarkdown).join(', ')}${statusesOpen ? ', perhaps' : ''}`;
}

function answer({ yes, no, unknown }: YesNo): string {
  if (yes + no === 0) return '–';
  if (no + unknown === 0) return 'yes';
  return yes + unknown === 0 ? 'no' : `${String(yes)} of ${String(yes + no + unknown)}`;
}

/** Where requests go, and what they carry. */
export function foldSecurity(report: AuditReport): Folded {
  const { hosts, unverified } = report.security;
  return {
    title: 'Tokens, hosts and TLS',
    head: tableHead(['API', 'host', 'sites', 'token in a query', 'certificate not checked'], ['sites']),
    rows: [
      ...hosts.map((row) => tableRow(escapeMarkdown(row.target), printHost(row), row.sites, listPlaces(report, row.inQuery), '')),
      ...unverified.map((place) => tableRow('', '', place.sites, '', listPlaces(report, [place]))),
    ],
  };
}

function printHost(row: SecurityRow): string {
  const host = nameHost(row);
  return host === null ? 'not written' : codeSpan(host);
}

function listPlaces(report: AuditReport, places: readonly { readonly file: string; readonly line: number }[]): string {
  const more = places.length - MOST_PLACES;
  const named = places.slice(0, MOST_PLACES).map(({ file, line }) => codeSpan(`${nameFromStart(report, file)}:${String(line)}`));
  return `${named.join('<br>')}${more > 0 ? `<br>and ${String(more)} more` : ''}`;
}
