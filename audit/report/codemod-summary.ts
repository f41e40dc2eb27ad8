import { countOf } from '../../rules/count-of.ts';
import { paintWith } from './paint.ts';
import { printable } from './printable.ts';
import type { CodemodReport, ReportedChange } from '../codemod-report.ts';
import type { Paint } from './paint.ts';

/** How many places of one reason are listed before the rest is only counted. */
const MOST_PLACES = 10;

/** What a run has done or would do, in words: what is left with the reasons, what has failed, and the figures last. */
export function codemodSummary(report: CodemodReport, colour: boolean): string {
  const paint = paintWith(colour);
  const sections = [
    printGroups('Left as it is', report.changes.filter(({ status }) => status === 'skipped'), paint),
    printGroups('Failed', report.changes.filter(({ status }) => status === 'failed'), paint),
    printFiles('Files that failed', report, 'failed', paint),
    printFiles('Files left as they are', report, 'left', paint),
    printFigures(report, paint),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function printGroups(heading: string, changes: readonly ReportedChange[], paint: Paint): string {
  if (changes.length === 0) return '';
  const groups = new Map<string, ReportedChange[]>();
  for (const change of changes) {
    const key = `${change.codemod}: ${change.message}`;
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  const blocks = [...groups].map(([reason, group]) => {
    const rest = group.length > MOST_PLACES ? [`    and ${countOf(group.length - MOST_PLACES, 'other')}`] : [];
    return [`  ${printable(reason)}`, ...group.slice(0, MOST_PLACES).map((change) => `    ${printPlace(change, paint)}`), ...rest].join('\n');
  });
  return [paint.bold(heading), ...blocks].join('\n');
}

function printPlace({ file, line, requests }: ReportedChange, paint: Paint): string {
  const [first] = requests;
  const place = file === null ? '' : `${printable(file)}:${String(line)}`;
  if (first === undefined) return place;
  const request = printable(`${first.method ?? 'any method'} ${first.path ?? '…'}`);
  return `${place}  ${paint.dim(requests.length > 1 ? `${request} and ${String(requests.length - 1)} more` : request)}`;
}

function printFiles(heading: string, { files }: CodemodReport, status: 'failed' | 'left', paint: Paint): string {
  const some = files.filter((file) => file.status === status);
  if (some.length === 0) return '';
  return [paint.bold(heading), ...some.map(({ file, message }) => `  ${printable(file)}  ${status === 'failed' ? paint.red(printable(message ?? '')) : paint.dim(printable(message ?? ''))}`)].join('\n');
}

function printFigures({ summary: { requests, files }, written, codemods }: CodemodReport, paint: Paint): string {
  const parts = [
    `${countOf(requests.changed, 'request')} ${written ? 'changed' : 'to change'} in ${countOf(files.changed, 'file')}`,
    ...(files.added > 0 ? [`${countOf(files.added, 'file')} ${written ? 'added' : 'to add'}`] : []),
    `${String(requests.skipped)} left`,
    ...(requests.declined > 0 ? [`${String(requests.declined)} declined`] : []),
    ...(requests.failed > 0 ? [paint.red(`${String(requests.failed)} failed`)] : []),
    ...(files.failed > 0 ? [paint.red(`${countOf(files.failed, 'file')} failed`)] : []),
  ];
  return `${paint.bold(codemods.join(', '))}: ${parts.join(', ')}.`;
}
