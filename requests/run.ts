import type { TSESTree } from '@typescript-eslint/types';

import type { ClientModel } from './client-model.ts';
import type { ClientRegistry } from './client-registry.ts';
import type { ModuleRequests } from './find-requests.ts';
import type { Construction } from './constructions.ts';
import type { Logged } from './logged-values.ts';
import type { Wording } from './may-send.ts';
import { placeOf, readModule } from './project-module.ts';
import type { ProjectModule } from './project-module.ts';
import type { Place } from './request-site.ts';
import type { Cell } from './scope.ts';
import type { Scope } from './scope.ts';
import type { Context, Frame, Send } from './send.ts';
import type { ModuleLoader, SourceModule } from './source-module.ts';
import { State } from './state.ts';
import type {
  ClassInfo, ClassNode, Crossing, FrameNode, FunctionNode, FunctionValue, HeapObject, HolePart, ListObject, Prop, RecordObject, RefValue, Value,
} from './value.ts';
import { holeValue, KNOWN_BY_TYPE } from './value.ts';

/** Bounds that make every analysis end. Crossing one gives a hole with the reason `limit`. */
export const LIMITS = { calls: 16, steps: 40_000, unroll: 16, nested: 12, chain: 64 };

/** What a function does to what its parameter of this index is given. */
export interface ParameterUse { readonly kind: 'call' | 'change' | 'response'; readonly index: number }

/** What a function does when it is looked at by itself, with unknown arguments. */
export interface Summary {
  /** Calls of it need no second look: it sends nothing that depends on its caller and answers nothing of interest. */
  readonly quiet: boolean;
  /** It changes objects or variables that were there before. */
  readonly changes: boolean;
  readonly uses: readonly ParameterUse[];
  /** It sends nothing whose path, method or host waits for an argument. */
  readonly settled: boolean;
  /** Where the objects of the result are, when executing the function again would cost more than it tells. */
  readonly costly: State | null;
  /** The fields of `this` that it fills, or whose objects it changes. */
  readonly fields: readonly string[];
  /** How deep the look was, where something below it was too deep to be looked at; null when nothing was. */
  readonly cutAt: number | null;
  readonly firstId: number;
  readonly result: Value;
}

/** What the engine knows about the project. Lives as long as no module changes. */
export interface World {
  readonly loader: ModuleLoader;
  readonly clients: ClientRegistry;
  /** What comments begin with that name an API; null when they are not asked for. */
  readonly marker: string | null;
  /** A module that was read has such a comment. */
  isMarked: boolean;
  readonly modules: Map<string, ProjectModule | null>;
  /** Module-level variables and objects. */
  readonly state: State;
  readonly functionWrites: WeakMap<Cell, Value[]>;
  readonly fieldWrites: Map<number, Map<string, Value[]>>;
  readonly generics: WeakMap<ClassNode, RefValue>;
  /** How many instances of a class are being given their fields. */
  readonly making: Map<ClassNode, number>;
  /** The object literal that a method was written in. */
  readonly homes: WeakMap<FunctionNode, RefValue>;
  /** Classes whose constructions are asked for -> the arguments by `new` expression. */
  readonly constructions: WeakMap<ClassNode, Map<TSESTree.Node, Construction>>;
  /** The files that the engine was told of: who makes instances of a class is looked for there, and in the file of the class. */
  readonly told: Set<string>;
  /** The `new` expressions of all classes that have been seen at work. */
  readonly constructed: WeakSet<TSESTree.Node>;
  readonly classInfos: WeakMap<ClassNode, ClassInfo>;
  readonly summaries: WeakMap<FunctionNode, Summary | 'running'>;
  readonly staticWrites: WeakMap<ClassNode, Map<string, Value[]>>;
  readonly staticValues: WeakMap<TSESTree.Expression, Value>;
  /** Abort controllers whose `abort` is called by a timer. */
  readonly timed: Set<number>;
  readonly globalInstances: Map<ClientModel, RefValue>;
  /** What React state setters are given, by the call of `useState`. */
  readonly stateWrites: WeakMap<TSESTree.Node, Value[]>;
  /** The calls of setters that have put something there that was of interest. */
  readonly stateWriters: WeakSet<TSESTree.Node>;
  /** The lists and plain objects that are in a React state. */
  readonly stateObjects: Set<number>;
  readonly functionProps: WeakMap<FunctionNode, Map<string, Value>>;
  /** Properties that the project puts on the global object. */
  readonly globalWrites: Map<string, Value>;
  readonly madeFunctions: WeakMap<FunctionNode, FunctionValue>;
  /** Runs that looked at one function by itself, by the module of the function. */
  readonly runs: WeakMap<ProjectModule, Run[]>;
  readonly found: WeakMap<ProjectModule, ModuleRequests>;
  /** What the log calls of a module write. */
  readonly logged: WeakMap<ProjectModule, Logged>;
  /** Whether what a file leads to names a client; and what each file names, by its wording. */
  readonly sending: Map<string, boolean>;
  readonly wordings: Map<string, Wording>;
  /** Statements and expressions executed so far. */
  work: number;
  nextId: number;
  nested: number;
  /** How often something was not looked at because looks were nested too deeply. */
  cuts: number;
}

/** A loop or switch that `break` and `continue` leave. */
export interface Exits {
  readonly label: string | null;
  readonly isLoop: boolean;
  /** The states that what leaves is told against: before the whole, and before the present time round. */
  readonly base: State;
  start: State;
  readonly breaks: State[];
  readonly continues: State[];
}

/** The call that is being executed. */
export interface Call {
  /** What was there when it began. */
  readonly base: State;
  readonly returns: { value: Value; state: State }[];
  readonly yields: Value[];
  readonly exits: Exits[];
  /** The `try` blocks that are being executed, with what `throw` left them with. */
  readonly tries: { readonly base: State; readonly thrown: State[] }[];
}

/** One evaluation, from a root function (or module) down through all that it calls. */
export interface Run {
  readonly world: World;
  state: State;
  readonly root: FrameNode;
  readonly module: ProjectModule;
  readonly frames: Frame[];
  readonly contexts: Context[];
  readonly sends: Send[];
  /** Requests that setters may still change: what they send is read when the run ends. */
  readonly unfinished: (() => void)[];
  /** Sends whose status was looked at, in order: what a condition looked at is the tail that its evaluation added. */
  readonly checkLog: Send[];
  /** Functions and classes made during the run; those never called are looked at on their own. */
  readonly made: (FunctionValue | ClassInfo)[];
  /** The calls in which functions were made, without the root's: a function that runs later is still part of them. */
  readonly madeIn: Map<FunctionValue, readonly Frame[]>;
  /** The functions that were called, each with the scopes of the closures that were. */
  readonly called: Map<FunctionNode, Set<Scope>>;
  call: Call;
  steps: number;
  limited: boolean;
  /** What was done to unknown arguments that a caller could see: called, changed, or looked at as a response. */
  readonly uses: ParameterUse[];
  stateChanged: boolean;
  /** What promises made with `new Promise` were resolved with. */
  readonly resolved: { readonly cell: Cell; readonly value: Value }[];
  /** Objects with a smaller id were there before the run. */
  readonly firstId: number;
  /** Values are shared: what is written belongs to the module. */
  readonly shared: boolean;
  /** `this` of the root. */
  readonly self: Value | null;
}

export function createWorld(loader: ModuleLoader, clients: ClientRegistry, marker: string | null): World {
  return {
    loader, clients, marker, isMarked: false, modules: new Map(), state: new State(null), functionWrites: new WeakMap(), fieldWrites: new Map(), generics: new WeakMap(), making: new Map(), homes: new WeakMap(), constructions: new WeakMap(), constructed: new WeakSet(), told: new Set(),
    classInfos: new WeakMap(), summaries: new WeakMap(), staticWrites: new WeakMap(), staticValues: new WeakMap(), timed: new Set(), globalInstances: new Map(), stateWrites: new WeakMap(), stateWriters: new WeakSet(), stateObjects: new Set(), functionProps: new WeakMap(), globalWrites: new Map(), madeFunctions: new WeakMap(), runs: new WeakMap(), found: new WeakMap(), logged: new WeakMap(), sending: new Map(), wordings: new Map(), work: 0, nextId: 1, nested: 0, cuts: 0,
  };
}

export function createRun(world: World, root: FrameNode, module: ProjectModule, state: State, shared: boolean, self: Value | null = null): Run {
  return {
    world, state, root, module, frames: [{ node: root, fn: null, module, call: null, name: '', instance: null }], contexts: [], sends: [], unfinished: [], checkLog: [], made: [], madeIn: new Map(), called: new Map(),
    call: createCall(state), steps: 0, limited: false, uses: [], stateChanged: false, resolved: [], firstId: world.nextId++, shared, self,
  };
}

export function noteCalled(run: Run, { node, scope }: FunctionValue): void {
  const scopes = run.called.get(node);
  if (scopes === undefined) run.called.set(node, new Set([scope]));
  else scopes.add(scope);
}

/** Whether a closure was called: another one of the same function may have been made with other values. */
export function wasCalled(run: Run, { node, scope }: FunctionValue): boolean {
  return run.called.get(node)?.has(scope) === true;
}

/** How much shallower a second look has to be to tell more than one that was cut. */
const SHALLOWER = 4;

/** Whether to look again at what was looked at as deep as `cutAt`, and not to its end; each thing is looked at a few times at most. */
export function isWorthAnother(world: World, cutAt: number | null): boolean {
  return cutAt !== null && (world.nested === 0 ? cutAt > 0 : world.nested + SHALLOWER <= cutAt);
}

export function createCall(base: State): Call {
  return { base, returns: [], yields: [], exits: [], tries: [] };
}

/** Where the variables and objects of a module live. */
export function stateOf(world: World, module: ProjectModule): State {
  return module.ownState ?? world.state;
}

/** A module that nobody imports, for a tree that a linter hands over: what is learnt of it goes with it. */
export function adoptModule(world: World, source: SourceModule): ProjectModule {
  noteMarker(world, source);
  const module = readModule(source);
  module.ownState = new State(world.state);
  return module;
}

/** The module of a file; null when it cannot be read. */
export function moduleAt(world: World, file: string): ProjectModule | null {
  const known = world.modules.get(file);
  if (known !== undefined) return known;

  const source = world.loader.load(file);
  if (source !== null) noteMarker(world, source);
  const module = source === null ? null : readModule(source);
  world.modules.set(file, module);
  return module;
}

/** Remembers what is done to a value that came through a parameter of the root, if it did. */
export function noteUse(run: Run, kind: ParameterUse['kind'], crossed: Crossing | null): void {
  for (let at = crossed; at !== null; at = at.before) {
    const { index } = at;
    if (at.frame !== run.root || index === undefined) continue;
    if (!run.uses.some((use) => use.kind === kind && use.index === index)) run.uses.push({ kind, index });
  }
}

function noteMarker(world: World, { text }: SourceModule): void {
  if (world.marker !== null && !world.isMarked) world.isMarked = text.includes(`${world.marker}:`);
}

export function currentFrame(run: Run): Frame {
  const frame = run.frames.at(-1);
  if (frame === undefined) throw new Error('A run has no frame.');
  return frame;
}

export function placeIn(run: Run, node: TSESTree.Node): Place {
  return placeOf(currentFrame(run).module, node);
}

export function allocate(run: Run, object: HeapObject, crossed: Crossing | null = null): RefValue {
  const id = run.world.nextId++;
  run.state.heap.set(id, object);
  return { k: 'ref', id, crossed };
}

export function objectOf(run: Run, value: Value): HeapObject | null {
  return value.k === 'ref' ? run.state.object(value.id) ?? null : null;
}

export function recordOf(run: Run, value: Value): RecordObject | null {
  const object = objectOf(run, value);
  return object?.t === 'record' ? object : null;
}

export function listOf(run: Run, value: Value): ListObject | null {
  const object = objectOf(run, value);
  if (object?.t !== 'list') return null;
  // an empty list of a module is there to be filled
  return value.k === 'ref' && isShared(run, value.id) && object.items.length === 0 && object.rest === null ? { ...object, rest: holeValue('dynamic') } : object;
}

/** True for objects that were there before the run: other functions may change them. */
export function isShared(run: Run, id: number): boolean {
  return !run.shared && id < run.firstId && !run.world.stateObjects.has(id);
}

export function newRecord(run: Run, props: Iterable<Prop> = [], extra: Partial<RecordObject> = {}): RefValue {
  const flavor = extra.flavor ?? 'object';
  const map = new Map<string, Prop>();
  for (const prop of props) map.set(keyOf(flavor, prop.name), prop);
  return allocate(run, { t: 'record', flavor, open: null, info: null, place: null, ...extra, props: extra.props ?? map });
}

export function newList(run: Run, values: readonly Value[], rest: Value | null = null): RefValue {
  return allocate(run, { t: 'list', items: values.map((value) => ({ value, presence: 'always' })), rest });
}

export function keyOf(flavor: RecordObject['flavor'], name: string): string {
  return flavor === 'headers' ? name.toLowerCase() : name;
}

export function property(name: string, value: Value, extra: Partial<Prop> = {}): Prop {
  return { name, value, presence: 'always', place: null, entryPlace: null, written: 'object', ...extra };
}

/** Writes an entry of a record. */
export function putProp(run: Run, id: number, record: RecordObject, prop: Prop): void {
  const props = new Map(record.props);
  props.set(keyOf(record.flavor, prop.name), prop);
  run.state.heap.set(id, { ...record, props });
}

export function openRecord(run: Run, id: number, record: RecordObject, reason: string, part?: HolePart): void {
  if (record.open === null || record.open === KNOWN_BY_TYPE) run.state.heap.set(id, { ...record, open: reason, ...(part === undefined ? {} : { openPart: part }) });
}

/** Executes `action` on a fork of the state and returns the state it ends in. */
export function inFork(run: Run, action: () => void): State {
  const before = run.state;
  run.state = before.fork();
  action();
  const after = run.state;
  run.state = before;
  return after;
}

/** Executes `action` with a context pushed. */
export function within<T>(run: Run, context: Context, action: () => T): T {
  run.contexts.push(context);
  const length = run.contexts.length;
  try {
    return action();
  } finally {
    run.contexts.length = length - 1;
  }
}
