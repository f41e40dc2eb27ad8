import type { OpenAPIV3_1 } from 'openapi-types';

export type Schema = OpenAPIV3_1.SchemaObject | OpenAPIV3_1.ReferenceObject;
export type ParameterLocation = 'path' | 'query' | 'header' | 'cookie';

/** What Plex, or whoever owns the API, says of an operation. See docs/description.md, `x-plex-standing`. */
export type Standing = 'documented' | 'undocumented' | 'retired';

export type Level = 'error' | 'warn' | 'off';

/** A parameter of an operation, with the defaults that OpenAPI gives to what the document leaves out. */
export interface Parameter {
  readonly name: string;
  readonly location: ParameterLocation;
  readonly required: boolean;
  /** The schema as written (it may be a `$ref`, see `resolveRef`); null when the document gives none. */
  readonly schema: Schema | null;
  readonly style: string;
  readonly explode: boolean;
  /** False when the document names neither style nor explode, so that both are OpenAPI's defaults. */
  readonly styleStated: boolean;
  /** True when the name is a pattern, such as `field.value`, in which a word stands for others. */
  readonly placeholder: boolean;
  readonly standing: Standing;
  readonly deprecated: boolean;
  readonly pointer: string;
}

/** The operation to use in the place of another. `host` is null when it stays the same. */
export interface Replacement {
  readonly method: string;
  readonly host: string | null;
  readonly path: string;
  readonly note: string | null;
}

/** Where the official document is known to be wrong. `at` is `method`, `query smart`, `response 200`, … */
export interface Erratum {
  readonly at: string;
  readonly official: string;
  readonly practice: string;
  readonly reason: string;
}

/** When a header is demanded: see docs/description.md, `x-plex-header-policy`. */
export type DemandCondition = 'always' | 'secured' | 'json-body' | 'xml-body' | `query:${string}`;

/** A header that a request should send. */
export interface HeaderDemand {
  /** One of these is enough. */
  readonly anyOf: readonly string[];
  /** The value it should have; null: any. */
  readonly value: string | null;
  readonly when: DemandCondition;
  readonly recommended: Level;
  readonly strict: Level;
  /** Where everything is asked for that there is a reason for. */
  readonly all: Level;
  readonly reason: string;
  /** True when a header that the HTTP client sends by itself is enough. */
  readonly defaultCounts: boolean;
}

/** A header that the API knows. */
export interface HeaderFact {
  readonly name: string;
  readonly direction: 'request' | 'response';
  readonly requirement: string;
  readonly scope: string;
  readonly meaning: string;
  /** Where a good value comes from; null when nothing is said. */
  readonly values: string | null;
  /** True when a query parameter of the same name counts too. */
  readonly queryAlternative: boolean;
  readonly constraint: string | null;
  readonly warning: string | null;
  /** True when the value belongs to the installation: it is made once and kept. */
  readonly stable: boolean;
  /** What of the app or its device the value is; null when it is nothing that code could find out. */
  readonly source: ValueSource | null;
}

/** What the value of a header is taken from. `identifier`: names the installation. `device`: its kind, `device-name`: its own name. */
export type ValueSource = 'identifier' | 'product' | 'version' | 'platform' | 'platform-version' | 'device' | 'device-name';

/** How a list is read in pages: see docs/description.md, `x-plex-paging`. */
export interface Paging {
  /** The header or query parameter that says where a page starts, and the one that says how large it is. */
  readonly start: string;
  readonly size: string;
  /** Other query parameters that keep a list short. */
  readonly also: readonly string[];
  /** Names of query parameters that leave a list as long as it is; any other may be a filter. */
  readonly keeping: readonly RegExp[];
  /** Why neither of the two may stand alone; null: it may. */
  readonly alone: string | null;
  /** What a size of 0 asks for, where that is not everything; null: nothing is said. */
  readonly zero: string | null;
  /** The field beside the list that says how many items there are in all, and the one that says how many came; null: nothing is said. */
  readonly total: string | null;
  readonly count: string | null;
}

/** How requests that may be repeated are: see docs/description.md, `x-plex-retry-policy`. */
export interface RetryPolicy {
  /** The most tries, the first one counted. */
  readonly attempts: number;
  /** Statuses that pass, after which a request is repeated. */
  readonly statuses: readonly number[];
  /** Statuses after which a read is repeated once. */
  readonly onceForReads: readonly number[];
  /** The shortest and the longest pause before a try where the server names none, in milliseconds: each twice as long as the one before. */
  readonly minPause: number;
  readonly maxPause: number;
  /** A server that asks for a longer wait than this is not asked again, in milliseconds. */
  readonly maxWait: number;
}

export interface PageLimit {
  readonly default: number | null;
  readonly max: number | null;
}

/** How requests are known to go to this API. See docs/description.md, `x-plex-attribution`. */
export interface AttributionHints {
  readonly anyHost: boolean;
  readonly ports: readonly number[];
  readonly words: readonly string[];
  readonly notWords: readonly string[];
  readonly notHosts: readonly string[];
  readonly names: readonly RegExp[];
  readonly targetIsHost: boolean;
  readonly isDefault: boolean;
}

export type SecurityRequirement = Readonly<Record<string, readonly string[]>>;

/** One method of one path of a description. */
export interface Operation {
  readonly description: Description;
  /** Upper case. */
  readonly method: string;
  /** The path as the document writes it: `/library/sections/{sectionId}/all`. */
  readonly path: string;
  /** `GET /library/sections/{sectionId}/all` */
  readonly label: string;
  readonly id: string | null;
  readonly tags: readonly string[];
  readonly summary: string | null;
  readonly deprecated: boolean;
  readonly standing: Standing;
  readonly parameters: readonly Parameter[];
  /** The alternatives that authorise a request; one without names means that none is needed. */
  readonly security: readonly SecurityRequirement[];
  /** Whether a request must be authorised: there are alternatives, and none of them is empty. */
  readonly secured: boolean;
  readonly requestBody: OpenAPIV3_1.RequestBodyObject | null;
  readonly responses: Readonly<Record<string, OpenAPIV3_1.ResponseObject>>;
  readonly statuses: readonly string[];
  /** `success-only`: the statuses are what clients accept and no contract. null: the document is the contract. */
  readonly statusesBasis: 'evidenced' | 'success-only' | null;
  readonly pagination: 'required' | 'advised' | null;
  readonly pageLimit: PageLimit | null;
  /** The list holds a whole library, history or watchlist. */
  readonly libraryWide: boolean;
  /** The response is a stream or a download, which no total timeout suits. */
  readonly stream: boolean;
  readonly idempotency: string | null;
  readonly retry: string | null;
  /** Statuses after which this operation is not to be repeated, though they are retried elsewhere. */
  readonly noRetryStatuses: readonly string[];
  /** Why query names of this operation cannot be judged; null: they can. */
  readonly openQuery: { readonly kind: string; readonly reason: string } | null;
  readonly legacy: boolean;
  /** The label of the documented operation of this description that does the same. */
  readonly documentedEqual: string | null;
  /** The label of the operation whose response this one has. */
  readonly responseOf: string | null;
  readonly replacedBy: Replacement | null;
  readonly retired: { readonly status: number | null; readonly since: string | null } | null;
  /** Set when servers take this method beside the documented one; `slip`: the document most likely means this one. */
  readonly methodVariant: { readonly of: string; readonly reason: string; readonly slip: boolean } | null;
  readonly errata: readonly Erratum[];
  /** What is demanded of its headers, the operation's own demands before the document's. */
  readonly headerDemands: readonly HeaderDemand[];
  /** How many public clients send it, from how many places; null when none is known to. */
  readonly usage: { readonly clients: number; readonly sites: number } | null;
  readonly note: string | null;
  /** The JSON pointer of the operation in its document. */
  readonly pointer: string;
}

/** A loaded OpenAPI document with its operations. */
export interface Description {
  /** The built-in name, or the name of the file without its extension. */
  readonly name: string;
  /** Absolute path. */
  readonly file: string;
  readonly title: string;
  readonly document: OpenAPIV3_1.Document;
  readonly operations: readonly Operation[];
  /** Host names of its servers, `*` where a server variable stands; lower case. */
  readonly hosts: readonly string[];
  /** Path prefixes of its servers, without the slash at the end; `''` when there is none. */
  readonly basePaths: readonly string[];
  readonly attribution: AttributionHints;
  /** Query parameters that any operation takes. */
  readonly commonQuery: readonly Parameter[];
  /** Names that any operation takes in its query or headers. */
  readonly openNames: readonly RegExp[];
  /** The form of a name in a media query; null when the API has none. */
  readonly mediaQuery: RegExp | null;
  /** Elements of XML responses -> the fields that hold the same in JSON. */
  readonly xmlNames: ReadonlyMap<string, string>;
  readonly headers: readonly HeaderFact[];
  readonly pageLimit: PageLimit | null;
  /** null when the API does not say how lists are read in pages. */
  readonly paging: Paging | null;
  /** What a status means on any operation. */
  readonly commonStatuses: Readonly<Record<string, string>>;
  /** What holds for HTTP at large where the document does not say. */
  readonly retryPolicy: RetryPolicy;
}
