import { enter, functionName, symbolicArguments } from './call.ts';
import { genericInstance, methodsOf } from './classes.ts';
import { copyValue } from './copy-value.ts';
import { executeModule } from './modules.ts';
import type { ProjectModule } from './project-module.ts';
import { joinValues } from './join.ts';
import { getMember } from './members.ts';
import { isPending } from './path-of.ts';
import { createRun, isWorthAnother, LIMITS, noteCalled, objectOf, openRecord, property, putProp, recordOf, stateOf, wasCalled } from './run.ts';
import type { ParameterUse, Run, Summary, World } from './run.ts';
import { functionsIn } from './natives/functions.ts';
import type { Frame, Send } from './send.ts';
import { State } from './state.ts';
import type { ClassInfo, Crossing, FrameNode, FunctionNode, FunctionValue, Parts, RefValue, Value } from './value.ts';
import { holeValue, optionsOf } from './value.ts';

/** More steps than this, and what a function answers to unknown arguments does for all of its calls. */
const COSTLY = 250;

/** So many closures of one function are looked at in a run: each may send to a path of its own. */
const MAX_CLOSURES = 24;

/** A component is looked at so often for what it puts into its state. */
const MAX_LOOKS = 4;

/** Looks at the function that holds an assignment, so that what it writes is known. */
export function ensureSummarized(world: World, node: FunctionNode, module: ProjectModule, method: FunctionValue | null = null): void {
  if (method === null) executeModule(world, module);
  const made = method ?? world.madeFunctions.get(node);
  if (made !== undefined) summarize(world, made);
}

/** Looks at a function by itself, with unknown arguments, and at all functions inside it that it does not call. */
export function summarize(world: World, fn: FunctionValue): void {
  const known = world.summaries.get(fn.node);
  if (known === 'running' || (known !== undefined && !isWorthAnother(world, known.cutAt))) return;
  if (world.nested >= LIMITS.nested) {
    world.cuts++;
    return;
  }
  const cuts = world.cuts;
  world.summaries.set(fn.node, 'running');
  const self = fn.home === null ? world.homes.get(fn.node) ?? fn.self : genericInstance(world, fn.home);
  let { run, result } = lookAt(world, fn, self);
  // what is put into one state may hang on what another one holds
  for (let looks = 1; run.stateChanged && looks < MAX_LOOKS; looks++) ({ run, result } = lookAt(world, fn, self));
  const settled = run.sends.every((send) => !isPending(send));
  const changes = !leavesAlone(run);
  const costly = run.steps > COSTLY;
  world.summaries.set(fn.node, {
    quiet: settled && !run.sends.some((send) => isPending(send, { closures: true })) && (costly || (!changes && !run.limited)) && isDull(result), changes, uses: run.uses, settled, result, costly: settled && costly ? run.state : null, firstId: run.firstId, fields: self?.k === 'ref' ? changedFields(run, self.id) : [],
    cutAt: world.cuts > cuts ? world.nested : null,
  });
}

/** Looks at a method as an instance of a derived class would run it. */
export function lookAtInherited(world: World, fn: FunctionValue, info: ClassInfo): void {
  lookAt(world, fn, genericInstance(world, info));
}

function lookAt(world: World, fn: FunctionValue, self: Value | null): { run: Run; result: Value } {
  world.nested++;
  const run = createRun(world, fn.node, fn.module, new State(stateOf(world, fn.module)), false, self);
  run.frames[0] = { node: fn.node, fn, module: fn.module, call: null, name: functionName(fn), instance: null };
  try {
    run.frames.length = 0;
    const result = enter(run, fn, symbolicArguments(run, fn.node, fn), self, null);
    run.frames.push({ node: fn.node, fn, module: fn.module, call: null, name: functionName(fn), instance: null });
    callTheUncalled(run);
    for (const finish of run.unfinished) finish();
    const runs = world.runs.get(fn.module) ?? [];
    world.runs.set(fn.module, [...runs.filter((other) => other.root !== fn.node || other.self !== self), run]);
    return { run, result };
  } finally {
    world.nested--;
  }
}

/** Functions that were made but never called (handlers, returned closures) run with unknown arguments. */
function callTheUncalled(run: Run): void {
  const alike = new Set<FunctionNode>();
  for (let i = 0; i < run.made.length && i < 400; i++) {
    const made = run.made[i];
    if (made === undefined) continue;
    if (!('k' in made)) {
      for (const method of methodsOf(made)) if (!wasCalled(run, method)) callSymbolically(run, method, genericInstance(run.world, made));
    } else if (!wasCalled(run, made) && made.scope.activation !== null && !alike.has(made.node) && (run.called.get(made.node)?.size ?? 0) < MAX_CLOSURES) {
      const sends = run.sends.length;
      callSymbolically(run, made, made.self ?? run.world.homes.get(made.node) ?? null);
      if (!run.sends.slice(sends).some(({ url }) => isGivenText(url, run.madeIn.get(made) ?? []))) alike.add(made.node);
    }
  }
}

/** Whether text of an address came into the calls in which a closure was made: another closure may have got other text. */
function isGivenText(url: Parts, frames: readonly Frame[]): boolean {
  return url.some((part) => {
    if (part.kind === 'alt') return part.options.some((option) => isGivenText(option, frames));
    return part.kind === 'literal' && frames.some(({ node }) => cameThrough(part.crossed, node));
  });
}

function cameThrough(crossed: Crossing | null, frame: FrameNode): boolean {
  return crossed !== null && (crossed.frame === frame || cameThrough(crossed.before, frame));
}

/**
 * Looks at a closure that was made while its module was loaded, and not called meanwhile (`export const hubs = read('/hubs')`),
 * as part of the call that made it: what it sends.
 */
export function lookAtEscaped(world: World, module: ProjectModule, fn: FunctionValue, frames: readonly Frame[]): readonly Send[] {
  const known = world.summaries.get(fn.node);
  if (known === undefined || known === 'running' || known.settled) return [];
  world.nested++;
  const run = createRun(world, module.source.program, module, new State(stateOf(world, module)), false);
  run.frames.push(...frames);
  try {
    enter(run, fn, symbolicArguments(run, fn.node, fn), fn.self ?? world.homes.get(fn.node) ?? null, fn.node);
    callTheUncalled(run);
    for (const finish of run.unfinished) finish();
    return run.sends;
  } finally {
    world.nested--;
  }
}

function callSymbolically(run: Run, fn: FunctionValue, self: Value | null): void {
  noteCalled(run, fn);
  run.state.dead = false;
  const outer = run.frames.length;
  run.frames.push(...run.madeIn.get(fn) ?? []);
  enter(run, fn, symbolicArguments(run, fn.node, fn), self, fn.node);
  run.frames.length = outer;
}

/** The result of a call that needs no second look; null when the function has to be executed. */
export function quietResult(run: Run, fn: FunctionValue, args: readonly Value[], self: Value | null): Value | null {
  const summary = summaryOf(run, fn);
  if (summary === null) return null;
  const seen = summary.uses.filter((use) => couldSee(run, use, args, fn.node));
  // what it does to an instance made in this run is seen in this run
  const own = summary.changes && self?.k === 'ref' && self.id >= run.firstId ? self : null;
  if (seen.length > 0 || own !== null) {
    if (summary.costly === null || seen.some((use) => use.kind !== 'change')) return null;
    for (const use of seen) for (const arg of argumentsAt(use, args, fn.node)) loosen(run, arg);
    if (own !== null) for (const name of summary.fields) joinField(run, own, name, fn);
  }
  if (summary.quiet) return summary.result;
  return summary.costly === null ? null : copyValue(run, summary.result, summary.costly, summary.firstId);
}

/** True when executing a component tells nothing: all that it sends is known without its props, and it calls none that could send. */
export function isSettled(run: Run, fn: FunctionValue, args: readonly Value[] = []): boolean {
  const summary = summaryOf(run, fn);
  return summary?.settled === true && !summary.uses.some((use) => use.kind === 'call' && couldSee(run, use, args, fn.node));
}

function summaryOf(run: Run, fn: FunctionValue): Summary | null {
  if (fn.scope.activation !== null || fn.node === run.root) return null;
  summarize(run.world, fn);
  const summary = run.world.summaries.get(fn.node);
  return summary === undefined || summary === 'running' ? null : summary;
}

/** Whether what a function does to a parameter concerns the argument that stands there. */
function couldSee(run: Run, use: ParameterUse, args: readonly Value[], node: FunctionNode): boolean {
  return argumentsAt(use, args, node).some((option) => {
    if (use.kind === 'response') return option.k === 'response' || option.k === 'promise' || option.k === 'body';
    if (use.kind === 'change') return option.k === 'ref';
    return functionsIn({ run }, option).some((fn) => !isSettled(run, fn));
  });
}

function argumentsAt({ index }: ParameterUse, args: readonly Value[], node: FunctionNode): readonly Value[] {
  return (node.params[index]?.type === 'RestElement' ? args.slice(index) : args.slice(index, index + 1)).flatMap(optionsOf);
}

/** What a function that is not executed again does to an object that it is given: something that is not known. */
function loosen(run: Run, value: Value): void {
  const object = objectOf(run, value);
  if (value.k !== 'ref' || object === null) return;
  if (object.t === 'record') openRecord(run, value.id, object, 'a call may change it');
  else if (object.t === 'list') run.state.heap.set(value.id, { ...object, rest: joinValues([...(object.rest === null ? [] : [object.rest]), holeValue('call')]) });
}

/** A field of an instance of this run after a method that is not executed again: as it was, or as the method leaves it. */
function joinField(run: Run, self: RefValue, name: string, { node, home }: FunctionValue): void {
  const record = recordOf(run, self);
  if (record === null || home === null) return;
  const left = getMember(run, genericInstance(run.world, record.info ?? home), name, node);
  const before = record.props.get(name);
  putProp(run, self.id, record, property(name, before === undefined ? left : joinValues([before.value, left])));
}

/** The fields of an object from before the run that it filled anew, or whose objects it changed. */
function changedFields(run: Run, id: number): readonly string[] {
  const after = run.state.object(id);
  const before = stateOf(run.world, run.module).object(id);
  if (after?.t !== 'record' || before?.t !== 'record') return [];
  return [...after.props].flatMap(([name, { value }]) => (before.props.get(name)?.value !== value || (value.k === 'ref' && run.state.changedHeap.has(value.id)) ? name : []));
}

/** True when the function changed nothing that was there before. */
function leavesAlone(run: Run): boolean {
  for (const id of run.state.changedHeap.keys()) if (id < run.firstId) return false;
  for (const cell of run.state.changedCells.keys()) if (cell.shared) return false;
  return true;
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
