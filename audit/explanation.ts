import type { AuditRequest } from './audit-report.ts';

/** What `--explain` says of one line. Plain data; files are relative to the audited folder, lines and columns 1-based. */
export interface Explanation {
  readonly formatVersion: 1;
  readonly tool: { readonly name: 'plex-lint'; readonly version: string };
  readonly file: string;
  readonly line: number;
  /**
   * How the requests belong to the line. `path`: their path, or their call, stands there. `part`: a header, a query
   * parameter, the method or an unknown part of the path does. `through`: they go through what stands there. `near`: they
   * are the nearest of the file. null: there are none in the file.
   */
  readonly found: 'path' | 'part' | 'through' | 'near' | null;
  readonly requests: readonly ExplainedRequest[];
  /** Why there is no request at the line, where there is none: one sentence for each call on it, and for the file. */
  readonly reasons: readonly string[];
}

/** A place as a reader finds it. */
export interface ExplainedPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A request as the report lists it, and where each thing that is known of it comes from. */
export interface ExplainedRequest extends Omit<AuditRequest, 'fingerprint'> {
  /** False when the report does not list it: it goes to another host, or callers give its path. */
  readonly listed: boolean;
  /** The way from the site to the client: functions outermost first, and last the client's own call. */
  readonly chain: readonly ExplainedStep[];
  readonly evidence: ExplainedEvidence;
  /** The path in pieces: what is written, and what is not known with the reason. */
  readonly pathParts: readonly ExplainedPart[];
  /** Where the method is written; null when the client, or its call, implies it. */
  readonly methodPlace: ExplainedPlace | null;
  readonly queryEntries: ExplainedEntries;
  readonly headerEntries: ExplainedEntries;
  /** What the code does about failure, time and repetition, one sentence each. */
  readonly handling: readonly ExplainedFact[];
  /** Why the operation and standing are what they are. */
  readonly standingReason: string;
}

export interface ExplainedStep {
  /** `PlexAPI.get`; the name of the client for the last step. */
  readonly name: string;
  /** Where the function is declared; for the last step where the client is called. */
  readonly declared: ExplainedPlace;
  /** Where it is called from; null for the last step, and where nothing in sight calls it. */
  readonly called: ExplainedPlace | null;
}

export interface ExplainedEvidence {
  /** Why the request goes to this API, or why none is told. */
  readonly reason: string;
  /** The comment or setting that says so; null when none does. */
  readonly declaredBy: string | null;
  readonly host: string | null;
  /** What stands before the path, `{words}` for what is not known; empty when nothing does. */
  readonly base: string;
  /** The words that were looked at, nearest first, each once. */
  readonly words: readonly string[];
}

export interface ExplainedPart {
  /** The text; `{}` for what is not known. */
  readonly text: string;
  readonly place: ExplainedPlace | null;
  /** What is known of it, and why no more; null for text. */
  readonly unknown: string | null;
}

export interface ExplainedEntries {
  readonly entries: readonly ExplainedEntry[];
  /** Why something unknown may add more, or take some away; null when nothing can. */
  readonly open: string | null;
}

export interface ExplainedEntry {
  readonly name: string;
  readonly presence: 'always' | 'maybe';
  /** Each value that is known to be possible, `{words}` for unknown text; null when it cannot be known. */
  readonly values: readonly string[] | null;
  readonly place: ExplainedPlace | null;
}

export interface ExplainedFact {
  readonly text: string;
  readonly place: ExplainedPlace | null;
}
