import { callValue } from '../call.ts';
import { awaited } from '../evaluate.ts';
import { noteThrow } from '../execute.ts';
import { joinValues, sameValue } from '../join.ts';
import { allocate, listOf, noteCalled, objectOf, placeIn, recordOf, within } from '../run.ts';
import { declareType } from '../declare-type.ts';
import { readBody } from '../responses.ts';
import { persist } from '../shared.ts';
import { crossAll } from '../cross.ts';
import type { FunctionValue, Value } from '../value.ts';
import { holeValue, optionsOf, undefinedValue } from '../value.ts';
import { argument } from './native.ts';
import type { NativeCall, NativeFunction, NativeTable } from './native.ts';
import { callUnknown, repeatCallback } from './unknown.ts';

function apply(call: NativeCall): Value {
  const [self, list] = call.args;
  const values = list === undefined ? [] : listOf(call.run, list)?.items.map((item) => item.value) ?? [];
  return callValue(call.run, call.self, values, call.node, self ?? null);
}

function bind(call: NativeCall): Value {
  const { self } = call;
  return self.k === 'fn' && self.self === null ? { ...self, self: argument(call, 0) } : self;
}

/** A callback that a timer runs: it may end a request in time. */
function timer(call: NativeCall): Value {
  const callback = argument(call, 0);
  if (callback.k !== 'prim') within(call.run, { kind: 'timer', depth: call.run.frames.length }, () => callValue(call.run, callback, call.args.slice(2), call.node, null));
  return holeValue('dynamic', ['timer']);
}

function abort(call: NativeCall): Value {
  if (call.self.k === 'ref' && call.run.contexts.some((context) => context.kind === 'timer')) call.run.world.timed.add(call.self.id);
  return undefinedValue;
}

function signal(call: NativeCall, timed: boolean, signals: readonly Value[]): Value {
  const ref = allocate(call.run, { t: 'controller', signals, ...(timed ? { deadline: placeIn(call.run, call.node) } : {}) });
  if (timed) call.run.world.timed.add(ref.id);
  return ref;
}

function readResponse(method: string): NativeFunction {
  return ({ run, self, node }) => {
    if (self.k !== 'response') return holeValue('response');
    const body = readBody(self, method);
    // `response.json<Body>()`
    const declared = node.type === 'CallExpression' ? node.typeArguments?.params[0] : undefined;
    if (declared !== undefined) declareType(run, body, declared);
    return body;
  };
}

/** `response.on('data', …)`: what the callback is given is the body. */
function listen(call: NativeCall): Value {
  const { self, run } = call;
  if (self.k !== 'response') return callUnknown(run, call.callee, call.args, call.node);
  self.send.used = true;
  for (const arg of call.args) if (arg.k === 'fn') callValue(run, arg, [self.send.shape === 'node' ? { k: 'response', send: self.send } : holeValue('response')], call.node, null);
  return self;
}

function useInterceptor(call: NativeCall): Value {
  const { run, self } = call;
  const object = objectOf(run, self);
  const interceptor = argument(call, 0);
  if (object?.t === 'client' && self.k === 'ref' && interceptor.k === 'fn') {
    noteCalled(run, interceptor);
    run.state.heap.set(self.id, { ...object, interceptors: [...object.interceptors, interceptor] });
  }
  return holeValue('dynamic');
}

/** A React state setter is an assignment to the state: the component is looked at again with what it was given. */
function setState(call: NativeCall): Value {
  const { run, callee } = call;
  const node = callee.state;
  if (node === undefined) return undefinedValue;
  const given = argument(call, 0);
  const next = kept(given.k === 'fn' ? callValue(run, given, [joinValues([undefinedValue, ...(run.world.stateWrites.get(node) ?? [])])], call.node, null) : given);
  const writes = run.world.stateWrites.get(node) ?? [];
  if (writes.length >= 12 || writes.some((write) => sameValue(write, next))) return undefinedValue;
  for (const id of persist(run, next)) {
    const object = run.state.object(id);
    // what is in a state is not changed there, but for instances, which change themselves
    if (object?.t === 'list' || (object?.t === 'record' && object.info === null)) run.world.stateObjects.add(id);
  }
  run.world.stateWrites.set(node, [...writes, next]);
  // the component reads what is not known whether anything is put there or not
  if (run.world.stateWriters.has(call.node) || optionsOf(next).every((option) => option.k === 'hole' || option.k === 'prim')) return undefinedValue;
  run.world.stateWriters.add(call.node);
  run.stateChanged = true;
  return undefinedValue;
}

/** What a handler puts into the state is no parameter of whoever reads the state. */
function kept(value: Value): Value {
  if (value.k === 'choice') return joinValues(value.options.map(kept));
  return value.k === 'hole' ? { k: 'hole', part: { ...value.part, crossed: null, reason: 'dynamic' } } : value;
}

function resolve(call: NativeCall): Value {
  const { run, callee } = call;
  if (callee.cell !== undefined) run.resolved.push({ cell: callee.cell, value: awaited(argument(call, 0)) });
  return undefinedValue;
}

/** A limiter made by a package: it calls what it is given, and hands on what that answers. */
function handThrough(call: NativeCall): Value {
  const given = argument(call, 0);
  if (call.callee.repeat !== undefined) return repeatCallback(call.run, given, call.args.slice(1), call.callee.repeat, call.node);
  return given.k === 'fn' ? callValue(call.run, given, call.args.slice(1), call.node, null) : given;
}

export const functionNatives: NativeTable = {
  'fn.call': (call) => callValue(call.run, call.self, call.args.slice(1), call.node, argument(call, 0)),
  'fn.apply': apply,
  'fn.bind': bind,
  setTimeout: timer, setInterval: timer, setImmediate: timer, queueMicrotask: timer,
  'controller.abort': abort,
  'AbortSignal.timeout': (call) => signal(call, true, []),
  'AbortSignal.any': (call) => signal(call, false, listOf(call.run, argument(call, 0))?.items.map((item) => item.value) ?? []),
  'response.json': readResponse('json'), 'response.text': readResponse('text'), 'response.blob': readResponse('blob'), 'response.arrayBuffer': readResponse('arrayBuffer'),
  'response.buffer': readResponse('buffer'), 'response.bytes': readResponse('bytes'), 'response.formData': readResponse('formData'),
  'response.clone': (call) => call.self,
  'response.on': listen, 'response.once': listen, 'response.addListener': listen, 'response.setTimeout': (call) => {
    if (call.self.k === 'response') call.self.send.limitedAt = call.run.frames.length;
    return listen(call);
  },
  'response.end': (call) => call.self, 'response.write': (call) => call.self, 'response.pipe': listen, 'response.setEncoding': (call) => call.self, 'response.destroy': (call) => call.self, 'response.resume': listen,
  'client.interceptors': (call) => call.self,
  'client.interceptors.request': (call) => call.self,
  'client.interceptors.request.use': useInterceptor,
  setState,
  resolve,
  reject: (call) => {
    noteThrow(call.run);
    return undefinedValue;
  },
  handThrough, 'policy.execute': handThrough,
  'Date.now': () => holeValue('global', ['Date', 'now'], null, { type: 'number' }),
  'Math.random': () => holeValue('global', ['Math', 'random'], null, { type: 'number' }),
  'Symbol': () => holeValue('dynamic'),
  'console.log': () => undefinedValue, 'console.error': () => undefinedValue, 'console.warn': () => undefinedValue, 'console.info': () => undefinedValue, 'console.debug': () => undefinedValue,
  btoa: () => holeValue('dynamic', [], null, { type: 'string', encoded: false }),
  'Buffer.from': () => holeValue('dynamic', ['buffer']),
};

/** All functions written in an argument: itself, or inside an object or list. */
export function functionsIn(call: { run: NativeCall['run'] }, value: Value, depth = 0): readonly FunctionValue[] {
  return optionsOf(value).flatMap((option): readonly FunctionValue[] => {
    if (option.k === 'fn') return [option];
    if (depth > 1) return [];
    const record = recordOf(call.run, option);
    if (record !== null && record.info === null) return [...record.props.values()].flatMap((prop) => functionsIn(call, crossAll(prop.value, null), depth + 1));
    const list = listOf(call.run, option);
    return list === null ? [] : list.items.flatMap((item) => functionsIn(call, item.value, depth + 1));
  });
}
