import { findingOf, reportOf, requestOf } from './report-of.ts';
import { errorRowOf, implementedOf, missingOf, nameUseOf, rankedOf, securityRowOf } from './section-samples.ts';
import type { AuditReport } from '../../audit/audit-report.ts';

/** A report in which every text of the audited project and of the descriptions is hostile. */
export function hostileReport(texts: readonly string[]): AuditReport {
  const at = (text: string) => ({ file: `src/${text}.ts`, line: 1 });
  const basisOf = (text: string) => ({ description: text, pointer: `/paths/${text}`, line: 1 });
  const nameOf = (text: string) => ({ description: text, tag: text, summary: text, path: `/${text}`, operation: `GET /${text}` });
  return reportOf({
    requests: texts.flatMap((text, i) => [
      requestOf({ fingerprint: `r${String(i)}`, file: `src/${text}.ts`, path: `/${text}`, operation: `GET /${text}`, client: text, via: [text], query: { always: [text], maybe: [], open: false } }),
      requestOf({ fingerprint: `u${String(i)}`, file: `src/${text}.ts`, path: null, target: null, reason: text, operation: null, standing: 'unresolved' }),
    ]),
    findings: texts.map((text, i) => findingOf({ fingerprint: `f${String(i)}`, requests: [`r${String(i)}`], basis: basisOf(text), file: `src/${text}.ts`, rule: `plex-api/${text}`, message: text })),
    accepted: texts.map((text, i) => ({ ...findingOf({ fingerprint: `a${String(i)}`, file: `src/${text}.ts`, message: text }), justification: i === 0 ? null : text })),
    implemented: texts.map((text, i) => implementedOf(`GET /${text}`, {
      name: nameOf(text),
      sites: [{ ...at(text), client: text, via: [text], fingerprint: `r${String(i)}` }],
      findings: [`f${String(i)}`],
      parameters: [nameUseOf(text, { always: 1 })],
      headers: [nameUseOf(text, { location: 'header', required: true })],
      strayParameters: [{ name: text, sites: [at(text)] }],
      strayHeaders: [{ name: text, sites: [at(text)] }],
      response: { described: 1, read: 1, unknown: 0, open: false, fields: [{ field: text, described: false, sites: [at(text)] }], types: [{ ...at(text), field: text, fields: 1, described: 0 }] },
      statuses: { documented: [text], toldApart: [text], untold: [text], open: false },
    })),
    missing: texts.map((text) => ({ description: text, tag: text, operations: [missingOf(`POST /${text}`, { name: { ...nameOf(text), operation: `POST /${text}` }, parameters: [nameUseOf(text)], body: [text], security: [text] })] })),
    outOfScope: texts.map((text) => ({ by: text, operations: 1 })),
    next: texts.map((text) => rankedOf(`POST /${text}`, { ...nameOf(text), reasons: [{ signal: text, points: 1, text, sites: [at(text)] }] })),
    errorHandling: texts.map((text) => errorRowOf(`GET /${text}`, { target: text, operation: `GET /${text}`, sites: [at(text)], retry: { yes: 1, no: 0, unknown: 0 }, retrySafe: false, retryReason: text, toldApart: [text], untold: [text] })),
    security: { hosts: texts.map((text) => securityRowOf({ target: text, host: text, scheme: text, inQuery: [at(text)] })), unverified: texts.map((text) => ({ ...at(text), sites: 1 })), findings: texts.map((_, i) => `f${String(i)}`) },
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
