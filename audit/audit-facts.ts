import type { RequestSite } from '../requests/request-site.ts';
import type { LeftOut, SkippedFile } from './audit-report.ts';
import type { LintAcceptance, LintFinding } from './lint-outcome.ts';
import type { Shard } from './read-arguments.ts';

/**
 * What an audit has read off the files, and nothing that is concluded from it: plain data, that of several parts of a project
 * can be joined. `deriveReport` makes the report of it. Files are relative to the audited folder, with `/`, in places too.
 */
export interface AuditFacts {
  /** The version of this package. */
  readonly version: string;
  /** The audited folder as the report names it. */
  readonly root: string;
  /** How many source files were read. */
  readonly read: number;
  readonly leftOut: readonly LeftOut[];
  /** The files that may hold requests, by name. */
  readonly files: readonly FileFacts[];
  readonly findings: readonly Coded<LintFinding>[];
  readonly accepted: readonly Coded<LintAcceptance>[];
  readonly findingsMissing: string | null;
  readonly skipped: readonly SkippedFile[];
  /** The offsets at which lines begin, of every file that a place is in. */
  readonly lines: Readonly<Record<string, readonly number[]>>;
}

/** Facts as the JSON report of one part has them, with what tells which parts belong together. */
export interface PartFacts {
  /** Which part of how many; null for a project that was read whole. */
  readonly shard: Shard | null;
  /** A digest of all sources of the project, those of other parts as well. */
  readonly sources: string;
  /** A digest of each description, by its name. */
  readonly descriptions: Readonly<Record<string, string>>;
  /** A digest of the settings. */
  readonly settings: string;
  readonly facts: AuditFacts;
}

/** The requests of one file. */
export interface FileFacts {
  readonly file: string;
  readonly sites: readonly SiteFacts[];
  /** The names of the descriptions that they are judged by, where those are not all. */
  readonly descriptions?: readonly string[];
}

/** A request site as JSON can hold it: types are written out. See `readSite`. */
export type SiteFacts = Omit<RequestSite, 'response'> & { readonly response: Omit<RequestSite['response'], 'declared'> & { readonly declared: readonly DeclaredFacts[] } };

export interface DeclaredFacts {
  readonly path: readonly string[];
  readonly place: RequestSite['place'];
  readonly type: TypeFacts;
}

/** A type, written out. `again`: the type that holds it, so many steps outwards. */
export type TypeFacts =
  | { readonly kind: 'string' | 'number' | 'boolean' | 'null' | 'undefined' | 'unknown'; readonly place: RequestSite['place'] }
  | { readonly kind: 'array'; readonly place: RequestSite['place']; readonly item: TypeFacts }
  | { readonly kind: 'object'; readonly place: RequestSite['place']; readonly open: boolean; readonly fields: readonly TypeFieldFacts[] }
  | { readonly kind: 'union'; readonly place: RequestSite['place']; readonly options: readonly TypeFacts[] }
  | { readonly kind: 'again'; readonly out: number };

export interface TypeFieldFacts {
  readonly name: string;
  readonly optional: boolean;
  readonly place: RequestSite['place'];
  readonly type: TypeFacts;
}

/** What a rule reports, with a digest of the code it is about, which is the same wherever that stands. */
export type Coded<Finding> = Finding & { readonly code: string };
