import { findingOf, reportOf, requestOf } from './report-of.ts';
import type { AuditReport } from '../../audit/audit-report.ts';

/** A report in which every text of the audited project and of the descriptions is hostile. */
export function hostileReport(texts: readonly string[]): AuditReport {
  return reportOf({
    requests: texts.flatMap((text) => [
      requestOf({ file: `src/${text}.ts`, path: `/${text}`, operation: `GET /${text}`, client: text, via: [text], query: { always: [text], maybe: [], open: false } }),
      requestOf({ file: `src/${text}.ts`, path: null, target: null, reason: text, operation: null, standing: 'unresolved' }),
    ]),
    findings: texts.map((text) => findingOf({ file: `src/${text}.ts`, rule: `plex-api/${text}`, message: text })),
    accepted: texts.map((text, i) => ({ ...findingOf({ file: `src/${text}.ts`, message: text }), justification: i === 0 ? null : text })),
    skipped: texts.map((text) => ({ file: `src/${text}.ts`, line: 1, column: 1, message: text })),
    coverage: texts.map((text) => ({
      description: text, title: text, implemented: 1, total: 3, undocumented: { implemented: 0, total: 0 },
      tags: [{
        tag: text, implemented: 1, total: 3, undocumented: { implemented: 0, total: 0 },
        operations: [
          { operation: `GET /${text}`, summary: text, standing: 'documented', sites: 1 },
          { operation: `POST /${text}`, summary: text, standing: 'documented', sites: 0 },
          { operation: `PUT /${text}`, summary: text, standing: 'documented', sites: 0 },
        ],
      }],
    })),
  });
}
