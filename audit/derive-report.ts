import { describeRequest } from './describe-request.ts';
import { FORMAT_VERSION } from './audit-report.ts';
import { identifyFindings, fingerprintAll, identifyRequest } from './fingerprint.ts';
import { leaveWrappersOut } from './leave-wrappers-out.ts';
import { locateByLines } from './locate-places.ts';
import { measureCoverage } from './measure-coverage.ts';
import { mergeFindings } from './merge-findings.ts';
import { readSite } from './site-facts.ts';
import { summarise } from './summarise.ts';
import { judgeRequests } from './take-inventory.ts';
import type { Description } from '../spec/description.ts';
import type { AuditFacts } from './audit-facts.ts';
import type { AuditFinding, AuditReport, AuditRequest } from './audit-report.ts';
import type { LintFinding } from './lint-outcome.ts';
import type { Merged } from './merge-findings.ts';

/**
 * The report of what was read. Everything that is concluded belongs here, and rests on the facts and the descriptions alone,
 * never on the disk: the parts of a project that were read apart, and joined, give the same report as the whole.
 */
export function deriveReport(facts: AuditFacts, descriptions: readonly Description[]): AuditReport {
  const locator = locateByLines(facts.lines);
  const files = [...facts.files].sort((a, b) => compare(a.file, b.file));
  const judged = judgeRequests(files.map(({ file, sites }) => ({ file, sites: sites.map(readSite) })), createChooser(facts, descriptions));
  const ours = judged.filter(({ foreign }) => !foreign);
  const listed = leaveWrappersOut(ours);
  const requests = sortRequests(listed.map((request) => describeRequest(request, locator)));
  const printOfRequest = fingerprintAll(requests, identifyRequest);

  const { ofFinding, ofCause } = identifyFindings(listed, locator);
  const findings = mergeFindings(sortByPlace(facts.findings).map((finding) => ({ ...finding, identity: ofCause(finding) })), listed, locator);
  const accepted = sortByPlace(facts.accepted).map((finding) => ({ ...finding, identity: ofFinding(finding) }));
  const printOf = fingerprintAll<Identified>(sortByPlace([...findings, ...accepted]), ({ identity }) => identity);

  const parts = {
    requests: requests.map((request) => ({ ...request, fingerprint: printOfRequest(request) })),
    findings: findings.map((finding) => toFinding(finding, printOf(finding))),
    accepted: accepted.map((finding) => ({ ...toFinding(finding, printOf(finding)), justification: finding.justification })),
    findingsMissing: facts.findingsMissing,
    coverage: measureCoverage(descriptions, listed.flatMap(({ operation }) => operation ?? [])),
    implemented: [],
    missing: [],
    outOfScope: [],
    next: [],
    errorHandling: [],
    security: { hosts: [], unverified: [], findings: [] },
    skipped: sortByPlace(facts.skipped),
    leftOut: facts.leftOut,
  };
  return {
    formatVersion: FORMAT_VERSION,
    tool: { name: 'plex-lint', version: facts.version },
    root: facts.root,
    summary: summarise(parts, { read: facts.read, foreign: judged.length - ours.length }),
    ...parts,
  };
}

interface Identified {
  /** What a finding is, wherever it stands. */
  readonly identity: string;
}

/** A finding as the report lists it. */
function toFinding({ file, line, column, endLine, endColumn, rule, severity, message, sites }: Merged<LintFinding>, fingerprint: string): AuditFinding {
  return { file, line, column, endLine, endColumn, rule, severity, message, ...(sites === undefined ? {} : { sites }), requests: [], basis: null, fingerprint };
}

/** The descriptions that the requests of a file are judged by. */
function createChooser({ files }: AuditFacts, descriptions: readonly Description[]): (file: string) => readonly Description[] {
  const chosen = new Map(files.flatMap(({ file, descriptions: names }) => (names === undefined ? [] : [[file, descriptions.filter(({ name }) => names.includes(name))] as const])));
  return (file) => chosen.get(file) ?? descriptions;
}

function sortRequests(requests: readonly Omit<AuditRequest, 'fingerprint'>[]): Omit<AuditRequest, 'fingerprint'>[] {
  return [...requests].sort(
    (a, b) => comparePlaces(a, b) || compare(a.callFile ?? '', b.callFile ?? '') || (a.callLine ?? 0) - (b.callLine ?? 0)
      || compare(a.method ?? '', b.method ?? '') || compare(a.path ?? '', b.path ?? ''),
  );
}

interface AtPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

function sortByPlace<T extends AtPlace>(items: readonly T[]): T[] {
  return [...items].sort(comparePlaces);
}

function comparePlaces(a: AtPlace, b: AtPlace): number {
  return compare(a.file, b.file) || a.line - b.line || a.column - b.column;
}

/** By code units, so that the order is the same whatever the locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
