import type { AuditRequest } from './audit-report.ts';
import type { ParameterLocation } from '../spec/description.ts';

/** A place in the audited code, where a reader looks: a file relative to the root, with `/`, and a 1-based line. */
export interface CodePlace {
  readonly file: string;
  readonly line: number;
}

/** A place in a description, on which a statement rests. */
export interface DocumentPlace {
  /** The name of the built-in description, or of the file. */
  readonly description: string;
  /** `/paths/~1identity/get` */
  readonly pointer: string;
  /** 1-based line of the document's file; null when the file cannot be read. */
  readonly line: number | null;
}

/** One measure of how much of an API the code uses: `reached` of `total`, and what could not be looked at, counted by reason. */
export interface Dimension {
  readonly reached: number;
  readonly total: number;
  readonly outOfReach: readonly { readonly reason: string; readonly count: number }[];
}

/**
 * How much of the descriptions the code uses. `operations`: the documented ones that a request surely sends. The others
 * look at those operations only: `parameters` of their query and body that are sent; `headers` that they take or that are
 * demanded, and that are sent; `statuses` outside 2xx that are documented and told apart; `fields` of their responses
 * that are read, each field of each kind of object once.
 */
export type Dimensions = Readonly<Record<'operations' | 'parameters' | 'headers' | 'statuses' | 'fields', Dimension>>;

/** A parameter as the description has it. */
export interface ParameterFact {
  readonly name: string;
  /** `body`: a field of the body. */
  readonly location: ParameterLocation | 'body';
  readonly required: boolean;
}

/** An operation, as every section names it. */
export interface NamedOperation {
  readonly description: string;
  /** `GET /library/sections/{sectionId}/all` */
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly tag: string;
  readonly summary: string | null;
  readonly standing: 'documented' | 'undocumented' | 'retired';
}

/** An operation that no request sends. Those that are retired are not missing. */
export interface MissingOperation extends NamedOperation {
  readonly parameters: readonly ParameterFact[];
  /** The media types of the body it takes; empty when it takes none. */
  readonly body: readonly string[];
  /** What authorises a request, as `user_token (admin)`: one of these; empty when nothing is needed. */
  readonly security: readonly string[];
  readonly at: DocumentPlace;
}

/** The operations that no request sends, of one tag of a description. */
export interface MissingTag {
  readonly description: string;
  readonly tag: string;
  readonly operations: readonly MissingOperation[];
}

/** How many operations an entry of what is out of scope leaves out, of those that no request sends. */
export interface LeftOutOfScope {
  /** `tag Butler` */
  readonly by: string;
  readonly operations: number;
}

/** How a name that an operation takes is sent by the sites that send the operation. */
export interface NameUse extends ParameterFact {
  /** In how many sites it is always sent, sometimes sent, and perhaps sent by what cannot be read. */
  readonly always: number;
  readonly maybe: number;
  readonly unknown: number;
}

/** A name that is sent and that the operation does not have. */
export interface StrayName {
  readonly name: string;
  readonly sites: readonly CodePlace[];
}

/** A field that the code reads from a response, or declares. */
export interface FieldUse {
  /** `MediaContainer.Metadata[].title` */
  readonly field: string;
  /** Whether the description has it; null: it does not say what is there. */
  readonly described: boolean | null;
  readonly sites: readonly CodePlace[];
}

/** A type that the code declares for a response, or for a value in it. */
export interface DeclaredUse extends CodePlace {
  /** Where in the body: `MediaContainer.Metadata[]`; empty for all of it. */
  readonly field: string;
  /** How many fields it has, those of the types in it included. */
  readonly fields: number;
  /** How many of them the description knows; null: it does not say what is there. */
  readonly described: number | null;
}

/** One request site of an implemented operation. */
export interface ImplementedSite extends CodePlace, Pick<AuditRequest, 'client' | 'via' | 'fingerprint'> {}

/** An operation that requests send, and how. */
export interface ImplementedOperation extends NamedOperation {
  readonly at: DocumentPlace;
  readonly sites: readonly ImplementedSite[];
  /** Of the path, the query, cookies and the body, in the description's order. */
  readonly parameters: readonly NameUse[];
  /** True when the operation takes names that its description does not list, so that a stray one may be right. */
  readonly openQuery: boolean;
  readonly strayParameters: readonly StrayName[];
  readonly headers: readonly NameUse[];
  /** Headers that are sent and that neither the operation nor its API lists. */
  readonly strayHeaders: readonly StrayName[];
  readonly response: {
    /** How many fields the description has, and how many of these are read; 0 of 0 when it describes none. */
    readonly described: number;
    readonly read: number;
    /** Sites of which it is not known what they read. */
    readonly unknown: number;
    /** Some of it goes where it is not followed, out of a function or into code that is not read: more may be read there. */
    readonly open: boolean;
    readonly fields: readonly FieldUse[];
    readonly types: readonly DeclaredUse[];
  };
  readonly statuses: {
    readonly documented: readonly string[];
    /** Those of them that some site tells apart, and those outside 2xx that none does. */
    readonly toldApart: readonly string[];
    readonly untold: readonly string[];
    /** A status, a response or an error goes where it is not followed: others may tell statuses apart. */
    readonly open: boolean;
  };
  /** The fingerprints of the findings about it. */
  readonly findings: readonly string[];
}

/** Why an operation is worth implementing. */
export interface RankReason {
  /** The signal, by its name in the table of docs/audit.md. */
  readonly signal: string;
  readonly points: number;
  /** A sentence that holds the evidence. */
  readonly text: string;
  /** The sites that are the evidence; empty when it lies in the description alone. */
  readonly sites: readonly CodePlace[];
}

/** An operation to implement next: the best first, equals in the order of the descriptions. */
export interface RankedOperation extends NamedOperation {
  readonly rank: number;
  readonly score: number;
  readonly reasons: readonly RankReason[];
}

/** How many sites do, do not, or cannot be known to. */
export interface YesNo {
  readonly yes: number;
  readonly no: number;
  readonly unknown: number;
}

/** A row of the matrix of error handling: one operation, or what stands in its place, of one target. */
export interface ErrorHandlingRow {
  readonly target: string;
  /** The operation; else the request's method and path. */
  readonly operation: string;
  /** The description that has the operation; null when none has. */
  readonly description: string | null;
  readonly sites: readonly CodePlace[];
  readonly status: Readonly<Record<NonNullable<AuditRequest['status']> | 'unknown', number>>;
  readonly timeout: YesNo;
  readonly retry: YesNo;
  /** Whether it may be sent twice when the fate of the first is unknown; null when no description says. */
  readonly retrySafe: boolean | null;
  /** Why not; null when it may. */
  readonly retryReason: string | null;
  /** Documented statuses outside 2xx that no site tells apart, and those that one does. */
  readonly untold: readonly string[];
  readonly toldApart: readonly string[];
  /** A status or an error goes where it is not followed. */
  readonly statusesOpen: boolean;
  /** Whether 429 is documented, told apart or repeated, and whether a retry waits as long as Retry-After says; null: it cannot be known. */
  readonly rateLimit: { readonly documented: boolean; readonly handled: boolean | null; readonly retryAfter: boolean | null };
}

/** Where requests of one API go, and what they carry. */
export interface SecurityRow {
  readonly target: string;
  /** As written, `*` for what is not known; null: no host is written. */
  readonly host: string | null;
  /** null: none is written, or one or the other. */
  readonly scheme: string | null;
  readonly sites: number;
  readonly token: Readonly<Record<NonNullable<AuditRequest['token']> | 'unknown', number>>;
  /** The first sites that send the token in a query, where logs and histories keep it. */
  readonly inQuery: readonly CodePlace[];
}

/** Tokens, hosts and TLS. */
export interface SecuritySection {
  readonly hosts: readonly SecurityRow[];
  /** Requests that do not check the server's certificate, by where that is turned off. */
  readonly unverified: readonly (CodePlace & { readonly sites: number })[];
  /** The fingerprints of the findings about tokens, hosts and TLS. */
  readonly findings: readonly string[];
}
