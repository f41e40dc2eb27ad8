import { collectFacts } from './collect-facts.ts';
import { deriveReport } from './derive-report.ts';
import type { Fact } from '../modules/journal-facts.ts';
import type { LoggedValue } from '../requests/logged-values.ts';
import type { RequestSite } from '../requests/request-site.ts';
import type { SourceModule } from '../requests/source-module.ts';
import type { Description } from '../spec/description.ts';
import type { AuditReport, LeftOut, SkippedFile } from './audit-report.ts';
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
  /** The text of any source file, as it is read for other files; null when there is none. */
  readonly textOf: (file: string) => string | null;
  readonly requestsOf: (module: SourceModule) => readonly RequestSite[];
  /** What the log calls of a module write. */
  readonly loggedIn: (module: SourceModule) => readonly LoggedValue[];
  /** True when a request to a described API may be in the text, which is a file's. */
  readonly hasClue: (text: string, file: string) => boolean;
  /** True when none can be, whatever the file imports. */
  readonly isPlain: (text: string, file: string) => boolean;
  /** All descriptions that requests are judged by. */
  readonly descriptions: readonly Description[];
  /** Those that the requests of a file are judged by. */
  readonly descriptionsOf: (file: string) => readonly Description[];
  /** The settings, as they are written, with absolute paths. */
  readonly settings: unknown;
  /** Runs the rules over these files. */
  readonly lint: (files: readonly string[]) => Promise<LintOutcome>;
  /** Called before each file. */
  readonly onFile: (file: string) => void;
  /** What the disk answered so far whenever it was asked what a file imports, or holds for others. */
  readonly seen: () => readonly Fact[];
  /** The version of this package. */
  readonly version: string;
}

export interface AuditOutcome {
  readonly report: AuditReport;
  /** What the user should know of how the audit went. */
  readonly warnings: readonly string[];
}

/**
 * Audits a project: what it sends, how that stands, and what of the descriptions it leaves unused. Same input, same report.
 * What is read off files is a fact (collect-facts); what is concluded from facts, each section of the report, belongs into
 * derive-report, so that it holds for facts that were read apart and joined.
 */
export async function runAudit(project: AuditedProject): Promise<AuditOutcome> {
  const { facts, warnings } = await collectFacts(project);
  return { report: deriveReport(facts, project.descriptions), warnings };
}
