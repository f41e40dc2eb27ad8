import type { AuditSummary } from '../audit-report.ts';

/** A figure of two reports. */
export interface Figure {
  readonly name: string;
  readonly then: number;
  readonly now: number;
  /** Which way is the good one. */
  readonly wanted: 'more' | 'fewer' | 'either';
}

/** The figures of a report beside those of an older one. */
export function describeTrend(now: AuditSummary, then: AuditSummary): readonly Figure[] {
  const figure = (name: string, wanted: Figure['wanted'], read: (summary: AuditSummary) => number): Figure => ({ name, wanted, then: read(then), now: read(now) });
  return [
    figure('Errors', 'fewer', ({ findings }) => findings.error),
    figure('Warnings', 'fewer', ({ findings }) => findings.warning),
    figure('Accepted findings', 'either', ({ findings }) => findings.accepted),
    figure('Requests', 'either', ({ requests }) => requests.total),
    figure('Requests resolved', 'more', ({ requests }) => requests.resolved),
    figure('Operations sent', 'more', ({ dimensions }) => dimensions.operations.reached),
    figure('Parameters sent', 'more', ({ dimensions }) => dimensions.parameters.reached),
    figure('Headers sent', 'more', ({ dimensions }) => dimensions.headers.reached),
    figure('Error statuses told apart', 'more', ({ dimensions }) => dimensions.statuses.reached),
    figure('Response fields read', 'more', ({ dimensions }) => dimensions.fields.reached),
  ];
}
