import { groupBy } from '../../rules/group-by.ts';
import { nameFromStart } from './name-from-start.ts';
import { printable } from './printable.ts';
import { isUnattributed, nameRequest } from './words.ts';
import { wrapText } from './wrap-text.ts';
import type { AuditReport, AuditRequest } from '../audit-report.ts';
import type { Paint } from './paint.ts';

/** So many files are named of one reason, and so many reasons are given. */
const MOST_FILES = 20;
const MOST_REASONS = 5;

/**
 * The requests that nothing attributes to an API, by reason and file, with the first of each file. Mostly these are clients of
 * other APIs, so the files with the most stand first.
 */
export function printUnattributed(report: AuditReport, paint: Paint): string {
  const requests = report.requests.filter(isUnattributed);
  if (requests.length === 0) return '';
  const reasons = [...groupBy(requests, ({ reason }) => reason ?? '')].sort(([, a], [, b]) => b.length - a.length);
  const more = reasons.slice(MOST_REASONS).reduce((sum, [, own]) => sum + own.length, 0);
  return [
    paint.bold(`Requests that no evidence attributes to an API: ${String(requests.length)}`),
    ...reasons.slice(0, MOST_REASONS).flatMap(([reason, own]) => [...wrapText(printable(reason), '  ').map(paint.dim), ...printFiles(report, own, paint)]),
    ...(more === 0 ? [] : [paint.dim(`  and ${String(more)} for other reasons: --format json lists them all`)]),
  ].join('\n');
}

function printFiles(report: AuditReport, requests: readonly AuditRequest[], paint: Paint): readonly string[] {
  const files = [...groupBy(requests, ({ file }) => file)].sort(([, a], [, b]) => b.length - a.length);
  const lines = files.slice(0, MOST_FILES).flatMap(([file, [first, ...others]]) => {
    if (first === undefined) return [];
    const place = `${nameFromStart(report, file)}:${String(first.line)}:${String(first.column)}`;
    return [`    ${printable(place)}  ${printable(nameRequest(first))}${others.length === 0 ? '' : paint.dim(` and ${String(others.length)} more`)}`];
  });
  const more = files.slice(MOST_FILES).reduce((sum, [, own]) => sum + own.length, 0);
  return more === 0 ? lines : [...lines, paint.dim(`    and ${String(more)} in ${String(files.length - MOST_FILES)} other files: --format json lists them all`)];
}
