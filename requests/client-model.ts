import type { RepeatModel } from './repeat-model.ts';
import type { ListStyle } from './request-site.ts';

/**
 * What one argument of a client's call is. `urlOrConfig`: a text or URL is the address, an object the configuration.
 * `suffix`: is put behind the address that the object has already. `…OrCallback`: a function is a callback.
 * `nameOrHeaders`: an object of headers, or the name of the one whose `value` follows. `nameOrQuery`: likewise.
 * `header:NAME`: the value of this header. `option:KEY`: the value of this key of the configuration.
 */
export type ArgumentRole =
  | 'url' | 'urlOrConfig' | 'suffix' | 'config' | 'configOrCallback' | 'body' | 'bodyOrCallback' | 'query' | 'queryOrCallback' | 'headers' | 'method' | 'callback'
  | 'nameOrHeaders' | 'nameOrQuery' | 'value' | 'ignored' | `header:${string}` | `option:${string}`;

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
  /** Options that change how query values are written. */
  readonly serializer?: readonly string[];
  readonly headers?: readonly string[];
  /** The values that fill `{name}` in the URL. */
  readonly pathParameters?: readonly string[];
  /** JSON body, form body, or a body of any kind. */
  readonly json?: readonly string[];
  readonly form?: readonly string[];
  readonly body?: readonly string[];
  readonly timeout?: readonly string[];
  readonly signal?: readonly string[];
  readonly retry?: readonly string[];
  /** Options that, when false (or a function that is not read), keep the client from throwing on an error status. */
  readonly throws?: readonly string[];
  /** Options that, when true, keep the client from throwing on an error status. */
  readonly forgives?: readonly string[];
  /** Functions that may change the request before it is sent: with one, what it sends is open. */
  readonly hooks?: readonly string[];
  /** Functions that are given the answer, and the failure. */
  readonly onAnswer?: readonly string[];
  readonly onFailure?: readonly string[];
}

/** One callable form of a client. */
export interface CallShape {
  readonly method?: string;
  readonly args: readonly ArgumentRole[];
  /** What the arguments are instead when the method is GET or HEAD, and there are just as many as these. */
  readonly withoutBody?: readonly ArgumentRole[];
  /** What the call answers; the model's `response` when absent. */
  readonly response?: ResponseShape;
  /** Asks for this format by itself, whatever the model says: `$.getJSON`. */
  readonly accept?: AcceptFormat;
}

/**
 * How the answer is read. `fetch`: a Response with `.ok`, `.status` and body methods. `data`: an object with `.data`
 * and `.status`. `body`: the parsed body. `got`: an object with `.body`, and body methods on the promise.
 * `reader`: an object with `.statusCode` and a `.body` that has body methods. `node`: an event emitter with `.statusCode`. `stream`: a long-lived connection.
 */
export type ResponseShape = 'fetch' | 'data' | 'body' | 'got' | 'reader' | 'node' | 'stream';

/** A header that an option of the client stands for: xhr-request's `json: true` sends Accept. */
export interface ImpliedHeader {
  readonly option: string;
  /** The value that the option must have; any that counts as true when absent. */
  readonly equals?: string;
  readonly header: string;
  readonly value: string;
}

/** A format that a client asks for when the program names none. `other`: some other, or any (`*\/*`). */
export type AcceptFormat = 'json' | 'xml' | 'other';

/**
 * What a method of the answer does. `then`, `catch`, `finally`: as on a promise. `tap`: its callback is given the answer,
 * and the answer goes on. `pipe`: its arguments are operators that the answer goes through.
 */
export type FollowUp = 'then' | 'catch' | 'finally' | 'tap' | 'pipe';

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
  /** `new Client(…)` sends a request: a WebSocket. */
  readonly construct?: CallShape;
  /**
   * Functions that make an instance: name -> index of the configuration argument, or all arguments. `new` is the
   * constructor, `call` the client itself.
   */
  readonly factories?: Readonly<Record<string, number | CallShape>>;
  /** Functions that remember what they are given for what the object sends later: `open`, `set`, `headers`. */
  readonly setters?: Readonly<Record<string, CallShape>>;
  /** A setter changes nothing, and answers a changed copy. */
  readonly copies?: boolean;
  /** Setters can follow a call that sends: the request goes out when it is awaited. */
  readonly lazy?: boolean;
  /** The status and body are properties of the object that sent: an XMLHttpRequest. */
  readonly answersItself?: boolean;
  /** Properties that configure what the object sends later: name -> key of the configuration. */
  readonly properties?: Readonly<Record<string, string>>;
  /** Methods of what a call answers. */
  readonly follows?: Readonly<Record<string, FollowUp>>;
  /** Exported classes that hold named values and are handed to the client. */
  readonly containers?: Readonly<Record<string, 'headers' | 'query'>>;
  /** Names of parameters that are filled with the client by name: `$http`. */
  readonly injected?: readonly string[];
  /** Types whose values lead to an instance, and the property that does: an item's `server`. */
  readonly reached?: { readonly types: readonly string[]; readonly member: string };
  /** Properties of an instance that are instances of other clients: `axiosRef` of NestJS. */
  readonly holds?: Readonly<Record<string, ClientModel>>;
  /** The API that the client is made for, as the name of a description; `none`: surely none of those described. */
  readonly description?: string;
  readonly config: ConfigKeys;
  /** Where an instance keeps the configuration that applies to all its requests. */
  readonly defaults?: string;
  /** An undefined query value or header is not sent. */
  readonly dropsUndefined?: boolean;
  /** How a list in an object of query values is written; not known when absent. */
  readonly lists?: ListStyle;
  /** A query in the URL is sent beside the query of the configuration: a name in both is sent twice. */
  readonly keepsUrlQuery?: boolean;
  /** The media type that the client names for a body that is a text. */
  readonly textType?: string;
  /** Headers that the client adds to each request. */
  readonly headers?: readonly string[];
  /** The options that give headers of those their values: header -> option. */
  readonly headerOptions?: Readonly<Record<string, string>>;
  readonly implies?: readonly ImpliedHeader[];
  /**
   * The format that the library itself asks for where the program names none; it sends no Accept when absent.
   * `jsonRead`: when the body is read with `.json()` of the call's own answer; `jsonBody`: when a JSON body is sent.
   */
  readonly accepts?: { readonly always?: AcceptFormat; readonly jsonRead?: 'json'; readonly jsonBody?: 'json' };
  /** A base and a relative URL are joined with one slash (the default), resolved, or put together as they are. */
  readonly joins?: 'slash' | 'resolve' | 'plain';
  /** How it repeats a request that fails, if it can: the option that says so is `config.retry`. */
  readonly repeats?: RepeatModel;
  /** It ends a request by itself that takes too long. */
  readonly timesOut?: boolean;
  /** Values of `timeout` that limit the time of the whole answer, its body included: the option itself, or some of its fields. */
  readonly deadline?: { readonly itself?: boolean; readonly fields?: readonly string[] };
  /** The scheme when a host is given without one; http when absent. */
  readonly scheme?: 'https';
  /** The method when none is named; GET when absent. */
  readonly method?: string;
  /** The body of a GET or HEAD is sent as query. */
  readonly sendsBodyAsQuery?: boolean;
  /** A callback is given the body alone; otherwise an error, the response, and the body. */
  readonly callback?: 'body';
  /** The call's configuration replaces the instance's headers instead of merging with them. */
  readonly replacesHeaders?: boolean;
  /** The words that say which API a client is made for: a client of one product needs no other evidence. */
  readonly words?: readonly string[];
}

/**
 * A client as a user declares it in `settings['plex-api'].clients`: what is left out is what hand-made clients do most. The
 * parsed body is answered, an error status throws, and `new` makes an instance. `modules` are package names, specifiers as
 * they are imported, or relative paths.
 */
export type DeclaredClient = Partial<ClientModel> & Pick<ClientModel, 'name'>;

/** A function of a package that hands its argument on: `axiosRetry(instance)`, `pRetry(() => …)`. */
export interface HandThrough {
  readonly module: string;
  /** Exported name; `default` for the module itself. */
  readonly name: string;
  /** What the call returns: an argument, what the function given as an argument returns, an instance of that class, or something that calls what it is given (`curried`), or whose `execute` does (`policy`). */
  readonly returns: `arg${number}` | `call${number}` | `instance${number}` | 'curried' | 'policy';
  /** The requests that are sent by the callback, or through the instance, are repeated: how, and which argument has the options. */
  readonly repeats?: RepeatModel;
  readonly options?: number;
  /** They are limited in time. */
  readonly limits?: boolean;
  /** Marks the instance given as an argument. */
  readonly marks?: `arg${number}`;
}

/** A row of a table of a model; undefined for what every object inherits (`toString`). */
export function rowOf<T>(table: Readonly<Record<string, T>> | undefined, name: string | null): T | undefined {
  return table !== undefined && name !== null && Object.hasOwn(table, name) ? table[name] : undefined;
}
