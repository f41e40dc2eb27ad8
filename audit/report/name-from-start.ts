import { posix } from 'node:path';
import type { AuditReport } from '../audit-report.ts';

/** A file of the report as seen from the folder that the audit was started in, with `/`: what CI takes for a path of the repository. */
export function nameFromStart({ root }: Pick<AuditReport, 'root'>, file: string): string {
  return root === '.' ? file : posix.join(root, file);
}
