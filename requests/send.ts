import type { TSESTree } from '@typescript-eslint/types';

import type { AcceptFormat, ClientModel, ResponseShape } from './client-model.ts';
import type { DeclaredType } from './declared-type.ts';
import type { LostEntry, Place, Presence, Repeat } from './request-site.ts';
import type { ProjectModule } from './project-module.ts';
import type { FrameNode, FunctionValue, Parts, Prop, RefValue, Value } from './value.ts';

/** One activation on the way to a send. */
export interface Frame {
  readonly node: FrameNode;
  readonly fn: FunctionValue | null;
  readonly module: ProjectModule;
  /** The call, in the frame before, that entered this one; null for the root. */
  readonly call: TSESTree.Node | null;
  readonly name: string;
  /** Where the object was made whose method this is; null when that is not known. */
  readonly instance: Place | null;
}

/** What the code around a send does, and at which depth of the frame stack it does it. */
export type Context =
  | { readonly kind: 'handler'; readonly depth: number; readonly effect: 'swallow' | 'signal' | 'rethrow'; readonly place: Place | null }
  | { readonly kind: 'timeout' | 'timer' | 'loop'; readonly depth: number }
  | { readonly kind: 'retry'; readonly depth: number; readonly repeat: Repeat }
  | { readonly kind: 'recover'; readonly depth: number; readonly sends: readonly Send[] }
  | { readonly kind: 'branch'; readonly depth: number; readonly sends: readonly Send[] };

/** Named values: those that are sent, and why others may be. */
export interface Fields {
  readonly props: readonly Prop[];
  readonly open: string | null;
  readonly container: { readonly kind: 'object' | 'url' | 'call'; readonly place: Place } | null;
}

/** The body of a request. */
export interface SentBody {
  readonly kind: 'json' | 'form' | 'multipart' | 'text' | 'unknown';
  readonly fields: Fields | null;
  readonly data: readonly RawDatum[] | null;
  readonly ownType: string | null;
  readonly place: Place | null;
}

/** A value of a JSON body with texts as the interpreter has them; see `Datum`. */
export interface RawDatum {
  readonly type: 'string' | 'number' | 'boolean' | 'null' | 'object' | 'array' | null;
  readonly text: Parts | null;
  readonly fields: readonly { readonly name: string; readonly presence: Presence; readonly values: readonly RawDatum[]; readonly place: Place | null }[] | null;
  readonly open: boolean;
  readonly items: readonly RawDatum[] | null;
}

/** One call of a client as the interpreter met it. The lower half grows while the response is followed. */
export interface Send {
  readonly model: ClientModel;
  /** What the call is told beside its model: `$.getJSON` asks for JSON. */
  readonly accept: AcceptFormat | null;
  /** The object that takes further settings of a request that is not out yet. */
  readonly builder: RefValue | null;
  readonly shape: ResponseShape;
  /** The module that was looked at when the request was met: what others do with its answer depends on which of them are looked at. */
  readonly home: ProjectModule;
  readonly module: ProjectModule;
  readonly node: TSESTree.Node;
  readonly frames: readonly Frame[];
  readonly contexts: readonly Context[];
  /** Base, if the client or its instance has one, and URL. */
  readonly url: Parts;
  readonly urlPlace: Place | null;
  /** It is described in the body of a call to a backend, which sends it. */
  readonly isProxied?: true;
  readonly method: Value;
  readonly methodPlace: Place | null;
  /** The query that is not written in the URL. Until the run ends, setters may add to this and the next five. */
  query: Fields;
  headers: Fields;
  body: SentBody | null;
  /** Where the instance of the client was made; null for the client itself. */
  readonly instance: Place | null;
  /** Words of the instance, its class and the variables it came from. */
  readonly words: readonly string[];
  /** Headers that were written and do not go out. */
  lostHeaders: readonly LostEntry[];
  /** Where the check of certificates is turned off. */
  unverified: Place | null;
  throws: boolean;
  timeout: boolean;
  timeoutOpen: boolean;
  /** Where an option limits the time of the whole answer. */
  deadline: Place | null;
  /** Abort signals whose timer may be set later. */
  controllers: readonly number[];
  /** What the client itself is told to repeat. */
  retry: Repeat | null;
  retryOpen: boolean;

  readonly checks: { readonly statuses: readonly number[] }[];
  readonly statuses: Set<number>;
  /** A status, response or error went where it is not followed. */
  statusesOpen: boolean;
  /** What stood around an error thrown because of the status. */
  readonly thrown: (readonly Context[])[];
  readonly handlers: Context[];
  readonly reads: { readonly path: readonly string[]; readonly place: Place }[];
  /** Values of the body that functions return, with the outermost that does by its number among the frames; -1: to code that is not read. */
  readonly handedOn: Map<string, { readonly path: readonly string[]; depth: number }>;
  /** Fields of the body that the program sets: to read them tells nothing of the response. A last `*` stands for any field. */
  readonly writes: (readonly string[])[];
  readonly declared: DeclaredType[];
  /** Fields that are read of what is null or undefined once the request has failed. */
  readonly unguarded: { readonly field: string; readonly place: Place }[];
  format: 'json' | 'xml' | 'text' | 'binary' | null;
  /** The response, or its body, was used. */
  used: boolean;
  bodyBeforeCheck: boolean;
  /** The body was read by a method of the call's own answer: the client knew the format before it sent. */
  readAtOnce: boolean;
  floating: number | null;
  readonly repeats: { readonly depth: number; readonly repeat: Repeat }[];
  limitedAt: number | null;
}
