import type { AuditReport } from '../audit-report.ts';

/** The report as JSON, in the shape that `report.schema.json` describes. */
export function jsonReport(report: AuditReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
