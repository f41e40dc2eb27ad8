import { joinObjects, joinValues } from './join.ts';
import type { Cell } from './scope.ts';
import type { HeapObject, Value } from './value.ts';

const NO_CELLS: ReadonlyMap<Cell, Value> = new Map();
const NO_OBJECTS: ReadonlyMap<number, HeapObject> = new Map();

/**
 * What variables and objects hold at one point of the program. A branch works on a fork and is joined afterwards;
 * a fork records only what it changed.
 */
export class State {
  readonly parent: State | null;
  private ownCells: Map<Cell, Value> | null = null;
  private ownHeap: Map<number, HeapObject> | null = null;
  /** True after a return, throw, break or continue: nothing here is reached. */
  dead = false;

  constructor(parent: State | null) {
    this.parent = parent;
  }

  /** What this state itself changed. Most forks change nothing: maps are made when they are needed. */
  get cells(): Map<Cell, Value> {
    this.ownCells ??= new Map();
    return this.ownCells;
  }

  get heap(): Map<number, HeapObject> {
    this.ownHeap ??= new Map();
    return this.ownHeap;
  }

  get changedCells(): ReadonlyMap<Cell, Value> {
    return this.ownCells ?? NO_CELLS;
  }

  get changedHeap(): ReadonlyMap<number, HeapObject> {
    return this.ownHeap ?? NO_OBJECTS;
  }

  read(cell: Cell): Value | undefined {
    return this.ownCells?.get(cell) ?? this.parent?.read(cell);
  }

  object(id: number): HeapObject | undefined {
    return this.ownHeap?.get(id) ?? this.parent?.object(id);
  }

  fork(): State {
    return new State(this);
  }
}

interface Changes { readonly cells: ReadonlyMap<Cell, Value>; readonly heap: ReadonlyMap<number, HeapObject> }

/** All that `state` changed since it was forked, directly or through others, from `base`. */
function changesSince(state: State, base: State): Changes {
  if (state === base) return { cells: NO_CELLS, heap: NO_OBJECTS };
  if (state.parent === base) return { cells: state.changedCells, heap: state.changedHeap };

  const cells = new Map<Cell, Value>();
  const heap = new Map<number, HeapObject>();
  for (let at: State | null = state; at !== null && at !== base; at = at.parent) {
    for (const [cell, value] of at.changedCells) if (!cells.has(cell)) cells.set(cell, value);
    for (const [id, object] of at.changedHeap) if (!heap.has(id)) heap.set(id, object);
  }
  return { cells, heap };
}

/** `state` as it is now, as a fork of `base`: what its parents become later does not reach it. */
export function snapshot(state: State, base: State): State {
  const copy = new State(base);
  const { cells, heap } = changesSince(state, base);
  for (const [cell, value] of cells) copy.cells.set(cell, value);
  for (const [id, object] of heap) copy.heap.set(id, object);
  return copy;
}

/** Makes `base` what it is after one of `branches`, all forked from it, was taken. Dead branches do not count. */
export function mergeStates(base: State, branches: readonly State[]): void {
  const live = branches.filter((branch) => !branch.dead);
  if (live.length === 0) base.dead = true;
  else joinInto(base, base, live);
}

/** Which changes are worth keeping. */
export interface Keep {
  readonly cell: (cell: Cell) => boolean;
  readonly object: (id: number) => boolean;
}

/** True when one of the states changed an object that was there before. */
export function changesOld(states: readonly State[], base: State, firstId: number): boolean {
  return states.some((state) => {
    for (let at: State | null = state; at !== null && at !== base; at = at.parent) for (const id of at.changedHeap.keys()) if (id < firstId) return true;
    return false;
  });
}

/** Writes to `target` what the joined `states`, all forked from `base` (or `base` itself), changed. */
export function joinInto(target: State, base: State, states: readonly State[], keep?: Keep): void {
  const [single] = states;
  if (single !== undefined && states.length === 1 && keep === undefined) {
    if (single !== target) copyChanges(target, single, base);
    return;
  }
  const changes = states.map((state) => changesSince(state, base)).filter((change) => change.cells.size > 0 || change.heap.size > 0);
  // a state that changed nothing is the base, as far as what others changed goes
  const unchanged = changes.length < states.length;
  const cells: [Cell, Value][] = [];
  const objects: [number, HeapObject][] = [];
  for (const [i, change] of changes.entries()) {
    for (const [cell, value] of change.cells) {
      if (keep?.cell(cell) === false || isIn(changes, i, (other) => other.cells.has(cell))) continue;
      const others = changes.slice(i + 1).map((other) => other.cells.get(cell));
      const before = unchanged || others.includes(undefined) || i > 0 ? base.read(cell) : undefined;
      const values = [value, ...others, before].filter((one) => one !== undefined);
      cells.push([cell, values.length === 1 ? value : joinValues(values)]);
    }
    for (const [id, object] of change.heap) {
      if (keep?.object(id) === false || isIn(changes, i, (other) => other.heap.has(id))) continue;
      const others = changes.slice(i + 1).map((other) => other.heap.get(id));
      const before = unchanged || others.includes(undefined) || i > 0 ? base.object(id) : undefined;
      objects.push([id, [...others, before].reduce<HeapObject>((joined, other) => (other === undefined ? joined : joinObjects(joined, other)), object)]);
    }
  }
  for (const [cell, value] of cells) target.cells.set(cell, value);
  for (const [id, object] of objects) target.heap.set(id, object);
}

/** Whether one of the changes before index `end` holds something. */
function isIn(changes: readonly Changes[], end: number, holds: (change: Changes) => boolean): boolean {
  for (let i = 0; i < end; i++) {
    const change = changes[i];
    if (change !== undefined && holds(change)) return true;
  }
  return false;
}

function copyChanges(target: State, state: State, base: State): void {
  if (state === base) return;
  if (state.parent !== base && state.parent !== null) copyChanges(target, state.parent, base);
  for (const [cell, value] of state.changedCells) target.cells.set(cell, value);
  for (const [id, object] of state.changedHeap) target.heap.set(id, object);
}
