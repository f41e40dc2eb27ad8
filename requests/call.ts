import type { TSESTree } from '@typescript-eslint/types';

import { bindPattern, withDefault } from './bind.ts';
import { construct as constructInstance } from './classes.ts';
import { callClient } from './client-call.ts';
import { declareType } from './declare-type.ts';
import { elementOf, evaluate } from './evaluate.ts';
import { executeBody } from './execute.ts';
import { noteHandedOn } from './follow-failure.ts';
import { joinValues } from './join.ts';
import { callNative } from './natives/index.ts';
import { callUnknown } from './natives/unknown.ts';
import { placeOf } from './project-module.ts';
import { readRecursion } from './read-recursion.ts';
import type { Place } from './request-site.ts';
import type { Run } from './run.ts';
import { createCall, LIMITS, listOf, newList, noteCalled, placeIn, recordOf } from './run.ts';
import { createScope, declare } from './scope.ts';
import type { Activation, Scope } from './scope.ts';
import type { Send } from './send.ts';
import { changesOld, joinInto } from './state.ts';
import { expandAlternatives, includes, textOf } from './text.ts';
import { cross, crossAll } from './cross.ts';
import { tryEachWay } from './each-way.ts';
import { typedValue } from './typed-value.ts';
import type { FunctionNode, FunctionValue, Value } from './value.ts';
import { holeValue, isNullish, optionsOf, undefinedValue, wordsOf } from './value.ts';
import { quietResult } from './summaries.ts';

export { constructInstance as construct };

/** Arguments of which the last stands for any number of others: `push(...items)`. */
export const openEnded = new WeakSet<readonly Value[]>();

export function evaluateArguments(run: Run, nodes: readonly TSESTree.CallExpressionArgument[], scope: Scope): readonly Value[] {
  const values: Value[] = [];
  for (const node of nodes) {
    const value = evaluate(run, node, scope);
    if (node.type !== 'SpreadElement') {
      values.push(value);
      continue;
    }
    const list = listOf(run, value);
    const crossed = value.k === 'ref' ? value.crossed : null;
    if (list !== null) values.push(...list.items.map((item) => crossAll(item.value, crossed)));
    if (list !== null && list.rest === null) continue;
    values.push(list?.rest === null || list === null ? elementOf(run, value) : crossAll(list.rest, crossed));
    if (node === nodes.at(-1)) openEnded.add(values);
  }
  return values;
}

/** What a call gives. `self` is the receiver of a method call. Sends requests as a side effect. */
export function callValue(run: Run, callee: Value, args: readonly Value[], node: TSESTree.Node, self: Value | null): Value {
  switch (callee.k) {
    case 'fn': return callFunction(run, callee, args, callee.self ?? self, node);
    case 'native': return callNative(run, callee, args, node);
    case 'client': return callClient(run, callee, args, node);
    case 'choice': return callChoice(run, callee.options, args, node, self);
    case 'promise': return callValue(run, callee.value, args, node, self);
    case 'ref': {
      const object = run.state.object(callee.id);
      if (object?.t === 'client') return callClient(run, { k: 'client', model: object.model, member: null, self: callee }, args, node);
      return callUnknown(run, callee, args, node);
    }
    default: return callUnknown(run, callee, args, node);
  }
}

function callChoice(run: Run, options: readonly Value[], args: readonly Value[], node: TSESTree.Node, self: Value | null): Value {
  const callable = options.filter((option) => !isNullish(option));
  const known = callable.filter((option) => option.k !== 'hole' && option.k !== 'package');
  // of something injected and its default, only the default can be followed
  const followed = known.length > 0 ? known : callable;
  const unknown = known.length > 0 && known.length < callable.length ? [holeValue('call', [], placeIn(run, node))] : [];
  const [only] = followed;
  if (only !== undefined && followed.length === 1) return joinValues([callValue(run, only, args, node, receiverOf(self, only)), ...unknown]);
  if (followed.every((option) => option.k === 'native')) return joinValues([...followed.map((option) => callValue(run, option, args, node, null)), ...unknown]);
  const result = tryEachWay(run, followed.slice(0, LIMITS.unroll), (option) => callValue(run, option, args, node, receiverOf(self, option)));
  return joinValues([result, ...unknown]);
}

/** Of several receivers, the one that a bound function came from is known by the function itself. */
function receiverOf(self: Value | null, callee: Value): Value | null {
  return callee.k === 'fn' && callee.self !== null ? callee.self : self;
}

const MAX_SPLIT = 12;

/** Calls a function of the project. Arguments that are one of several objects are told apart: path and method stay together. */
function callFunction(run: Run, fn: FunctionValue, args: readonly Value[], self: Value | null, node: TSESTree.Node): Value {
  const split = args.findIndex((arg) => arg.k === 'choice' && arg.options.length <= MAX_SPLIT && arg.options.filter((option) => recordOf(run, option) !== null).length > 1);
  const choice = args[split];
  if (choice?.k === 'choice') return tryEachWay(run, choice.options, (option) => callFunction(run, fn, args.with(split, option), self, node));
  for (const [asked, arg] of args.entries()) {
    const sorted = byQuery(arg);
    if (sorted !== null) return tryEachWay(run, sorted, (some) => callFunction(run, fn, args.with(asked, some), self, node));
  }
  if (self?.k === 'choice') {
    const receivers = self.options.filter((option) => !isNullish(option));
    return tryEachWay(run, receivers.slice(0, MAX_SPLIT), (option) => callFunction(run, fn, args, option, node));
  }

  const recursion = run.frames.findIndex((frame) => frame.node === fn.node);
  if (recursion !== -1 && run.frames.slice(recursion).filter((frame) => frame.node === fn.node).length > 1) return noteRecursion(run, fn, recursion, node);
  if (recursion !== -1 && noteRetryByRecursion(run, recursion, node)) return holeValue('recursion', [], placeIn(run, node));
  if (run.frames.length > LIMITS.calls) {
    run.limited = true;
    return holeValue('limit', [], placeIn(run, node));
  }

  noteCalled(run, fn);
  // what stands around a call of what is written in it concerns the requests inside
  const quiet = run.contexts.length > 0 && isWrittenIn(fn, node) ? null : quietResult(run, fn, args, self);
  if (quiet !== null) return quiet;
  return enter(run, fn, args.map((arg) => cross(arg, fn.node)), self, node);
}

function isWrittenIn(fn: FunctionValue, node: TSESTree.Node): boolean {
  return fn.node !== node && fn.node.range[0] >= node.range[0] && fn.node.range[1] <= node.range[1];
}

/**
 * A path that has a query in some of the ways that it can read, and none in others: the ones and the others. What a
 * function puts behind it hangs on that. null for every other value.
 */
function byQuery(value: Value): readonly Value[] | null {
  const options = value.k === 'choice' ? value.options : value.k === 'text' && value.parts.some((part) => part.kind === 'alt') ? [value] : [];
  if (options.length === 0 || options.some((option) => option.k !== 'text' || option.parts[0]?.kind !== 'literal' || !option.parts[0].text.startsWith('/'))) return null;
  const ways = options.flatMap((option) => (option.k === 'text' ? expandAlternatives(option.parts) ?? [] : []));
  const withQuery = ways.filter((way) => includes(way, '?') === true);
  const without = ways.filter((way) => includes(way, '?') !== true);
  return withQuery.length === 0 || without.length === 0 ? null : [withQuery, without].map((some) => joinValues(some.map(textOf)));
}

function noteRecursion(run: Run, fn: FunctionValue, at: number, node: TSESTree.Node): Value {
  noteRetryByRecursion(run, at, node);
  return holeValue('recursion', wordsOf(fn), placeIn(run, node));
}

/** A function that calls itself after a failure sends its requests again. */
function noteRetryByRecursion(run: Run, at: number, node: TSESTree.Node): boolean {
  const failed = run.contexts.some((context) => context.depth > at && (context.kind === 'recover' || (context.kind === 'branch' && context.sends.length > 0)));
  if (failed) {
    const repeat = readRecursion(run, at, node);
    for (const send of run.sends) if (send.frames[at] === run.frames[at]) send.repeats.push({ depth: at + 1, repeat });
  }
  return failed;
}

/** Executes a function's body with its parameters bound to values that have crossed into it already. */
export function enter(run: Run, fn: FunctionValue, args: readonly Value[], self: Value | null, node: TSESTree.Node | null): Value {
  const activation: Activation = { fn, self, args, at: node === null ? null : placeIn(run, node) };
  const scope = createScope(fn.scope, activation);
  if (fn.node.type === 'FunctionExpression' && fn.node.id !== null) run.state.cells.set(declare(scope, fn.node.id.name), fn);

  run.frames.push({ node: fn.node, fn, module: fn.module, call: node, name: functionName(fn), instance: instancePlace(run, self) });
  const outer = { call: run.call, state: run.state };
  const contexts = run.contexts.length;
  const firstSend = run.sends.length;
  const made = run.made.length;
  const unfinished = run.unfinished.length;
  const resolved = run.resolved.length;
  const firstId = run.world.nextId;
  run.call = createCall(outer.state);
  run.state = outer.state.fork();
  bindParameters(run, fn, args, scope);
  const value = executeBody(run, fn.node, scope);
  if (!run.state.dead) run.call.returns.push({ value: value ?? undefinedValue, state: run.state });
  const { returns, yields } = run.call;
  const declared = fn.node.returnType?.typeAnnotation;
  if (declared !== undefined) for (const exit of returns) { run.state = exit.state; declareType(run, exit.value, declared); }
  run.call = outer.call;
  run.state = outer.state;
  run.frames.pop();
  run.contexts.length = contexts;
  if (returns.length > 0) {
    // variables of a call live on in the closures that it made; its objects if somebody can reach them
    const states = returns.map((exit) => exit.state);
    const lives = run.made.length > made;
    const reached = lives || run.unfinished.length > unfinished || run.resolved.length > resolved || returns.some((exit) => !isPlain(exit.value)) || changesOld(states, outer.state, firstId);
    joinInto(outer.state, outer.state, states, { cell: (cell) => lives || cell.shared || outer.state.read(cell) !== undefined, object: (id) => reached || id < firstId });
  }

  const result = returns.length === 0 ? undefinedValue : joinValues(returns.map((exit) => exit.value));
  if (run.sends.length > 0) noteHandedOn(run, result, run.frames.length);
  if (fn.node.generator) return newList(run, [], yields.length === 0 ? holeValue('call') : joinValues(yields));
  const typed = withReturnType(fn.node, result);
  return fn.node.async ? asPromise(typed, run.sends.slice(firstSend)) : typed;
}

/** Where the receiver of a call was made; null where that is of no interest. */
function instancePlace(run: Run, self: Value | null): Place | null {
  return self === null || !run.world.isMarked ? null : recordOf(run, self)?.place ?? null;
}

/** A function that is declared to answer a string answers one. */
function withReturnType(node: FunctionNode, result: Value): Value {
  let type = node.returnType?.typeAnnotation;
  if (type?.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && type.typeName.name === 'Promise') type = type.typeArguments?.params[0];
  if (type?.type !== 'TSStringKeyword' || (result.k !== 'hole' && result.k !== 'choice')) return result;
  const options = optionsOf(result).filter((option) => !isNullish(option));
  return options.length === 0 ? result : joinValues(options.map((option): Value => (option.k === 'hole' ? { k: 'hole', part: { ...option.part, type: 'string', declared: true, optional: false } } : option)));
}

/** A value that leads to no object. */
function isPlain(value: Value): boolean {
  if (value.k === 'promise') return isPlain(value.value);
  return value.k === 'choice' ? value.options.every(isPlain) : value.k === 'prim' || value.k === 'hole' || value.k === 'text' || value.k === 'body' || value.k === 'package';
}

/** The result of an async function: a promise of its value, which stands for all requests that it sent. */
function asPromise(result: Value, sends: readonly Send[]): Value {
  if (result.k === 'promise') return { ...result, sends: [...new Set([...result.sends, ...sends])] };
  return { k: 'promise', value: result, sends };
}

function bindParameters(run: Run, fn: FunctionValue, args: readonly Value[], scope: Scope): void {
  for (const [i, parameter] of fn.node.params.entries()) {
    if (parameter.type === 'RestElement') {
      bindPattern(run, parameter.argument, newList(run, args.slice(i)), scope, 'declare');
      continue;
    }
    let value = args[i] ?? undefinedValue;
    const pattern = parameter.type === 'TSParameterProperty' ? parameter.parameter : parameter;
    const target = pattern.type === 'AssignmentPattern' ? pattern.left : pattern;
    if (pattern.type === 'AssignmentPattern') value = withDefault(run, value, pattern.right, scope);
    value = withType(run, value, target, fn, scope);
    bindPattern(run, target, value, scope, 'declare');
  }
}

/** A parameter of which nothing is known is what its type says. */
function withType(run: Run, value: Value, target: TSESTree.Node, fn: FunctionValue, scope: Scope): Value {
  const injected = target.type === 'Identifier' && value.k === 'hole' ? run.world.clients.byParameter.get(target.name) : undefined;
  if (injected !== undefined) return { k: 'client', model: injected, member: null, self: null, unread: true };
  const annotation = 'typeAnnotation' in target ? target.typeAnnotation : undefined;
  if (annotation?.type !== 'TSTypeAnnotation') return value;
  const options = optionsOf(value);
  if (!options.some((option) => option.k === 'hole')) return value;
  const typed = options.map((option) => {
    if (option.k !== 'hole') return option;
    const known = typedValue(run, annotation.typeAnnotation, scope, option.part, placeOf(fn.module, target));
    return known ?? option;
  });
  return joinValues(typed);
}

/** What a reader would call a function: its name, the variable or property it is assigned to, with its class. */
export function functionName(fn: FunctionValue): string {
  const own = 'id' in fn.node && fn.node.id !== null ? fn.node.id.name : methodName(fn);
  return fn.home === null || own === '' || fn.node.type === 'ArrowFunctionExpression' ? own : `${fn.home.name}.${own}`;
}

function methodName(fn: FunctionValue): string {
  const { node, module } = fn;
  const key = module.names.get(node);
  return key ?? '';
}

/** The unknown argument that stands for a parameter of a function that is looked at by itself. */
export function symbolicArguments(run: Run, node: FunctionNode, fn: FunctionValue): readonly Value[] {
  return node.params.map((parameter, index): Value => {
    const pattern = parameter.type === 'TSParameterProperty' ? parameter.parameter : parameter;
    const target = pattern.type === 'AssignmentPattern' ? pattern.left : pattern;
    const words = target.type === 'Identifier' ? [target.name] : target.type === 'RestElement' && target.argument.type === 'Identifier' ? [target.argument.name] : [];
    const optional = (target.type === 'Identifier' && target.optional) || pattern.type === 'AssignmentPattern';
    const value = holeValue('parameter', words, placeOf(fn.module, target), { crossed: { frame: node, index, before: null }, ...(optional ? { optional: true } : {}) });
    return value;
  });
}
