import type { FunctionValue, Value } from './value.ts';
import type { ProjectModule } from './project-module.ts';
import type { Place } from './request-site.ts';

/** A variable. Its value lives in the state, so that branches can differ. */
export interface Cell {
  readonly name: string;
  /** Reads the value of a module-level variable or import the first time it is asked for; null for others. */
  lazy: (() => Value) | null;
  /** Set on variables of modules: writes from functions are joined. */
  readonly shared: boolean;
  /** How deep the look at it was, where that could not go to the end: its value is then read again. */
  cutAt?: number;
}

/** A lexical scope of one activation. */
export interface Scope {
  readonly parent: Scope | null;
  readonly cells: Map<string, Cell>;
  readonly module: ProjectModule;
  /** The function that the scope belongs to, with what it was called with; null at the top of a module. */
  readonly activation: Activation | null;
}

/** One call of a function. */
export interface Activation {
  readonly fn: FunctionValue;
  readonly self: Value | null;
  readonly args: readonly Value[];
  /** The call; null where nothing in sight makes one. */
  readonly at: Place | null;
}

export function createScope(parent: Scope, activation: Activation | null = parent.activation): Scope {
  return { parent, cells: new Map(), module: parent.module, activation };
}

export function declare(scope: Scope, name: string): Cell {
  const found = scope.cells.get(name);
  if (found !== undefined) return found;

  const cell: Cell = { name, lazy: null, shared: false };
  scope.cells.set(name, cell);
  return cell;
}

/** The variable that a name means here; null for a global. */
export function lookup(scope: Scope, name: string): Cell | null {
  for (let at: Scope | null = scope; at !== null; at = at.parent) {
    const cell = at.cells.get(name);
    if (cell !== undefined) return cell;
  }
  return null;
}
