/**
 * What one argument of a client's call is. `urlOrConfig`: a text or URL is the address, an object the configuration.
 * `queryOrCallback`, `configOrCallback`: a function is a callback. `payload`: a description of the whole request.
 */
export type ArgumentRole =
  | 'url' | 'urlOrConfig' | 'config' | 'configOrCallback' | 'body' | 'query' | 'headers' | 'method' | 'callback' | 'ignored';

/** The names under which a configuration object keeps each fact; dots go into nested objects. */
export interface ConfigKeys {
  readonly url?: readonly string[];
  /** A text put in front of the URL. */
  readonly base?: readonly string[];
  readonly host?: readonly string[];
  readonly port?: readonly string[];
  readonly protocol?: readonly string[];
  readonly method?: readonly string[];
  readonly query?: readonly string[];
  readonly headers?: readonly string[];
  /** JSON body, form body, or a body of any kind. */
  readonly json?: readonly string[];
  readonly form?: readonly string[];
  readonly body?: readonly string[];
  readonly timeout?: readonly string[];
  readonly signal?: readonly string[];
  readonly retry?: readonly string[];
  /** Options that, when false (or a function that is not read), keep the client from throwing on an error status. */
  readonly throws?: readonly string[];
}

/** One callable form of a client. */
export interface CallShape {
  readonly method?: string;
  readonly args: readonly ArgumentRole[];
  /** What the call answers; the model's `response` when absent. */
  readonly response?: ResponseShape;
}

/**
 * How the answer is read. `fetch`: a Response with `.ok`, `.status` and body methods. `data`: an object with `.data`
 * and `.status`. `body`: the parsed body. `got`: an object with `.body`, and body methods on the promise.
 * `node`: an event emitter with `.statusCode`. `stream`: a long-lived connection.
 */
export type ResponseShape = 'fetch' | 'data' | 'body' | 'got' | 'node' | 'stream';

/** A header that an option of the client stands for: xhr-request's `json: true` sends Accept. */
export interface ImpliedHeader {
  readonly option: string;
  readonly header: string;
  readonly value: string;
}

/** Where a client keeps what a request sends. All knowledge about a client is here; the engine has none. */
export interface ClientModel {
  readonly name: string;
  /** The documentation the row was written from. */
  readonly docs: string;
  /** Package names. */
  readonly modules: readonly string[];
  /** Global names: `fetch`, `$fetch`. */
  readonly globals?: readonly string[];
  /** Type names whose values are instances: `AxiosInstance`. */
  readonly types?: readonly string[];
  /** Exported names that are the client itself rather than a member: undici's `fetch`. */
  readonly exports?: readonly string[];
  readonly throwsOnErrorStatus: boolean;
  /** The promise waits until the call settles: callers cannot see the response unless a member says so. */
  readonly response: ResponseShape;
  readonly call?: CallShape;
  readonly members?: Readonly<Record<string, CallShape>>;
  /** Functions that make an instance: name -> index of the configuration argument. `new` is the constructor. */
  readonly factories?: Readonly<Record<string, number>>;
  readonly config: ConfigKeys;
  /** Where an instance keeps the configuration that applies to all its requests. */
  readonly defaults?: string;
  /** An undefined query value or header is not sent. */
  readonly dropsUndefined?: boolean;
  /** Headers that the client adds to each request. */
  readonly headers?: readonly string[];
  readonly implies?: readonly ImpliedHeader[];
  /** A base and a relative URL are joined with one slash (axios, ky), resolved (got), or put together as they are. */
  readonly method?: string;
  /** The call's configuration replaces the instance's headers instead of merging with them. */
  readonly replacesHeaders?: boolean;
  /** The words that say which API a client is made for: a client of one product needs no other evidence. */
  readonly words?: readonly string[];
}

/** A function of a package that hands its argument on: `axiosRetry(instance)`, `pRetry(() => …)`. */
export interface HandThrough {
  readonly module: string;
  /** Exported name; `default` for the module itself. */
  readonly name: string;
  /** What the call returns: an argument, or what the function given as an argument returns. */
  readonly returns: `arg${number}` | `call${number}` | 'curried';
  /** The requests that are sent by the callback, or through the instance, are retried / limited in time. */
  readonly retries?: boolean;
  readonly limits?: boolean;
  /** Marks the instance given as an argument. */
  readonly marks?: `arg${number}`;
}
