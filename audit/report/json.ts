import { printableJson } from './printable.ts';
import type { PartFacts } from '../audit-facts.ts';
import type { AuditReport } from '../audit-report.ts';
import type { Explanation } from '../explanation.ts';

/** The report as JSON, in the shape that `report.schema.json` describes; or an explanation. */
export function jsonReport(report: AuditReport | Explanation): string {
  return `${printableJson(report)}\n`;
}

/** The report as JSON, with the facts that it was derived from, which nobody reads, in one line. */
export function jsonWithFacts(report: AuditReport, part: PartFacts): string {
  return `${printableJson(report).slice(0, -2)},\n  "part": ${printableJson(part, null)}\n}\n`;
}
