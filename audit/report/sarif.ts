import plugin from '../../rules/index.ts';
import { nameFromStart } from './name-from-start.ts';
import { printable, printableJson } from './printable.ts';
import type { AuditFinding, AuditReport, SkippedFile } from '../audit-report.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/**
 * The findings as SARIF 2.1.0, which code scanning of GitHub and others reads. Accepted findings are there as suppressed
 * results; files that could not be read are notifications. Columns count UTF-16 code units, as in the other formats.
 */
export function sarifReport(report: AuditReport): string {
  const { findings, accepted, skipped, findingsMissing, tool } = report;
  const rules = [...new Set([...findings, ...accepted].map(({ rule }) => rule))].sort();
  const result = (finding: AuditFinding): object => ({
    ruleId: finding.rule,
    ruleIndex: rules.indexOf(finding.rule),
    level: finding.severity,
    message: { text: plain(finding.message) },
    locations: [locate(report, finding)],
    partialFingerprints: { 'plexLint/v1': finding.fingerprint },
  });
  const log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: tool.name, version: tool.version, rules: rules.map(describeRule) } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { SRCROOT: { description: { text: 'The folder that the audit was started in.' } } },
        invocations: [
          {
            executionSuccessful: findingsMissing === null,
            toolExecutionNotifications: [
              ...(findingsMissing === null ? [] : [{ level: 'error', message: { text: plain(findingsMissing) } }]),
              ...skipped.map((file) => ({ level: 'warning', message: { text: plain(file.message) }, locations: [locate(report, file)] })),
            ],
          },
        ],
        results: [
          ...findings.map(result),
          ...accepted.map((finding) => ({ ...result(finding), suppressions: [{ kind: finding.byConfig === undefined ? 'inSource' : 'external', justification: plain(finding.justification ?? '') }] })),
        ],
      },
    ],
  };
  return `${printableJson(log)}\n`;
}

function describeRule(id: string): object {
  const docs = plugin.rules[id.slice(id.indexOf('/') + 1)]?.meta?.docs;
  return {
    id,
    ...(docs?.description === undefined ? {} : { shortDescription: { text: `${docs.description}.` } }),
    ...(docs?.url === undefined ? {} : { helpUri: docs.url }),
  };
}

/** Plain text of a message may hold links, as `[text](target)`: text of the audited project makes none. */
function plain(text: string): string {
  return printable(text).replaceAll('](', '\\](');
}

function locate(report: AuditReport, place: AuditFinding | SkippedFile): object {
  const uri = nameFromStart(report, place.file).split('/').map(encode).join('/');
  const end = 'endLine' in place ? { endLine: place.endLine, endColumn: place.endColumn } : {};
  return {
    physicalLocation: {
      artifactLocation: { uri, uriBaseId: 'SRCROOT' },
      region: { startLine: place.line, startColumn: place.column, ...end },
    },
  };
}

/** A name as a part of a URI; half a character, which none can hold, is replaced. */
function encode(name: string): string {
  return encodeURIComponent(name.replace(/\p{Cs}/gu, '\uFFFD'));
}
