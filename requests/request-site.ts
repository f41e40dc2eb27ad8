import type { DeclaredType } from './declared-type.ts';

/** A range of source text: absolute file, UTF-16 offsets as in ESTree `range`. */
export interface Place {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** Why something is not known. `limit`: a bound of the engine was crossed. */
export type HoleReason =
  | 'parameter' | 'import' | 'global' | 'response' | 'call' | 'loop' | 'recursion' | 'limit' | 'dynamic' | 'unset';

/** A part of a text that is not known. */
export interface Hole {
  readonly kind: 'hole';
  readonly reason: HoleReason;
  /** The identifier words the value came from, outermost first: `settings.plex.ip` is ['settings', 'plex', 'ip']. */
  readonly words: readonly string[];
  /** Where the unknown expression stands. */
  readonly place: Place | null;
  /** The expression that puts the value, as it is, into the text: `${title}`. Absent when none does, or it is changed on the way. */
  readonly at?: Place;
  /** True when the value was passed through encodeURIComponent: it can hold no `/`, `?`, `#` or `&`. */
  readonly encoded?: boolean;
  /** True when a parameter of the reporting function feeds the hole, so that a caller may put more than one segment there. */
  readonly fedByParameter?: boolean;
  /** What the hole is surely made of, where that is known: a number has no letters and no slash. */
  readonly type?: 'number' | 'boolean' | 'string';
  /** True when it is a new value each time that the function around it runs: `randomUUID()`. */
  readonly fresh?: boolean;
}

/** A header that is written and not sent, because something else takes its place before the request goes out. */
export interface LostEntry {
  readonly name: string;
  /** Where the lost header is written. */
  readonly place: Place;
  /** What takes its place. */
  readonly by: Place;
  /** `spread`: an object that is spread behind it. `property`: headers that are written behind a spread that has it. */
  readonly how: 'spread' | 'property';
}

/** A part of a text that is known, with the place it was written at (null when computed). */
export interface Literal {
  readonly kind: 'literal';
  readonly text: string;
  readonly place: Place | null;
}

export type TextPart = Literal | Hole;

/** A text as a sequence of known parts and holes. Two literals may be neighbours when they were written at two places. */
export type Text = readonly TextPart[];

export type Presence = 'always' | 'maybe';

/** One named value that a request sends: a query parameter, a header, a body field. */
export interface Entry {
  readonly name: string;
  readonly presence: Presence;
  /** The value sent; null when it is no text (an object, an array) or cannot be known. Several when alternatives are known. */
  readonly values: readonly Text[] | null;
  /** Where the name is written. */
  readonly place: Place | null;
  /** The whole `name: value`, `name=value` or `set(name, value)`, for an edit that removes it. */
  readonly entryPlace: Place | null;
  /** `url` when the entry is written in the URL text, `object` in an object, Headers or URLSearchParams. */
  readonly written: 'url' | 'object';
  /** The request sends the name more than once: `values` has the values of all of them. */
  readonly repeated?: boolean;
  /** How the client writes a list that the program gives it, whose items are `values`. Absent: no list is given. */
  readonly list?: ListStyle;
}

/** `a=1&a=2`, `a[]=1&a[]=2`, `a[0]=1&a[1]=2`, `a=1,2`; `unknown`: the client's way is not known. */
export type ListStyle = 'repeat' | 'brackets' | 'indices' | 'comma' | 'unknown';

/** A value of a JSON body, as far as it is known. */
export interface Datum {
  /** null: cannot be known. */
  readonly type: 'string' | 'number' | 'boolean' | 'null' | 'object' | 'array' | null;
  /** The text of a string, number or boolean; null when it is none of these or cannot be known. */
  readonly text: Text | null;
  /** The fields of an object, in source order; null when it is none. */
  readonly fields: readonly DatumField[] | null;
  /** An object may have other fields, a list other items. */
  readonly open: boolean;
  /** The items of a list; null when it is none. */
  readonly items: readonly Datum[] | null;
}

/** A field of an object of a JSON body. */
export interface DatumField {
  readonly name: string;
  readonly presence: Presence;
  /** What it may be: one, or each alternative that is known. */
  readonly values: readonly Datum[];
  /** Where the name is written. */
  readonly place: Place | null;
}

/** Named values of one kind. `open`: something that cannot be known may add, or remove, others; `reason` says what. */
export interface Entries {
  readonly entries: readonly Entry[];
  readonly open: boolean;
  readonly reason: string | null;
  /**
   * The object literal, Headers or URLSearchParams that an edit may add to, when one is written for this request;
   * `kind` says what stands there.
   */
  readonly container: { readonly kind: 'object' | 'url' | 'call'; readonly place: Place } | null;
}

/** The body a request sends. */
export interface Body {
  readonly kind: 'json' | 'form' | 'multipart' | 'text' | 'unknown';
  /** The fields of a JSON object or form; null when the body is not one or cannot be known. */
  readonly fields: Entries | null;
  /** The value of a JSON body, or each alternative that is known; null when it is no JSON or cannot be known. */
  readonly data: readonly Datum[] | null;
  /** The media type that the client names by itself where the program sets no Content-Type; null: none, or not known. */
  readonly ownType: string | null;
  readonly place: Place | null;
}

/** A function that the request goes through between the reporting function and the client. */
export interface Via {
  /** `PlexAPI.get`, `plexFetch`, … as a reader would call it. */
  readonly name: string;
  /** Where the function is declared. */
  readonly place: Place;
  /** The call that enters it, one step further out. */
  readonly call?: Place;
}

/** What sends a request again when it has failed. What cannot be known is null. */
export interface Repeat {
  /** `client`: an option of the client. `package`: a function of a package. `resend`: a second call, written out. `reconnect`: a stream is opened anew. */
  readonly by: 'client' | 'package' | 'loop' | 'recursion' | 'resend' | 'reconnect';
  /** The option, the loop, or the call that repeats. */
  readonly place: Place | null;
  /** How often it repeats at most, the first try not counted; `endless` when nothing ends it but success. */
  readonly limit: number | 'endless' | null;
  /** Whether it waits before it repeats. */
  readonly pauses: boolean | null;
  /** The statuses after which it repeats; `all`: every status that is no success. */
  readonly statuses: readonly number[] | 'all' | null;
  /** Whether it repeats after a failure that leaves open if the request was carried out: a lost connection, a timeout. */
  readonly afterLoss: boolean | null;
  /** Upper case: the methods that it repeats, `all` when it repeats any. */
  readonly methods: readonly string[] | 'all' | null;
  /** Whether it waits as long as a Retry-After header says. */
  readonly heedsRetryAfter: boolean | null;
}

/** What the code does about time, failure and repetition, from the send up to the function where the site is. */
export interface Handling {
  /**
   * `thrown`: the client or a wrapper throws on a status outside 2xx. `checked`: the code looks at the status.
   * `ignored`: the response is used without a look. `swallowed`: the failure is dropped with no log and no signal.
   * null: cannot be known (a stream, a response that leaves the code that can be read).
   */
  readonly status: 'thrown' | 'checked' | 'ignored' | 'swallowed' | null;
  /** The status numbers that the code compares with. */
  readonly statuses: readonly number[];
  /** True when a status, a response or an error goes where it is not followed, so that others may tell statuses apart. */
  readonly statusesOpen: boolean;
  /** A timeout of any kind is set. null: cannot be known. */
  readonly timeout: boolean | null;
  /** True when something that cannot be read may set a timeout besides, or the client has one of its own. */
  readonly timeoutOpen: boolean;
  /** Where a time is set that the whole answer has to be read in: a long download is cut off. null: none is known. */
  readonly deadline: Place | null;
  /** The request is sent again on failure. */
  readonly retry: boolean | null;
  /** True when something that cannot be read may repeat the request besides, or the client does so by itself. */
  readonly retryOpen: boolean;
  /** What sends it again, innermost first. */
  readonly repeats: readonly Repeat[];
  /** The promise is neither awaited, returned, caught, nor marked with `void`. */
  readonly floating: boolean;
  /** The body is read before the status is looked at. */
  readonly bodyBeforeCheck: boolean;
  /** Where the failure is swallowed: the catch clause or handler. */
  readonly swallowedAt: Place | null;
}

/** A field that the code reads from the parsed body: `['MediaContainer', 'Metadata', '[]', 'title']`. */
export interface ResponseRead {
  readonly path: readonly string[];
  readonly place: Place;
}

/** A field that the code reads of what a function answers with null or undefined when the request has failed. */
export interface UnguardedRead {
  readonly field: string;
  readonly place: Place;
}

export interface ResponseUse {
  /** How the body is parsed. null: not parsed, or cannot be known. */
  readonly format: 'json' | 'xml' | 'text' | 'binary' | null;
  readonly reads: readonly ResponseRead[];
  /**
   * Values of the body that go where not all reads are seen: the function of the site returns them, or code that is not read
   * is given them. Each by its path, the empty one for all of the body.
   */
  readonly handedOn: readonly (readonly string[])[];
  readonly unguarded: readonly UnguardedRead[];
  /** The types that the program declares for the body and for values in it. */
  readonly declared: readonly DeclaredType[];
  /** Where the client call that returns the response stands, for a check to be added behind it. */
  readonly place: Place | null;
}

/** What is known about the host, for attribution to an API. */
export interface Base {
  /** Everything before the path as text: scheme, host, port. Empty when the path stands alone. */
  readonly text: Text;
  /** Lower-case host name when it is written out, else null. A partly known host has `*` for each hole. */
  readonly host: string | null;
  /** `http`, `https`, `ws`, `wss` when written out, else null; null as well when it is one or the other. */
  readonly scheme: string | null;
  /**
   * Words that may tell the API, from the base's holes, the client's name, the class, the wrappers and modules it goes
   * through: 'plexUrl', 'settings', 'plex', 'PlexApi'.
   */
  readonly words: readonly string[];
  /** The API that a declared client or a comment names; false when it says that this is none of ours. */
  readonly declared: string | false | null;
  /** The comment, or the setting by its name, that says so; not set where the client's model does. */
  readonly declaredBy?: Place | string;
  /** The program asks a backend to send it, so that an address without a host is none of the page's own server. */
  readonly isProxied?: true;
}

/** A place in the code that sends an HTTP request. What cannot be known is null or open, never guessed. */
export interface RequestSite {
  /** The name of the client model, and where the client call stands. */
  readonly client: string;
  /**
   * The format that the client library asks for by itself, in an Accept header that is not among `headers`; what the
   * program sets wins over it. null: it sends none by itself.
   */
  readonly clientAccept: 'json' | 'xml' | 'other' | null;
  readonly send: Place;
  /** Where the instance of the client is made that sends: the call of its factory. null: there is none, or it cannot be known. */
  readonly instance: Place | null;
  /** The wrappers between the site and the client, outermost first. */
  readonly via: readonly Via[];
  /** Upper case. null: cannot be known. */
  readonly method: string | null;
  /** Where the method is written; null when the client implies it by the call's name or default. */
  readonly methodPlace: Place | null;
  readonly base: Base;
  /** The path without query, `/`-rooted; null when it cannot be known, `pathReason` says why. */
  readonly path: Text | null;
  /** A host and the path are put together with no slash between them: `http://localhost:8080api/users`. */
  readonly slashMissing: boolean;
  readonly pathReason: string | null;
  readonly query: Entries;
  readonly headers: Entries;
  /** Headers that the program writes for this request and that never reach it. */
  readonly lostHeaders: readonly LostEntry[];
  /** Where the check of the server's certificate is turned off for this request; null: nowhere that is known. */
  readonly unverified: Place | null;
  readonly body: Body | null;
  readonly handling: Handling;
  readonly response: ResponseUse;
  /** The whole expression that makes the URL, where it is one expression of one file. */
  readonly url: Place | null;
  /** The last literal piece of the path; the call when there is none. */
  readonly place: Place;
  /** The call that completes the path, in the function where the site is reported. */
  readonly call: Place;
  /** The innermost function (or the module) in which the path is known: its range identifies it. */
  readonly frame: Place;
}
