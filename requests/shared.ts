import { keptValue } from './fresh-values.ts';
import { joinValues } from './join.ts';
import type { ProjectModule } from './project-module.ts';
import { createRun, isWorthAnother, LIMITS, stateOf, wasCalled } from './run.ts';
import type { Run, World } from './run.ts';
import type { Cell, Scope } from './scope.ts';
import type { State } from './state.ts';
import { ensureSummarized } from './summaries.ts';
import type { HeapObject, Value } from './value.ts';
import { holeValue } from './value.ts';

/** What a variable holds here. */
export function readCell(run: Run, cell: Cell, scope: Scope): Value {
  const value = run.shared || !cell.shared ? run.state.read(cell) : readOwn(run, cell, scope);
  if (value !== undefined && !isCut(run.world, cell)) return value;
  if (!cell.shared) return holeValue('unset', [cell.name]);
  return readShared(run.world, cell, scope) ?? holeValue('unset', [cell.name]);
}

/** Whether a variable's value was made too deep to be whole, and would now be more. */
function isCut(world: World, { lazy, cutAt }: Cell): boolean {
  return lazy !== null && cutAt !== undefined && world.nested < LIMITS.nested && isWorthAnother(world, cutAt);
}

/** What this run itself has put into a variable of a module; what others put there is not told apart by order. */
function readOwn(run: Run, cell: Cell, scope: Scope): Value | undefined {
  if (scope.module.assignedIn.get(cell.name) === undefined) return run.state.read(cell);
  const ends = [run.world.state, stateOf(run.world, scope.module), stateOf(run.world, run.module)];
  for (let at: State | null = run.state; at !== null && !ends.includes(at); at = at.parent) {
    const value = at.cells.get(cell);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** The value of a module-level variable: its initialiser and all that functions of the module assign, joined. */
function readShared(world: World, cell: Cell, scope: Scope): Value | null {
  const state = stateOf(world, scope.module);
  const { lazy } = cell;
  if (lazy !== null && (cell.cutAt === undefined || isWorthAnother(world, cell.cutAt))) {
    if (world.nested >= LIMITS.nested) {
      world.cuts++;
      return state.cells.get(cell) ?? holeValue('limit', [cell.name]);
    }
    const { cuts } = world;
    cell.lazy = null;
    if (cell.cutAt !== undefined) state.cells.delete(cell);
    const value = lazy();
    if (state.cells.get(cell) === undefined) state.cells.set(cell, value);
    if (world.cuts > cuts) {
      cell.lazy = lazy;
      cell.cutAt = world.nested;
    }
  }
  const module = moduleOf(cell, scope);
  const writers = module?.assignedIn.get(cell.name);
  if (module !== null && writers !== undefined) {
    for (const writer of writers) ensureSummarized(world, writer, module);
    const writes = world.functionWrites.get(cell) ?? [];
    const start = state.cells.get(cell);
    const values = [...(start === undefined ? [] : [start]), ...writes];
    return values.length === 0 ? null : joinValues(values);
  }
  return state.read(cell) ?? null;
}

function moduleOf(cell: Cell, scope: Scope): ProjectModule | null {
  return scope.module.scope.cells.get(cell.name) === cell ? scope.module : null;
}

/** Evaluates something at the top level of a module: what it writes, everybody sees. */
export function inShared(world: World, module: ProjectModule, action: (run: Run) => Value): Value {
  world.nested++;
  const run = createRun(world, module.source.program, module, stateOf(world, module), true);
  try {
    const value = action(run);
    for (const finish of run.unfinished) finish();
    return value;
  } finally {
    world.nested--;
    run.state.dead = false;
    module.sends.push(...run.sends);
    for (const made of run.made) {
      module.made.add(made);
      if (!('k' in made)) continue;
      world.madeFunctions.set(made.node, made);
      const frames = run.madeIn.get(made);
      if (frames !== undefined && !wasCalled(run, made)) module.escaped.set(made, frames);
    }
  }
}

/** Remembers what a function assigns to a variable of a module. */
export function recordFunctionWrite(run: Run, cell: Cell, value: Value): void {
  persist(run, value);
  const writes = run.world.functionWrites.get(cell) ?? [];
  if (writes.length < 12) run.world.functionWrites.set(cell, [...writes, keptValue(value)]);
}

/** Remembers what a method assigns to a field of an instance that stands for all instances of its class. */
export function recordFieldWrite(run: Run, id: number, name: string, value: Value): void {
  persist(run, value);
  const fields = run.world.fieldWrites.get(id) ?? new Map<string, Value[]>();
  run.world.fieldWrites.set(id, fields);
  const writes = fields.get(name) ?? [];
  if (writes.length < 12) fields.set(name, [...writes, keptValue(value)]);
}

/** Copies the objects that a value reaches into the shared state; answers their ids. */
export function persist(run: Run, value: Value): ReadonlySet<number> {
  const { state } = run;
  const target = stateOf(run.world, run.module);
  const seen = new Set<number>();
  visit(value);
  return seen;

  function visit(at: Value): void {
    if (at.k === 'choice') at.options.forEach(visit);
    else if (at.k === 'promise') visit(at.value);
    else if ((at.k === 'native' || at.k === 'client') && at.self !== null) visit(at.self);
    else if (at.k === 'fn') persistScope(target, state, at.scope, visit);
    else if (at.k === 'ref' && !seen.has(at.id)) {
      seen.add(at.id);
      const object = state.object(at.id);
      if (object === undefined) return;
      if (!target.heap.has(at.id)) target.heap.set(at.id, object);
      for (const inner of valuesIn(object)) visit(inner);
    }
  }
}

const persistedScopes = new WeakSet<Scope>();

function persistScope(target: State, state: State, from: Scope, visit: (value: Value) => void): void {
  for (let scope: Scope | null = from; scope !== null; scope = scope.parent) {
    if (scope.activation === null || persistedScopes.has(scope)) return;
    persistedScopes.add(scope);
    for (const cell of scope.cells.values()) {
      const value = state.read(cell);
      if (value === undefined) continue;
      if (!target.cells.has(cell)) target.cells.set(cell, value);
      visit(value);
    }
  }
}

function valuesIn(object: HeapObject): readonly Value[] {
  switch (object.t) {
    case 'record': return [...[...object.props.values()].map((prop) => prop.value), ...(object.client === undefined ? [] : [object.client])];
    case 'list': return [...object.items.map((item) => item.value), ...(object.rest === null ? [] : [object.rest])];
    case 'url': return [{ k: 'ref', id: object.params, crossed: null }];
    case 'client': return [...object.configs, ...object.interceptors, ...(object.memory === undefined ? [] : [object.memory])];
    case 'request': return [object.url, ...(object.config === null ? [] : [object.config])];
    case 'controller': return object.signals;
  }
}

