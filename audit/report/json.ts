import { printableJson } from './printable.ts';
import type { AuditReport } from '../audit-report.ts';
import type { Explanation } from '../explanation.ts';

/** The report as JSON, in the shape that `report.schema.json` describes; or an explanation. */
export function jsonReport(report: AuditReport | Explanation): string {
  return `${printableJson(report)}\n`;
}
