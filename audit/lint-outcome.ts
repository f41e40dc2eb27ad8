import type { ParsedFile } from '../modules/parse-file.ts';
import type { AcceptedFinding, AuditFinding, SkippedFile } from './audit-report.ts';

/** What a rule reports of a file. */
export type LintFinding = Omit<AuditFinding, 'fingerprint' | 'sites' | 'requests' | 'basis'>;

/** What a rule reports of a file, and a disable comment silences. */
export type LintAcceptance = Omit<AcceptedFinding, 'fingerprint' | 'sites' | 'requests' | 'basis'>;

/** What running the rules gave. */
export interface LintOutcome {
  readonly findings: readonly LintFinding[];
  readonly accepted: readonly LintAcceptance[];
  readonly skipped: readonly SkippedFile[];
  /** Why the rules were not run; null when they were. */
  readonly missing: string | null;
  /** What the user should know of how they were run. */
  readonly warnings: readonly string[];
}

/** Which files to run the rules on, and what to judge them by. */
export interface LintRequest {
  /** The audited folder, absolute. */
  readonly root: string;
  /** Absolute, sorted. */
  readonly files: readonly string[];
  readonly read: (file: string) => string | null;
  readonly parse: (file: string, text: string) => ParsedFile;
  /** What `settings['plex-api']` is for a file, as it would be written in a configuration. */
  readonly settingsOf: (file: string) => unknown;
  readonly onFile: (file: string) => void;
}
