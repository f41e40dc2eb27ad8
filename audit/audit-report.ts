import type { SkipReason } from '../modules/skip-reason.ts';
import type { Dimensions, DocumentPlace, ErrorHandlingRow, ImplementedOperation, LeftOutOfScope, MissingTag, RankedOperation, SecuritySection } from './audit-sections.ts';
import type { RequestStanding } from '../spec/standing-of.ts';

/** The version of the report's format: it grows when a key changes its meaning or goes away. */
export const FORMAT_VERSION = 1;

/** Everything one audit found. Plain data: every format prints it, and nothing else. Files are relative to `root`, with `/`. */
export interface AuditReport {
  readonly formatVersion: typeof FORMAT_VERSION;
  readonly tool: { readonly name: 'plex-lint'; readonly version: string };
  /** The audited folder, relative to the folder that the audit was started in. */
  readonly root: string;
  readonly summary: AuditSummary;
  /** What has changed since the report that `--compare` names; absent without. */
  readonly trend?: Trend;
  readonly requests: readonly AuditRequest[];
  readonly findings: readonly AuditFinding[];
  /** Findings that a disable comment silences or the configuration accepts, with the reason given. */
  readonly accepted: readonly AcceptedFinding[];
  /** Why rules were not run, in words; null when they were. */
  readonly findingsMissing: string | null;
  readonly coverage: readonly DescriptionCoverage[];
  /** The operations that requests send, in the order of the descriptions. */
  readonly implemented: readonly ImplementedOperation[];
  /** Those that none sends, by description and tag; what is out of scope is counted apart. */
  readonly missing: readonly MissingTag[];
  readonly outOfScope: readonly LeftOutOfScope[];
  /** What to implement next, the best first. */
  readonly next: readonly RankedOperation[];
  readonly errorHandling: readonly ErrorHandlingRow[];
  readonly security: SecuritySection;
  /** Files that do not parse, or that a rule failed on. */
  readonly skipped: readonly SkippedFile[];
  /** Files and folders left out on purpose, counted by reason. */
  readonly leftOut: readonly LeftOut[];
}

export interface AuditSummary {
  /** Files read, and those of them with a request. */
  readonly files: { readonly read: number; readonly withRequests: number; readonly skipped: number; readonly leftOut: number };
  readonly requests: {
    readonly total: number;
    /** Path and target are known. */
    readonly resolved: number;
    /** The path cannot be known. */
    readonly unresolved: number;
    /** The path is known, the target is not. */
    readonly unattributed: number;
    /** Requests to hosts that are surely none of the descriptions'. They are counted here and listed nowhere. */
    readonly foreign: number;
    readonly byTarget: Readonly<Record<string, number>>;
    readonly byStanding: Readonly<Record<RequestStanding, number>>;
  };
  readonly findings: { readonly error: number; readonly warning: number; readonly accepted: number };
  readonly coverage: CoverageCounts;
  readonly dimensions: Dimensions;
  /** Why paths or targets are not known, the most frequent first. */
  readonly unresolvedReasons: readonly { readonly reason: string; readonly count: number }[];
}

/** Names that reach the wire. `open`: something unknown can add more. */
export interface SentNames {
  readonly always: readonly string[];
  readonly maybe: readonly string[];
  readonly open: boolean;
}

/** One request site. Lines and columns are 1-based, columns in UTF-16 code units, ends behind the last character. */
export interface AuditRequest {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** The call that completes the path, where that starts on another line. */
  readonly callFile?: string;
  readonly callLine?: number;
  readonly callColumn?: number;
  readonly client: string;
  /** The wrappers between the site and the client, outermost first: `PlexAPI.get (server/api/externalapi.ts:58)`. */
  readonly via: readonly string[];
  readonly method: string | null;
  /** The API by its host family; null when nothing attributes the request to one. */
  readonly target: string | null;
  /** The path without query, every run of unknown text as `{}`; null when it cannot be known. */
  readonly path: string | null;
  /** Why `path`, or else `target`, is null; null when both are known. */
  readonly reason: string | null;
  readonly query: SentNames;
  readonly headers: SentNames;
  /** `none`: nothing explicit; null: cannot be known. */
  readonly accept: 'json' | 'xml' | 'other' | 'none' | null;
  /** Where the credential is sent. `none`: nowhere; null: cannot be known. */
  readonly token: 'header' | 'query' | 'both' | 'none' | null;
  readonly timeout: boolean | null;
  readonly retry: boolean | null;
  readonly status: 'thrown' | 'checked' | 'ignored' | 'swallowed' | null;
  /** The status numbers that the code tells apart. */
  readonly statuses: readonly number[];
  /** The list is asked for page by page; null when the operation is no list. */
  readonly paged: boolean | null;
  /** `GET /library/sections/{sectionId}/all` as the description writes it; null when none is certain. */
  readonly operation: string | null;
  readonly standing: RequestStanding;
  /** Stays the same when lines move; no other request has it. */
  readonly fingerprint: string;
}

export interface AuditFinding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** `plex-api/no-unknown-endpoint`, or `plex-lint/stale-acceptance` and `plex-lint/expired-acceptance`, which are about the configuration. */
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  /** How many requests it stands for, where it is one for several that other files send, and that share its cause. */
  readonly sites?: number;
  /** The fingerprints of the requests it is about; empty when none of the report's is. */
  readonly requests: readonly string[];
  /** Where in the description the demand is written; null when it rests on none. */
  readonly basis: DocumentPlace | null;
  /** Sixteen hexadecimal digits that stay the same when lines move and other code is added; no other finding has them. */
  readonly fingerprint: string;
}

export interface AcceptedFinding extends AuditFinding {
  /** What the comment says behind `--`, or the configuration as the reason; null when it says nothing. */
  readonly justification: string | null;
  /** Who answers for it and how long it holds, where the configuration accepts it; absent where a comment does. */
  readonly byConfig?: { readonly owner: string | null; readonly until: string | null };
}

/** What has changed since an older report. */
export interface Trend {
  /** The figures of the older report. */
  readonly before: AuditSummary;
  readonly findings: {
    /** The fingerprints of the open findings that it did not have. */
    readonly new: readonly string[];
    /** What it had and is no longer open: mended, or accepted meanwhile. Lines are those of then. */
    readonly fixed: readonly AuditFinding[];
  };
  /** Of the descriptions that both have: operations that are sent now and were not, and those that are no longer. */
  readonly operations: { readonly implemented: readonly NamedOperation[]; readonly gone: readonly NamedOperation[] };
}

export interface NamedOperation {
  readonly description: string;
  /** As the description writes it: `GET /identity`. */
  readonly operation: string;
}

/** Operations that at least one request sends, of all there are. */
export interface Counts {
  readonly implemented: number;
  readonly total: number;
}

/** The documented operations, and beside them those that work without being in the API's contract. Retired ones are not counted. */
export interface CoverageCounts extends Counts {
  readonly undocumented: Counts;
}

/** What of one description the code sends. */
export interface DescriptionCoverage extends CoverageCounts {
  readonly description: string;
  readonly title: string;
  /** How many operations the configuration leaves out; absent when none. */
  readonly outOfScope?: number;
  readonly tags: readonly TagCoverage[];
}

export interface TagCoverage extends CoverageCounts {
  readonly tag: string;
  readonly operations: readonly OperationCoverage[];
}

export interface OperationCoverage {
  readonly operation: string;
  readonly summary: string | null;
  readonly standing: 'documented' | 'undocumented' | 'retired';
  /** How many request sites send it. */
  readonly sites: number;
}

export interface SkippedFile {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export interface LeftOut {
  readonly reason: SkipReason;
  /** Files, and folders that stand for all they hold. */
  readonly count: number;
}
