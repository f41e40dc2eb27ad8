import { joinObjects, joinValues } from './join.ts';
import type { Cell } from './scope.ts';
import type { HeapObject, Value } from './value.ts';

/**
 * What variables and objects hold at one point of the program. A branch works on a fork and is joined afterwards;
 * a fork records only what it changed.
 */
export class State {
  readonly parent: State | null;
  readonly cells = new Map<Cell, Value>();
  readonly heap = new Map<number, HeapObject>();
  /** True after a return, throw, break or continue: nothing here is reached. */
  dead = false;

  constructor(parent: State | null) {
    this.parent = parent;
  }

  read(cell: Cell): Value | undefined {
    return this.cells.get(cell) ?? this.parent?.read(cell);
  }

  object(id: number): HeapObject | undefined {
    return this.heap.get(id) ?? this.parent?.object(id);
  }

  fork(): State {
    return new State(this);
  }
}

/** All that `state` changed since it was forked, directly or through others, from `base`. */
function changesSince(state: State, base: State): { cells: Map<Cell, Value>; heap: Map<number, HeapObject> } {
  if (state === base) return { cells: new Map<Cell, Value>(), heap: new Map<number, HeapObject>() };
  if (state.parent === base) return state;

  const cells = new Map<Cell, Value>();
  const heap = new Map<number, HeapObject>();
  for (let at: State | null = state; at !== null && at !== base; at = at.parent) {
    for (const [cell, value] of at.cells) if (!cells.has(cell)) cells.set(cell, value);
    for (const [id, object] of at.heap) if (!heap.has(id)) heap.set(id, object);
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
    for (let at: State | null = state; at !== null && at !== base; at = at.parent) for (const id of at.heap.keys()) if (id < firstId) return true;
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
  const changes = states.map((state) => (state === base ? { cells: new Map<Cell, Value>(), heap: new Map<number, HeapObject>() } : changesSince(state, base)));
  const cells = new Set<Cell>();
  const ids = new Set<number>();
  for (const change of changes) {
    for (const cell of change.cells.keys()) if (keep?.cell(cell) !== false) cells.add(cell);
    for (const id of change.heap.keys()) if (keep?.object(id) !== false) ids.add(id);
  }
  const joined = [...cells].map((cell) => {
    const values = changes.map((change) => change.cells.get(cell) ?? base.read(cell)).filter((value) => value !== undefined);
    return [cell, joinValues(values)] as const;
  });
  const objects = [...ids].map((id) => {
    const versions = changes.map((change) => change.heap.get(id) ?? base.object(id)).filter((object) => object !== undefined);
    return [id, versions.reduce(joinObjects)] as const;
  });
  for (const [cell, value] of joined) target.cells.set(cell, value);
  for (const [id, object] of objects) target.heap.set(id, object);
}

function copyChanges(target: State, state: State, base: State): void {
  if (state === base) return;
  if (state.parent !== base && state.parent !== null) copyChanges(target, state.parent, base);
  for (const [cell, value] of state.cells) target.cells.set(cell, value);
  for (const [id, object] of state.heap) target.heap.set(id, object);
}
