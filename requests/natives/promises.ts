import { callValue } from '../call.ts';
import { awaited, elementOf } from '../evaluate.ts';
import { errorValue, noteThrow } from '../execute.ts';
import { handlerEffect } from '../handlers.ts';
import { joinValues } from '../join.ts';
import { readRepeat, unknownRepeat } from '../read-repeat.ts';
import { repeatsOfRxjs } from '../repeat-model.ts';
import { inFork, listOf, newList, placeIn, within } from '../run.ts';
import type { Send } from '../send.ts';
import { joinInto } from '../state.ts';
import type { FunctionValue, PromiseValue, Value } from '../value.ts';
import { holeValue, isNullish, optionsOf, undefinedValue } from '../value.ts';
import { argument } from './native.ts';
import type { NativeCall, NativeTable } from './native.ts';

function promiseOf(self: Value): PromiseValue {
  return self.k === 'promise' ? self : { k: 'promise', value: self, sends: [] };
}

function then(call: NativeCall): Value {
  const { run, node } = call;
  const promise = promiseOf(call.self);
  const first = run.sends.length;
  const [onValue, onError] = call.args;
  let value: Value = awaited(promise.value);
  if (onValue !== undefined && onValue.k !== 'prim') value = callValue(run, onValue, [value], node, null);
  if (onError?.k === 'fn') value = joinValues([value, handle(call, onError, promise.sends)]);
  const sends = [...promise.sends, ...run.sends.slice(first)];
  return { k: 'promise', value: awaited(value), sends: [...new Set([...sends, ...(value.k === 'promise' ? value.sends : [])])] };
}

function handle(call: NativeCall, handler: FunctionValue, sends: readonly Send[]): Value {
  const { run, node } = call;
  const { effect, place } = handlerEffect(run, handler.node);
  for (const send of sends) send.handlers.push({ kind: 'handler', depth: run.frames.length, effect, place });
  const answer = within(run, { kind: 'recover', depth: run.frames.length, sends }, () => callValue(run, handler, [errorValue(run, sends, node)], node, null));
  return answer.k === 'prim' && isNullish(answer) && sends.length > 0 ? { ...answer, failed: sends } : answer;
}

function catchError(call: NativeCall): Value {
  const promise = promiseOf(call.self);
  const handler = argument(call, 0);
  if (handler.k !== 'fn') {
    for (const send of promise.sends) send.handlers.push({ kind: 'handler', depth: call.run.frames.length, effect: 'signal', place: null });
    return promise;
  }
  let value: Value = undefinedValue;
  const first = call.run.sends.length;
  const before = call.run.state;
  const branch = inFork(call.run, () => { value = handle(call, handler, promise.sends); });
  joinInto(before, before, [before, branch]);
  return { k: 'promise', value: joinValues([awaited(promise.value), awaited(value)]), sends: [...promise.sends, ...call.run.sends.slice(first)] };
}

function all(call: NativeCall): Value {
  const source = argument(call, 0);
  const list = listOf(call.run, source);
  const sends = sendsOf([...(list?.items.map((item) => item.value) ?? []), ...(list?.rest === null || list === null ? [] : [list.rest])]);
  if (list === null) return { k: 'promise', value: newList(call.run, [], awaited(elementOf(call.run, source))), sends: [] };
  return { k: 'promise', value: newList(call.run, list.items.map((item) => awaited(item.value)), list.rest === null ? null : awaited(list.rest)), sends };
}

function sendsOf(values: readonly Value[]): readonly Send[] {
  return [...new Set(values.flatMap((value) => optionsOf(value).flatMap((option) => (option.k === 'promise' ? option.sends : []))))];
}

/** A failure of one goes into the list that the caller is given. */
function allSettled(call: NativeCall): Value {
  const result = all(call);
  if (result.k === 'promise') for (const send of result.sends) send.handlers.push({ kind: 'handler', depth: call.run.frames.length, effect: 'signal', place: null });
  return { k: 'promise', value: newList(call.run, [], holeValue('response', ['settled'])), sends: result.k === 'promise' ? result.sends : [] };
}

/** Racing a request against something that sends nothing limits its time. */
function race(call: NativeCall): Value {
  const list = listOf(call.run, argument(call, 0));
  const values = list?.items.map((item) => item.value) ?? [];
  const sends = sendsOf(values);
  if (values.some((value) => sendsOf([value]).length === 0)) for (const send of sends) send.limitedAt = call.run.frames.length;
  return { k: 'promise', value: joinValues(values.map(awaited).length === 0 ? [undefinedValue] : values.map(awaited)), sends };
}

/** `$.get(url).done(callback)`: the answer goes on. */
function tap(call: NativeCall): Value {
  const handler = argument(call, 0);
  const value = call.self.k === 'promise' ? awaited(call.self.value) : call.self;
  if (call.self.k === 'promise') for (const send of call.self.sends) send.floating ??= -1;
  if (handler.k === 'fn') callValue(call.run, handler, [value], call.node, null);
  return call.self;
}

/** `http.get(url).pipe(retry(3), timeout(5000), map(…), catchError(…))`. */
function pipe(call: NativeCall): Value {
  return call.args.reduce<Value>((self, operator) => {
    if (operator.k !== 'native' || self.k !== 'promise') return self;
    const step: NativeCall = { ...call, self, args: [operator.self ?? undefinedValue] };
    switch (operator.name) {
      case 'operator.map': case 'operator.switchMap': case 'operator.mergeMap': case 'operator.concatMap': case 'operator.exhaustMap': return then(step);
      case 'operator.tap': return tap(step);
      case 'operator.catchError': return catchError(step);
      case 'operator.retry': case 'operator.retryWhen': return repeatObservable(step, operator.name === 'operator.retry', self);
      case 'operator.timeout': for (const send of self.sends) send.limitedAt ??= call.run.frames.length; return self;
      default: return self;
    }
  }, call.self);
}

/** `retry(3)`, `retry({ count: 3, delay: 1000 })`. */
function repeatObservable(step: NativeCall, isRead: boolean, self: PromiseValue): Value {
  const { run, node } = step;
  const place = placeIn(run, node);
  const repeat = isRead ? readRepeat(run, repeatsOfRxjs, argument(step, 0), 'package', place) : unknownRepeat('package', place);
  if (repeat !== null) for (const send of self.sends) send.repeats.push({ depth: run.frames.length, repeat });
  return self;
}

export const promiseNatives: NativeTable = {
  'promise.then': then,
  'promise.tap': tap,
  'promise.pipe': pipe,
  'promise.catch': catchError,
  'promise.finally': (call) => {
    const handler = argument(call, 0);
    if (handler.k === 'fn') callValue(call.run, handler, [], call.node, null);
    return call.self;
  },
  'Promise.all': all,
  'Promise.allSettled': allSettled,
  'Promise.race': race,
  'Promise.any': race,
  'Promise.resolve': (call) => promiseOf(argument(call, 0)),
  'Promise.reject': (call) => {
    noteThrow(call.run);
    return { k: 'promise', value: holeValue('dynamic', ['rejected']), sends: [] };
  },
};
