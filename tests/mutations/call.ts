import type { ApiOperation } from './api-operation.ts';

export type ClientName = 'fetch' | 'axios' | 'got' | 'ky' | 'plex-api';
/** How the client is reached: directly, or by a function, a class with a base class, or an instance of another file. */
export type ShapeName = 'plain' | 'function' | 'class' | 'instance';

export const CLIENTS: readonly ClientName[] = ['fetch', 'axios', 'got', 'ky', 'plex-api'];
export const SHAPES: readonly ShapeName[] = ['plain', 'function', 'class', 'instance'];

/** A value: text that is written out, or an expression of the program. */
export interface Value {
  readonly kind: 'text' | 'number' | 'boolean' | 'code';
  readonly code: string;
}

export const textValue = (code: string): Value => ({ kind: 'text', code });
export const codeValue = (code: string): Value => ({ kind: 'code', code });

/** A named value of the query, the headers or the body. */
export interface Pair {
  readonly name: string;
  readonly value: Value;
  /** What a finding about it is expected at. */
  readonly mark?: string;
  /** Written into a URL as it is. */
  readonly raw?: boolean;
}

/** What the program does about time, failure and repetition. */
export interface Flow {
  readonly sent: 'await' | 'floating' | 'floating-then' | 'void' | 'then' | 'returned' | 'caught-empty';
  readonly check: 'first' | 'late' | 'none';
  readonly caught: 'no' | 'empty' | 'null' | 'empty-list' | 'logged';
  readonly timeout: boolean;
  /** A loop around the request, and what is wrong with it. */
  readonly retry: 'no' | 'good' | 'at-once' | 'forever' | 'any-status' | 'own-time';
}

/** One request of a program, before it is written in the words of a client. */
export interface Call {
  readonly operation: ApiOperation;
  readonly client: ClientName;
  readonly shape: ShapeName;
  readonly method: string;
  /** What stands before the path, as the inside of a template literal. */
  readonly base: string;
  /** The path as the inside of a template literal. */
  readonly path: string;
  readonly query: readonly Pair[];
  /** Whether the query is written in the URL, or handed over as an object. */
  readonly queryIn: 'url' | 'object';
  readonly headers: readonly Pair[];
  readonly body: CallBody | null;
  /** Unknown values: the parameters of the function that sends. */
  readonly unknowns: readonly string[];
  readonly answer: 'json' | 'text' | 'none' | 'stream';
  /** Statements that use `body`, the parsed answer. */
  readonly use: string;
  readonly flow: Flow;
  /** More options of the client's call, as they are written. */
  readonly options: readonly string[];
  /** Statements before the request, and before the function. */
  readonly before: string;
  readonly top: string;
  /** Which wrapper the other file has: a good one, or one with a mistake. */
  readonly wrapper: string;
}

export interface CallBody {
  readonly type: 'json' | 'form' | 'other';
  readonly fields: readonly Pair[];
  /** The media type, when it is neither JSON nor a form. */
  readonly media: string;
}

/** The parts of a path: known text, and `null` for what is not known. */
export function segmentsOf(path: string): readonly (string | null)[] {
  return path.split('/').slice(1).map((segment) => (segment.includes('${') ? null : decodeURIComponent(segment)));
}
