import { leaveWrappersOut } from './leave-wrappers-out.ts';
import { FORMAT_VERSION } from './audit-report.ts';
import { describeRequest } from './describe-request.ts';
import { createPlaceLocator } from './locate-places.ts';
import { measureCoverage } from './measure-coverage.ts';
import { mergeFindings } from './merge-findings.ts';
import { summarise } from './summarise.ts';
import { takeInventory } from './take-inventory.ts';
import type { RequestSite } from '../requests/request-site.ts';
import type { SourceModule } from '../requests/source-module.ts';
import type { Description } from '../spec/description.ts';
import type { AuditReport, AuditRequest, LeftOut, SkippedFile } from './audit-report.ts';
import type { LintOutcome } from './lint-outcome.ts';

/** The sources to audit, and what is needed to read them. */
export interface AuditedProject {
  /** The audited folder, absolute. */
  readonly root: string;
  /** The audited folder as the report names it. */
  readonly rootName: string;
  /** Source files, absolute and sorted. */
  readonly files: readonly string[];
  readonly leftOut: readonly LeftOut[];
  /** What could not be looked at. */
  readonly warnings: readonly string[];
  /** The text of a file; null when it cannot be read. */
  readonly read: (file: string) => string | null;
  /** The parsed file, or why it does not parse, with the file's absolute path. */
  readonly parse: (file: string, text: string) => SourceModule | SkippedFile;
  /** Why the file does not parse; null when it does. Cheaper than `parse`. */
  readonly findSyntaxError: (file: string, text: string) => SkippedFile | null;
  /** The file of the project that a specifier means; null for a package, or where there is none. */
  readonly resolve: (specifier: string, fromFile: string) => string | null;
  readonly requestsOf: (module: SourceModule) => readonly RequestSite[];
  /** True when a request to a described API may be in the text, which is a file's. */
  readonly hasClue: (text: string, file: string) => boolean;
  /** All descriptions that requests are judged by. */
  readonly descriptions: readonly Description[];
  /** Those that the requests of a file are judged by. */
  readonly descriptionsOf: (file: string) => readonly Description[];
  /** Runs the rules over these files. */
  readonly lint: (files: readonly string[]) => Promise<LintOutcome>;
  /** Called before each file. */
  readonly onFile: (file: string) => void;
  /** The version of this package. */
  readonly version: string;
}

export interface AuditOutcome {
  readonly report: AuditReport;
  /** What the user should know of how the audit went. */
  readonly warnings: readonly string[];
}

/** Audits a project: what it sends, how that stands, and what of the descriptions it leaves unused. Same input, same report. */
export async function runAudit(project: AuditedProject): Promise<AuditOutcome> {
  const { root, descriptions } = project;
  const { judged, skipped, withClue } = takeInventory(project);
  const locator = createPlaceLocator(root, project.read);
  const ours = judged.filter(({ foreign }) => !foreign);
  const listed = leaveWrappersOut(ours);
  const requests = sortRequests(listed.map((request) => describeRequest(request, locator)));

  const lint = await project.lint(withClue);
  const named = <T extends { readonly file: string }>(item: T): T => ({ ...item, file: locator.nameOf(item.file) });
  const known = new Set(skipped.map(({ file }) => file));
  const parts = {
    requests,
    findings: mergeFindings(sortByPlace(lint.findings.map(named)), listed, locator),
    accepted: sortByPlace(lint.accepted.map(named)),
    findingsMissing: lint.missing,
    coverage: measureCoverage(descriptions, listed.flatMap(({ operation }) => operation ?? [])),
    skipped: sortByPlace([...skipped, ...lint.skipped.filter(({ file }) => !known.has(file))].map(named)),
    leftOut: project.leftOut,
  };
  const report: AuditReport = {
    formatVersion: FORMAT_VERSION,
    tool: { name: 'plex-lint', version: project.version },
    root: project.rootName,
    summary: summarise(parts, { read: project.files.length, foreign: judged.length - ours.length }),
    ...parts,
  };
  return { report, warnings: [...project.warnings, ...lint.warnings] };
}

function sortRequests(requests: readonly AuditRequest[]): AuditRequest[] {
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
