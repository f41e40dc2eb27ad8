import { countOf } from '../rules/count-of.ts';
import type { AuditReport, AuditSummary } from './audit-report.ts';
import type { Dimensions } from './audit-sections.ts';
import type { Thresholds } from './define-config.ts';

/** What can be demanded to be covered, by its name among the thresholds. */
const DIMENSIONS = {
  operations: 'of the operations are implemented',
  parameters: 'of the parameters are sent',
  headers: 'of the headers are sent',
  statuses: 'of the error statuses are told apart',
  fields: 'of the response fields are read',
} as const satisfies Record<keyof Dimensions, string>;

/**
 * What of a report is not as demanded, each a sentence. Findings that the baseline has are known; without a baseline, and
 * without a threshold for their kind, any open finding is one too many.
 */
export function checkReport({ summary, findings, findingsMissing }: AuditReport, thresholds: Thresholds, baseline: AuditReport | null): readonly string[] {
  const known = new Set(baseline?.findings.map(({ fingerprint }) => fingerprint));
  const fresh = findings.filter(({ fingerprint }) => !known.has(fingerprint));
  const complaints = (['errors', 'warnings'] as const).flatMap((kind) => {
    const count = summary.findings[kind === 'errors' ? 'error' : 'warning'];
    const most = thresholds[kind] ?? (baseline === null ? 0 : Infinity);
    return count > most ? [`${countOf(count, kind === 'errors' ? 'error' : 'warning')}, and no more than ${String(most)} ${most === 1 ? 'is' : 'are'} allowed.`] : [];
  });
  const isNew = baseline !== null && fresh.length > 0 && findingsMissing === null;
  return [
    ...(isNew ? [`${countOf(fresh.length, 'finding')} the baseline does not have: ${fresh.slice(0, MOST_NAMED).map(({ file, line, rule }) => `${file}:${String(line)} ${rule}`).join(', ')}${fresh.length > MOST_NAMED ? ' …' : ''}.`] : []),
    ...complaints,
    ...checkCoverage(summary, thresholds),
  ];
}

/** So many new findings are named; the report has them all. */
const MOST_NAMED = 5;

function checkCoverage(summary: AuditSummary, thresholds: Thresholds): readonly string[] {
  return Object.entries(DIMENSIONS).flatMap(([key, noun]) => {
    const name = key as keyof Dimensions;
    const least = thresholds[name];
    const { reached, total } = summary.dimensions[name];
    const share = total === 0 ? 100 : (reached / total) * 100;
    return least === undefined || share >= least ? [] : [`${share.toFixed(1)} % ${noun} (${String(reached)} of ${String(total)}), and ${String(least)} % are demanded.`];
  });
}
