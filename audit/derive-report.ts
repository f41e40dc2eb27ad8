import { applyLedger } from './apply-ledger.ts';
import { describeRequest } from './describe-request.ts';
import { createThingFinder, placesOf } from './find-requests-of.ts';
import { FORMAT_VERSION } from './audit-report.ts';
import { identifyFindings, fingerprintAll, identifyRequest } from './fingerprint.ts';
import { isInScope } from './is-in-scope.ts';
import { leaveWrappersOut } from './leave-wrappers-out.ts';
import { locateByLines } from './locate-places.ts';
import { measureCoverage } from './measure-coverage.ts';
import { mergeFindings } from './merge-findings.ts';
import { readSite } from './site-facts.ts';
import { summarise } from './summarise.ts';
import { judgeRequests } from './take-inventory.ts';
import type { JudgedRequest } from '../rules/judge-request.ts';
import type { Description } from '../spec/description.ts';
import type { Ledger } from './apply-ledger.ts';
import type { AuditFacts } from './audit-facts.ts';
import type { AcceptedFinding, AuditFinding, AuditReport, AuditRequest } from './audit-report.ts';
import type { OutOfScope } from './define-config.ts';
import type { LintFinding } from './lint-outcome.ts';
import type { Merged } from './merge-findings.ts';

/** What the user chooses of what the report says. */
export interface ReportChoices {
  /** The deviations that the configuration accepts; null: it accepts none. */
  readonly ledger?: Ledger | null;
  /** Operations that are not counted as missing. */
  readonly outOfScope?: OutOfScope;
  /** Which findings are wanted. */
  readonly isWanted?: (finding: { readonly file: string }) => boolean;
}

/**
 * The report of what was read. Everything that is concluded belongs here, and rests on the facts and the descriptions alone,
 * never on the disk: the parts of a project that were read apart, and joined, give the same report as the whole.
 */
export function deriveReport(facts: AuditFacts, descriptions: readonly Description[], { ledger = null, isWanted = () => true, outOfScope = {} }: ReportChoices = {}): AuditReport {
  const locator = locateByLines(facts.lines);
  const files = [...facts.files].sort((a, b) => compare(a.file, b.file));
  const judged = judgeRequests(files.map(({ file, sites }) => ({ file, sites: sites.map(readSite) })), createChooser(facts, descriptions));
  const ours = judged.filter(({ foreign }) => !foreign);
  const listed = leaveWrappersOut(ours);
  const described = sortRequests(listed.map((one) => ({ judged: one, request: describeRequest(one, locator) })));
  const printOfRequest = fingerprintAll(described, ({ request }) => identifyRequest(request));
  const requests = described.map((item) => ({ ...item.request, fingerprint: printOfRequest(item) }));

  const { ofFinding, ofCause } = identifyFindings(listed.map(({ site }) => site), locator);
  const findings = mergeFindings(sortByPlace(facts.findings).filter(isWanted).map((finding) => ({ ...finding, identity: ofCause(finding) })), listed, locator);
  const silenced = sortByPlace(facts.accepted).filter(isWanted).map((finding) => ({ ...finding, identity: ofFinding(finding) }));
  const printOf = fingerprintAll<Identified>(sortByPlace([...findings, ...silenced]), ({ identity }) => identity);
  const requestsOf = createThingFinder(described, ({ judged: { site } }) => placesOf(site), locator);
  const finish = (finding: Merged<LintFinding> & Identified): AuditFinding => toFinding(finding, requestsOf(finding).map(printOfRequest), printOf(finding));
  const deviations = {
    findings: findings.map(finish),
    accepted: silenced.map((finding): AcceptedFinding => ({ ...finish(finding), justification: finding.justification })),
  };
  const ruled = ledger === null ? deviations : applyLedger(deviations, requests, facts.findingsMissing === null ? ledger : { ...ledger, isWhole: false });

  const parts = {
    requests,
    findings: sortByPlace(ruled.findings.filter(isWanted)),
    accepted: sortByPlace(ruled.accepted),
    findingsMissing: facts.findingsMissing,
    coverage: measureCoverage(descriptions, listed.flatMap(({ operation }) => operation ?? []), (operation) => isInScope(operation, outOfScope)),
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
function toFinding({ file, line, column, endLine, endColumn, rule, severity, message, sites }: Merged<LintFinding>, requests: readonly string[], fingerprint: string): AuditFinding {
  return { file, line, column, endLine, endColumn, rule, severity, message, ...(sites === undefined ? {} : { sites }), requests, basis: null, fingerprint };
}

/** The descriptions that the requests of a file are judged by. */
function createChooser({ files }: AuditFacts, descriptions: readonly Description[]): (file: string) => readonly Description[] {
  const chosen = new Map(files.flatMap(({ file, descriptions: names }) => (names === undefined ? [] : [[file, descriptions.filter(({ name }) => names.includes(name))] as const])));
  return (file) => chosen.get(file) ?? descriptions;
}

interface Described {
  readonly judged: JudgedRequest;
  readonly request: Omit<AuditRequest, 'fingerprint'>;
}

function sortRequests(described: readonly Described[]): Described[] {
  return [...described].sort(
    ({ request: a }, { request: b }) => comparePlaces(a, b) || compare(a.callFile ?? '', b.callFile ?? '') || (a.callLine ?? 0) - (b.callLine ?? 0)
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
