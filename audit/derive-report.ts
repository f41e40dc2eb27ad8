import { applyLedger } from './apply-ledger.ts';
import { describeRequest } from './describe-request.ts';
import { describeSecurity } from './describe-security.ts';
import { findBasis } from './find-basis.ts';
import { FORMAT_VERSION } from './audit-report.ts';
import { identifyFindings, fingerprintAll, identifyRequest } from './fingerprint.ts';
import { countOutOfScope, isInScope } from './is-in-scope.ts';
import { leaveWrappersOut } from './leave-wrappers-out.ts';
import { listErrorHandling } from './list-error-handling.ts';
import { listImplemented } from './list-implemented.ts';
import { listMissing } from './list-missing.ts';
import { compareTexts } from './listed-request.ts';
import { locateByLines } from './locate-places.ts';
import { measureCoverage } from './measure-coverage.ts';
import { mergeFindings } from './merge-findings.ts';
import { rankOperations } from './rank-operations.ts';
import { relateFindings } from './relate-findings.ts';
import { readSite } from './site-facts.ts';
import { summarise } from './summarise.ts';
import { judgeRequests } from './take-inventory.ts';
import type { Description, Operation } from '../spec/description.ts';
import type { Ledger } from './apply-ledger.ts';
import type { AuditFacts } from './audit-facts.ts';
import type { AcceptedFinding, AuditFinding, AuditReport, AuditRequest } from './audit-report.ts';
import type { OutOfScope } from './define-config.ts';
import type { LintFinding } from './lint-outcome.ts';
import type { ListedRequest } from './listed-request.ts';
import type { Merged } from './merge-findings.ts';
import type { RankWeights } from './rank-signals.ts';

/** What the user chooses of what the report says. */
export interface ReportChoices {
  /** The deviations that the configuration accepts; null: it accepts none. */
  readonly ledger?: Ledger | null;
  /** Operations that are not counted as missing. */
  readonly outOfScope?: OutOfScope;
  /** Weights of the ranking's signals, in the place of their own. */
  readonly weights?: RankWeights;
  /** Which findings are wanted. */
  readonly isWanted?: (finding: { readonly file: string }) => boolean;
}

/**
 * The report of what was read. Everything that is concluded belongs here, and rests on the facts and the descriptions alone,
 * never on the disk: the parts of a project that were read apart, and joined, give the same report as the whole.
 */
export function deriveReport(facts: AuditFacts, descriptions: readonly Description[], { ledger = null, isWanted = () => true, outOfScope = {}, weights = {} }: ReportChoices = {}): AuditReport {
  const locator = locateByLines(facts.lines);
  const files = [...facts.files].sort((a, b) => compareTexts(a.file, b.file));
  const judged = judgeRequests(files.map(({ file, sites }) => ({ file, sites: sites.map(readSite) })), createChooser(facts, descriptions));
  const ours = judged.filter(({ foreign }) => !foreign);
  const listed = leaveWrappersOut(ours);
  const described = sortRequests(listed.map((one) => ({ judged: one, request: describeRequest(one, locator) })));
  const printOfRequest = fingerprintAll(described, ({ request }) => identifyRequest(request));
  const sent = described.map((item): ListedRequest => ({ judged: item.judged, request: { ...item.request, fingerprint: printOfRequest(item) } }));
  const requests = sent.map(({ request }) => request);

  const { ofFinding, ofCause } = identifyFindings(listed.map(({ site }) => site), locator);
  const findings = mergeFindings(sortByPlace(facts.findings).filter(isWanted).map((finding) => ({ ...finding, identity: ofCause(finding) })), listed, locator);
  const silenced = sortByPlace(facts.accepted).filter(isWanted).map((finding) => ({ ...finding, identity: ofFinding(finding) }));
  const printOf = fingerprintAll<Identified>(sortByPlace([...findings, ...silenced]), ({ identity }) => identity);
  const relate = relateFindings(sent, locator);
  const finish = (finding: Merged<LintFinding> & Identified): AuditFinding => toFinding(finding, relate(finding), printOf(finding));
  const deviations = {
    findings: findings.map(finish),
    accepted: silenced.map((finding): AcceptedFinding => ({ ...finish(finding), justification: finding.justification })),
  };
  const ruled = ledger === null ? deviations : applyLedger(deviations, requests, facts.findingsMissing === null ? ledger : { ...ledger, isWhole: false });

  const operations = new Set(listed.flatMap(({ operation }) => operation ?? []));
  const inScope = (operation: Operation): boolean => isInScope(operation, outOfScope);
  const unsent = descriptions.flatMap((description) => description.operations).filter((operation) => operation.standing !== 'retired' && !operations.has(operation));
  const open = sortByPlace(ruled.findings.filter(isWanted));
  const parts = {
    requests,
    findings: open,
    accepted: sortByPlace(ruled.accepted),
    findingsMissing: facts.findingsMissing,
    coverage: measureCoverage(descriptions, listed.flatMap(({ operation }) => operation ?? []), inScope),
    implemented: listImplemented(descriptions, sent, [...open, ...ruled.accepted], locator),
    missing: listMissing(descriptions, (operation) => operations.has(operation), inScope),
    outOfScope: countOutOfScope(unsent, outOfScope),
    next: rankOperations({ descriptions, requests: sent, isWanted: inScope, weights }),
    errorHandling: listErrorHandling(sent),
    security: describeSecurity(sent, open, locator),
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
function toFinding(finding: Merged<LintFinding>, about: readonly ListedRequest[], fingerprint: string): AuditFinding {
  const { file, line, column, endLine, endColumn, rule, severity, message, sites } = finding;
  const requests = about.map(({ request }) => request.fingerprint);
  return { file, line, column, endLine, endColumn, rule, severity, message, ...(sites === undefined ? {} : { sites }), requests, basis: findBasis(finding, about), fingerprint };
}

/** The descriptions that the requests of a file are judged by. */
function createChooser({ files }: AuditFacts, descriptions: readonly Description[]): (file: string) => readonly Description[] {
  const chosen = new Map(files.flatMap(({ file, descriptions: names }) => (names === undefined ? [] : [[file, descriptions.filter(({ name }) => names.includes(name))] as const])));
  return (file) => chosen.get(file) ?? descriptions;
}

type Described = Omit<ListedRequest, 'request'> & { readonly request: Omit<AuditRequest, 'fingerprint'> };

function sortRequests(described: readonly Described[]): Described[] {
  return [...described].sort(
    ({ request: a }, { request: b }) => comparePlaces(a, b) || compareTexts(a.callFile ?? '', b.callFile ?? '') || (a.callLine ?? 0) - (b.callLine ?? 0)
      || compareTexts(a.method ?? '', b.method ?? '') || compareTexts(a.path ?? '', b.path ?? ''),
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
  return compareTexts(a.file, b.file) || a.line - b.line || a.column - b.column;
}
