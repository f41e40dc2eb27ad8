import { runAudit } from '../../audit/run-audit.ts';
import { readDescriptions } from '../../spec/read-descriptions.ts';
import { allRequestsIn } from '../requests/memory-loader.ts';
import { parseFile } from '../../modules/parse-file.ts';
import type { AuditReport } from '../../audit/audit-report.ts';
import type { ImplementedOperation } from '../../audit/audit-sections.ts';
import type { Files } from '../requests/memory-loader.ts';

/** The report on code that stands in a record instead of on the disk; a text alone is `main.ts`. No rules are run. */
export async function auditOf(code: Files | string): Promise<AuditReport> {
  const files: Files = typeof code === 'string' ? { 'main.ts': code } : code;
  const descriptions = readDescriptions({}, '/app');
  const { report } = await runAudit({
    root: '/app', rootName: '.', files: Object.keys(files).map((name) => `/app/${name}`).sort(), leftOut: [], warnings: [], version: '1.2.3', settings: {},
    read: (file) => files[file.replace('/app/', '')] ?? null,
    parse(file, text) {
      const parsed = parseFile(file, text);
      return 'error' in parsed ? { file, ...parsed.error } : parsed.module;
    },
    findSyntaxError: () => null,
    resolve: () => null,
    requestsOf: ({ file }) => allRequestsIn(files, file.replace('/app/', '')),
    textOf: () => null,
    loggedIn: () => [],
    hasClue: () => true,
    isPlain: () => false,
    descriptions,
    descriptionsOf: () => descriptions,
    lint: () => Promise.resolve({ findings: [], accepted: [], skipped: [], missing: null, warnings: [] }),
    onFile: () => undefined,
    seen: () => [],
  });
  return report;
}

/** The one operation that the code sends, as the report shows it. */
export async function implementedIn(code: Files | string): Promise<ImplementedOperation> {
  const { implemented } = await auditOf(code);
  const [only] = implemented;
  if (only === undefined || implemented.length > 1) throw new Error(`One operation expected, ${String(implemented.length)} found.`);
  return only;
}
