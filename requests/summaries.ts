import { callValue, enter, functionName, symbolicArguments } from './call.ts';
import { genericInstance, methodsOf } from './classes.ts';
import { joinValues } from './join.ts';
import { executeModule } from './modules.ts';
import type { ProjectModule } from './project-module.ts';
import { isPending } from './path-of.ts';
import { createRun, LIMITS } from './run.ts';
import type { Run, World } from './run.ts';
import { State } from './state.ts';
import type { ClassInfo, FunctionNode, FunctionValue, Value } from './value.ts';
import { holeValue } from './value.ts';

/** Looks at the function that holds an assignment, so that what it writes is known. */
export function ensureSummarized(world: World, node: FunctionNode, module: ProjectModule, method: FunctionValue | null = null): void {
  if (world.summaries.has(node)) return;
  if (method === null) executeModule(world, module);
  const made = method ?? world.madeFunctions.get(node);
  if (made !== undefined) summarize(world, made);
}

/** Looks at a function by itself, with unknown arguments, and at all functions inside it that it does not call. */
export function summarize(world: World, fn: FunctionValue): void {
  if (world.summaries.has(fn.node) || world.nested >= LIMITS.nested) return;
  world.summaries.set(fn.node, 'running');
  const self = fn.home === null ? world.homes.get(fn.node) ?? fn.self : genericInstance(world, fn.home);
  let { run, result } = lookAt(world, fn, self);
  if (run.stateChanged) ({ run, result } = lookAt(world, fn, self));
  world.summaries.set(fn.node, { quiet: isQuiet(run, fn, result), result: flatten(result) });
}

/** Looks at a method as an instance of a derived class would run it. */
export function lookAtInherited(world: World, fn: FunctionValue, info: ClassInfo): void {
  lookAt(world, fn, genericInstance(world, info));
}

function lookAt(world: World, fn: FunctionValue, self: Value | null): { run: Run; result: Value } {
  world.nested++;
  const run = createRun(world, fn.node, fn.module, new State(world.state), false, self);
  run.frames[0] = { node: fn.node, fn, module: fn.module, call: null, name: functionName(fn) };
  try {
    run.frames.length = 0;
    const result = enter(run, fn, symbolicArguments(run, fn.node, fn), self, null);
    run.frames.push({ node: fn.node, fn, module: fn.module, call: null, name: functionName(fn) });
    callTheUncalled(run);
    const runs = world.runs.get(fn.module.file) ?? [];
    world.runs.set(fn.module.file, [...runs.filter((other) => other.root !== fn.node || other.self !== self), run]);
    return { run, result };
  } finally {
    world.nested--;
  }
}

/** Functions that were made but never called (handlers, returned closures) run with unknown arguments. */
function callTheUncalled(run: Run): void {
  for (let i = 0; i < run.made.length && i < 400; i++) {
    const made = run.made[i];
    if (made === undefined) continue;
    if (!('k' in made)) {
      for (const method of methodsOf(run, made)) if (!run.called.has(method.node)) callSymbolically(run, method, genericInstance(run.world, made));
    } else if (!run.called.has(made.node) && made.scope.activation !== null) {
      callSymbolically(run, made, made.self ?? run.world.homes.get(made.node) ?? null);
    }
  }
}

function callSymbolically(run: Run, fn: FunctionValue, self: Value | null): void {
  run.called.add(fn.node);
  run.state.dead = false;
  enter(run, fn, symbolicArguments(run, fn.node, fn), self, fn.node);
}

/** The result of a call that needs no second look; null when the function has to be executed. */
export function quietResult(world: World, fn: FunctionValue, run: Run): Value | null {
  if (fn.scope.activation !== null || fn.node === run.root) return null;
  const known = world.summaries.get(fn.node);
  if (known === undefined) summarize(world, fn);
  const summary = world.summaries.get(fn.node);
  return summary !== undefined && summary !== 'running' && summary.quiet ? summary.result : null;
}

/** True when a caller learns nothing by executing the function: no send waits for an argument, no text or object comes back. */
function isQuiet(run: Run, fn: FunctionValue, result: Value): boolean {
  if (run.limited || run.usesParameter || !isDull(result)) return false;
  for (const id of run.state.heap.keys()) if (id < run.firstId) return false;
  for (const cell of run.state.cells.keys()) if (cell.shared) return false;
  return run.sends.every((send) => !isPending(send, fn.node));
}

function isDull(value: Value): boolean {
  switch (value.k) {
    case 'prim': return true;
    case 'hole': return value.part.crossed === null;
    case 'body': return true;
    case 'promise': return isDull(value.value);
    case 'choice': return value.options.every(isDull);
    default: return false;
  }
}

function flatten(value: Value): Value {
  return value.k === 'choice' ? joinValues(value.options) : value;
}

export function unknownCall(words: readonly string[]): Value {
  return holeValue('call', words);
}

export { callValue };
