import { countOf } from '../../rules/count-of.ts';
import { WIDTH, wrapText } from './wrap-text.ts';
import { nameFromStart } from './name-from-start.ts';
import { printable } from './printable.ts';
import { describeCounts, describeOutOfScope, nameRequest } from './words.ts';
import type { AuditReport } from '../audit-report.ts';
import type { Dimension, RankedOperation } from '../audit-sections.ts';
import type { RequestStanding } from '../../spec/standing-of.ts';
import type { Paint } from './paint.ts';

const MOST_NEXT = 10;
const MOST_DEVIATING = 20;

/** The requests that the descriptions have otherwise, or not at all: each method and path once, with its first place. */
export function printDeviating({ requests, root }: AuditReport, paint: Paint): string {
  const lines = new Map<string, { readonly place: string; readonly standing: string; count: number }>();
  for (const request of requests) {
    const standing = DEVIATING[request.standing];
    if (standing === undefined || request.target === null) continue;
    const name = request.operation ?? nameRequest(request);
    const key = `${request.target} ${name}`;
    const known = lines.get(key);
    if (known !== undefined) known.count += 1;
    else lines.set(key, { place: `${nameFromStart({ root }, request.callFile ?? request.file)}:${String(request.callLine ?? request.line)}`, standing, count: 1 });
  }
  if (lines.size === 0) return '';
  const rows = [...lines].slice(0, MOST_DEVIATING).map(([key, { count, place, standing }]) => {
    const more = count > 1 ? `, ${String(count)} times` : '';
    return `  ${standing.padEnd(13)} ${printable(key.slice(key.indexOf(' ') + 1))}  ${paint.dim(`${printable(place)}${more}`)}`;
  });
  if (lines.size > rows.length) rows.push(paint.dim(`  and ${String(lines.size - rows.length)} more: --format json lists them all`));
  return [paint.bold(`Sent otherwise than documented: ${String(lines.size)}`), ...rows].join('\n');
}

const DEVIATING: Readonly<Partial<Record<RequestStanding, string>>> = {
  'wrong-method': 'wrong method', unknown: 'unknown', retired: 'retired', undocumented: 'undocumented',
};

/** The first operations to implement next, each with what speaks most for it. */
export function printNext({ next }: AuditReport, paint: Paint): string {
  if (next.length === 0) return '';
  const lines = next.slice(0, MOST_NEXT).flatMap((operation) => printRanked(operation, paint));
  return [paint.bold('What to implement next'), ...lines].join('\n');
}

function printRanked({ operation, rank, reasons, summary }: RankedOperation, paint: Paint): string[] {
  const [first, second] = [...reasons].sort((a, b) => b.points - a.points);
  const why = [first, second].flatMap((reason) => (reason === undefined || reason.points < 0 ? [] : [reason.text]));
  const name = `  ${String(rank).padStart(2)}  ${printable(operation)}`;
  const about = summary === null ? '' : printable(summary);
  const isShort = `${name}  ${about}`.length <= WIDTH;
  const head = about === '' ? [name] : isShort ? [`${name}  ${paint.dim(about)}`] : [name, ...wrapText(about, '      ').map(paint.dim)];
  return [...head, ...wrapText(printable(why.join(' ')), '      ')];
}

/** The five measures of how much of the descriptions is used. */
export function printDimensions({ outOfScope, summary: { coverage, dimensions } }: AuditReport): readonly string[] {
  const { parameters, headers, statuses, fields } = dimensions;
  return [
    `Operations implemented: ${describeCounts(coverage)} (--format json lists each)`,
    ...(coverage.implemented + coverage.undocumented.implemented === 0 ? [] : [
      `  parameters sent        ${printDimension(parameters)}`,
      `  headers sent           ${printDimension(headers)}`,
      `  statuses told apart    ${printDimension(statuses)}`,
      `  response fields read   ${printDimension(fields)}`,
    ]),
    ...(outOfScope.length === 0 ? [] : [`Out of scope: ${printable(describeOutOfScope({ outOfScope }))}`]),
  ];
}

function printDimension({ outOfReach, reached, total }: Dimension): string {
  const beside = outOfReach.map(({ count, reason }) => `${reason}: ${String(count)}`);
  return `${String(reached)} of ${String(total)}${beside.length === 0 ? '' : ` (${beside.join(', ')})`}`;
}

/** What becomes of failures, and where tokens go, in two lines. */
export function printHandling({ errorHandling, security }: AuditReport): readonly string[] {
  const sum = (count: (row: AuditReport['errorHandling'][number]) => number): number => errorHandling.reduce((total, row) => total + count(row), 0);
  const sites = sum(({ timeout }) => timeout.yes + timeout.no + timeout.unknown);
  if (sites === 0) return [];
  const inQuery = security.hosts.reduce((total, { token }) => total + token.query + token.both, 0);
  const unverified = security.unverified.reduce((total, place) => total + place.sites, 0);
  const unseen = sum(({ status }) => status.ignored + status.swallowed);
  return [
    `${countOf(sites, 'request')} to known APIs: without a timeout ${String(sum(({ timeout }) => timeout.no))}, never repeated ${String(sum(({ retry }) => retry.no))}, with failures ignored or swallowed ${String(unseen)}`,
    ...(inQuery + unverified === 0 ? [] : [`Token in a URL: ${String(inQuery)}, certificate not checked: ${String(unverified)}`]),
  ];
}
