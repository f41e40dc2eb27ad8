import type { TSESTree } from '@typescript-eslint/types';

import type { ClientModel } from './client-model.ts';
import type { HoleReason, ListStyle, Place, Presence, Repeat } from './request-site.ts';
import type { ProjectModule } from './project-module.ts';
import type { Cell, Scope } from './scope.ts';
import type { Send } from './send.ts';

/** A node that makes a function frame, or the program of a module. */
export type FrameNode = FunctionNode | TSESTree.Program;
export type FunctionNode =
  | TSESTree.FunctionDeclaration
  | TSESTree.FunctionExpression
  | TSESTree.ArrowFunctionExpression
  | TSESTree.TSEmptyBodyFunctionExpression
  | TSESTree.TSDeclareFunction;
export type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

/**
 * The function frames through whose parameters a value came, last first. A text that crossed a frame is not known
 * inside that frame by itself: this is how the frame that a request belongs to is found.
 */
export interface Crossing {
  readonly frame: FrameNode;
  /** Which parameter it was, of a function that is looked at by itself. */
  readonly index?: number;
  readonly before: Crossing | null;
}

export interface LiteralPart {
  readonly kind: 'literal';
  readonly text: string;
  readonly place: Place | null;
  readonly crossed: Crossing | null;
}
export interface HolePart {
  readonly kind: 'hole';
  readonly reason: HoleReason;
  readonly words: readonly string[];
  readonly place: Place | null;
  readonly crossed: Crossing | null;
  /** The expression that puts it into a text. */
  readonly at?: Place;
  readonly encoded?: boolean;
  readonly type?: 'number' | 'boolean' | 'string';
  /** The value is kept only where it is truthy: the left side of `||`. */
  readonly truthy?: boolean;
  /** The value may be undefined: an optional parameter or property. */
  readonly optional?: boolean;
  /** The declared type has no undefined or null in it. */
  readonly declared?: boolean;
  /** The properties that a condition has found to be truthy. */
  readonly sure?: readonly string[];
  /** The type of the object that it would be a property of has no such property. */
  readonly undeclared?: boolean;
  /** The name of the type that the value, or the object it was read from, is declared with. */
  readonly typeName?: string;
  /** A new value each time that the function around it runs. */
  readonly fresh?: boolean;
  /** `replace` may have changed some of it, as what hides a secret does. */
  readonly edited?: boolean;
  /** The value that the text is the JSON of. */
  readonly json?: Value;
  /** The status of these requests. */
  readonly statusOf?: readonly Send[];
  /** The connection that these requests opened. */
  readonly streamOf?: readonly Send[];
  /** The error of these requests, or something of it. */
  readonly errorOf?: readonly Send[];
}
/** Named values written as `a=1&b=2`. */
export interface FieldsPart {
  readonly kind: 'fields';
  readonly props: readonly Prop[];
  readonly open: string | null;
  readonly crossed: Crossing | null;
}
/** One of several texts. */
export interface AltPart {
  readonly kind: 'alt';
  readonly options: readonly Parts[];
}
export type Part = LiteralPart | HolePart | FieldsPart | AltPart;
export type Parts = readonly Part[];

export interface TextValue { readonly k: 'text'; readonly parts: Parts }
export interface PrimValue { readonly k: 'prim'; readonly value: number | boolean | bigint | null | undefined; readonly place: Place | null; readonly crossed?: Crossing | null; /** Answered because these requests failed. */ readonly failed?: readonly Send[] }
export interface RegExpValue { readonly k: 'regexp'; readonly value: RegExp }
/** An object of the abstract heap. */
export interface RefValue { readonly k: 'ref'; readonly id: number; readonly crossed: Crossing | null }
export interface FunctionValue {
  readonly k: 'fn';
  readonly node: FunctionNode;
  readonly scope: Scope;
  readonly module: ProjectModule;
  /** `this` for arrows, bound functions and methods taken from an object. */
  readonly self: Value | null;
  /** The class that declares the method. */
  readonly home: ClassInfo | null;
  readonly crossed: Crossing | null;
}
export interface ClassInfo {
  readonly node: ClassNode;
  readonly name: string;
  readonly scope: Scope;
  readonly module: ProjectModule;
}
export interface ClassValue { readonly k: 'class'; readonly info: ClassInfo }
/** A built-in function; `self` is the receiver of a method. */
export interface NativeValue { readonly k: 'native'; readonly name: string; readonly self: Value | null; readonly cell?: Cell; readonly state?: TSESTree.Node; readonly repeat?: Repeat }
/** An HTTP client package, or (with `member`) one of its functions; instances are heap objects. */
export interface ClientValue {
  readonly k: 'client';
  readonly model: ClientModel;
  readonly member: string | null;
  readonly self: RefValue | null;
  /** An instance that is known by its type or name only: how it was made cannot be read. */
  readonly unread?: boolean;
}
export interface ModuleValue { readonly k: 'module'; readonly module: ProjectModule }
/** Anything imported from a package that is not part of the project. */
export interface PackageValue { readonly k: 'package'; readonly name: string; readonly path: readonly string[] }
export interface PromiseValue { readonly k: 'promise'; readonly value: Value; readonly sends: readonly Send[] }
export interface ResponseValue { readonly k: 'response'; readonly send: Send }
/** A parsed body, or something inside it. */
export interface BodyValue {
  readonly k: 'body';
  readonly send: Send;
  readonly path: readonly string[];
  /** A condition has found it, or these of its properties, to be truthy. */
  readonly truthy?: boolean;
  readonly sure?: readonly string[];
}
export interface ChoiceValue { readonly k: 'choice'; readonly options: readonly Value[] }
export interface HoleValue { readonly k: 'hole'; readonly part: HolePart }
export type Value =
  | TextValue | PrimValue | RegExpValue | RefValue | FunctionValue | ClassValue | NativeValue | ClientValue
  | ModuleValue | PackageValue | PromiseValue | ResponseValue | BodyValue | ChoiceValue | HoleValue;

export interface Prop {
  /** The name as written. */
  readonly name: string;
  readonly value: Value;
  readonly presence: Presence;
  readonly place: Place | null;
  readonly entryPlace: Place | null;
  readonly getter?: FunctionValue;
  readonly written: 'url' | 'object';
  /** The name is sent more than once; the value is each of the values. */
  readonly repeated?: boolean;
  /** How a client writes the list that the value's alternatives are the items of. */
  readonly list?: ListStyle;
  /** What stood under the name in the same object literal until this took its place, and how this came there. */
  readonly hides?: { readonly prop: Prop; readonly by: 'property' | 'spread'; readonly place: Place | null };
}

/** Plain objects, class instances, Headers, URLSearchParams, FormData, Map: named values. */
export interface RecordObject {
  readonly t: 'record';
  readonly flavor: 'object' | 'headers' | 'params' | 'form' | 'map';
  /** Keyed by name; by lower-case name in Headers. */
  readonly props: ReadonlyMap<string, Prop>;
  /** Why names that are not listed may be there; null when none can. */
  readonly open: string | null;
  /** What opened it, if one unknown value did. */
  readonly openPart?: HolePart;
  /** The query of a URL that is wholly unknown: it may hold names that nobody here put there. */
  readonly hidden?: boolean;
  readonly info: ClassInfo | null;
  readonly place: Place | null;
  /** Set on an instance whose constructor arguments are not known: fields join all assignments in the class. */
  readonly generic?: boolean;
  /** The client that the base class of the instance is. */
  readonly client?: RefValue;
}
export interface ListItem { readonly value: Value; readonly presence: Presence }
export interface ListObject {
  readonly t: 'list';
  readonly items: readonly ListItem[];
  /** What further items are; null when there are none. */
  readonly rest: Value | null;
  /** Further items stand before some of `items`: no index is known. */
  readonly mixed?: boolean;
}
export interface UrlObject { readonly t: 'url'; readonly head: Parts; readonly params: number; readonly hash: Parts | null }
/** An instance of a client: what its factory fixed. */
export interface ClientObject {
  readonly t: 'client';
  readonly model: ClientModel;
  /** Configurations in the order in which they apply; later ones win. */
  readonly configs: readonly Value[];
  readonly interceptors: readonly Value[];
  readonly words: readonly string[];
  /** What repeats its requests: a package that was given the instance. */
  readonly repeat?: Repeat;
  /** Where it was made; null for the one that calls on the package itself go through. */
  readonly place: Place | null;
  /** What setters told it: a record in the shape of a configuration, applied last. */
  readonly memory?: RefValue;
  /** The request that it has sent, where its setters and its answer are on the same object. */
  readonly sent?: Send;
}
/** A `Request`, or a chained request builder. */
export interface RequestObject { readonly t: 'request'; readonly url: Value; readonly config: Value | null; readonly model: ClientModel | null }
export interface ControllerObject {
  readonly t: 'controller';
  readonly signals: readonly Value[];
  /** Where `AbortSignal.timeout` is called: the time runs on while the body is read. */
  readonly deadline?: Place;
}
export type HeapObject = RecordObject | ListObject | UrlObject | ClientObject | RequestObject | ControllerObject;

/** Why an object of a declared type is open: it has the properties of its type, and others only where nothing reads them by name. */
export const KNOWN_BY_TYPE = 'an object known by its type only';

/** Why an object is open that is open for either reason; null when neither opens it. */
export function wider(a: string | null, b: string | null): string | null {
  return a === null || (a === KNOWN_BY_TYPE && b !== null) ? b : a;
}

export const undefinedValue: PrimValue = { k: 'prim', value: undefined, place: null };
export const nullValue: PrimValue = { k: 'prim', value: null, place: null };

export function primitive(value: PrimValue['value'], place: Place | null = null): PrimValue {
  return { k: 'prim', value, place };
}

export function literalText(text: string, place: Place | null = null): TextValue {
  return { k: 'text', parts: text === '' ? [] : [{ kind: 'literal', text, place, crossed: null }] };
}

export function holeValue(reason: HoleReason, words: readonly string[] = [], place: Place | null = null, extra?: Partial<HolePart>): HoleValue {
  return { k: 'hole', part: { kind: 'hole', reason, words, place, crossed: null, ...extra } };
}

export function isUndefined(value: Value): boolean {
  return value.k === 'prim' && value.value === undefined;
}

export function isNullish(value: Value): boolean {
  return value.k === 'prim' && (value.value === undefined || value.value === null);
}

/** The alternatives of a value: itself when it is no choice. */
export function optionsOf(value: Value): readonly Value[] {
  return value.k === 'choice' ? value.options : [value];
}

/** The words by which a reader would guess what a value is. */
export function wordsOf(value: Value): readonly string[] {
  switch (value.k) {
    case 'hole': return value.part.words;
    case 'text': return value.parts.flatMap((part) => (part.kind === 'hole' ? part.words : []));
    case 'package': return [value.name, ...value.path];
    case 'class': return [value.info.name];
    case 'client': return [value.model.name];
    case 'promise': return wordsOf(value.value);
    default: return [];
  }
}
