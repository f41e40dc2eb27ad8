import type { TSESTree } from '@typescript-eslint/types';

import { callValue } from './call.ts';
import { readArguments } from './client-arguments.ts';
import type { Given } from './client-arguments.ts';
import { rowOf } from './client-model.ts';
import type { CallShape, ClientModel } from './client-model.ts';
import { addressOf } from './client-address.ts';
import { answerOf } from './client-answers.ts';
import { find, isSet, timeLimitOf, turnsThrowsOff } from './client-options.ts';
import { callSetter, createInstance } from './client-values.ts';
import { declareType } from './declare-type.ts';
import { tryEachWay } from './each-way.ts';
import { awaited } from './evaluate.ts';
import { findLostHeaders } from './lost-headers.ts';
import { findUnverified } from './find-unverified.ts';
import { handlerEffect } from './handlers.ts';
import { readBody } from './read-body.ts';
import { readFields } from './read-fields.ts';
import { joinValues } from './join.ts';
import { readProxied } from './proxied-request.ts';
import { truthiness } from './operators.ts';
import { readBeside, readRepeat, unknownRepeat } from './read-repeat.ts';
import type { Place, Repeat } from './request-site.ts';
import { errorValue } from './execute.ts';
import type { Run } from './run.ts';
import { allocate, currentFrame, newRecord, objectOf, placeIn, property, recordOf, within } from './run.ts';
import type { Context, Fields, Send } from './send.ts';
import { literalOf, mapLiterals } from './text.ts';
import { toParts } from './to-parts.ts';
import { callUnknown } from './natives/unknown.ts';
import type { ClientObject, ClientValue, Parts, Prop, Value } from './value.ts';
import { holeValue, isUndefined, literalText, nullValue, optionsOf } from './value.ts';

/** A call of a client, or of one of its functions: a request is sent, an instance is made, or something is remembered. */
export function callClient(run: Run, client: ClientValue, args: readonly Value[], node: TSESTree.Node): Value {
  const { model, member } = client;
  if (rowOf(model.factories, member ?? 'call') !== undefined) return createInstance(run, member === null ? { ...client, member: 'call' } : client, args, node);
  if (rowOf(model.setters, member) !== undefined) return answerSetter(run, client, args, node);
  const shape = member === null ? model.call : rowOf(model.members, member);
  return shape === undefined ? callUnknown(run, client, args, node) : callShape(run, client, shape, args, node);
}

/** Sends a request for each configuration that the call can be given: what belongs together stays together. */
export function callShape(run: Run, client: ClientValue, shape: CallShape, args: readonly Value[], node: TSESTree.Node): Value {
  const split = args.findIndex((arg) => arg.k === 'choice' && arg.options.length <= 12 && arg.options.some((option) => recordOf(run, option) !== null));
  const choice = args[split];
  if (choice?.k !== 'choice') return sendRequest(run, client, overloadOf(shape, args), args, node);
  return tryEachWay(run, choice.options, (option) => callShape(run, client, shape, args.with(split, option), node));
}

/** The form of a call that fits its arguments. */
function overloadOf(shape: CallShape, args: readonly Value[]): CallShape {
  const method = args[shape.args.indexOf('method')];
  const isBodyless = shape.withoutBody?.length === args.length && method !== undefined && /^(?:get|head)$/i.test(literalOf(method) ?? '');
  return isBodyless ? { ...shape, args: shape.withoutBody ?? shape.args } : shape;
}

/** A setter of a request that is on its way answers that request; else the object that remembers. */
function answerSetter(run: Run, client: ClientValue, args: readonly Value[], node: TSESTree.Node): Value {
  const { ref, callbacks } = callSetter(run, client, args, node);
  const object = objectOf(run, ref);
  if (object?.t !== 'client' || object.sent === undefined || object.model.lazy !== true) return ref;
  for (const callback of callbacks) runCallback(run, callback, object.sent, node);
  return answerOf(object.sent);
}

function sendRequest(run: Run, client: ClientValue, shape: CallShape, args: readonly Value[], node: TSESTree.Node): Value {
  const { model } = client;
  const given = readArguments(run, model, shape, args, node);
  const self = client.self ?? (model.defaults === undefined && model.setters === undefined ? null : run.world.globalInstances.get(model) ?? null);
  const instance = self === null ? null : objectOf(run, self);
  const own: ClientObject | null = instance?.t === 'client' ? instance : null;
  const intercepted = own === null ? [] : runInterceptors(run, own, given, node);
  const memory = own?.memory === undefined ? [] : [own.memory];
  // what is set on the request after this call
  const later = model.lazy === true ? newRecord(run) : null;
  const configs = [...(own?.configs ?? []), ...memory, ...given.configs, ...intercepted, ...(later === null ? [] : [later])];
  const builder = later === null ? null : allocate(run, { t: 'client', model, configs: [], interceptors: [], words: own?.words ?? [], place: own?.place ?? null, memory: later });

  const method = methodOf(run, shape, model, given, configs);
  const read = (): SentFacts => factsOf(run, client, given, configs, literalOf(method.value), node, own?.repeat);
  const frame = currentFrame(run);
  const send: Send = {
    model, accept: shape.accept ?? null, builder, shape: shape.response ?? model.response, home: run.module, module: frame.module, node, frames: [...run.frames], contexts: [...run.contexts],
    url: addressOf(run, model, configs, given), urlPlace: given.urlPlace, method: method.value, methodPlace: method.place, ...read(), ...readProxied(run, model, given.body ?? find(run, configs, model.config.json) ?? find(run, configs, model.config.body)),
    instance: own?.place ?? null, words: [...(own?.words ?? []), ...(model.words ?? [])],
    checks: [], statuses: new Set(), statusesOpen: false, thrown: [], handlers: [], reads: [], handedOn: new Map(), writes: [], unguarded: [], declared: [], format: shape.accept === 'json' ? 'json' : null, used: false, bodyBeforeCheck: false, readAtOnce: false, floating: null, repeats: [], limitedAt: null,
  };
  for (const context of run.contexts) if (context.kind === 'recover' || context.kind === 'branch') noteResend(run, context, send);
  run.sends.push(send);
  if (builder !== null && later !== null) {
    const object = objectOf(run, builder);
    if (object?.t === 'client') run.state.heap.set(builder.id, { ...object, sent: send });
    run.unfinished.push(() => { if (objectOf(run, later) !== null) Object.assign(send, read()); });
  } else if (own?.memory !== undefined && self !== null && model.answersItself === true) {
    run.state.heap.set(self.id, { ...own, sent: send });
    send.floating ??= ANSWERED_BY_CALLBACK;
  }
  declareAnswer(run, send, node);
  for (const callback of given.callbacks) runCallback(run, callback, send, node);
  runConfiguredCallbacks(run, configs, send, node);
  return answerOf(send);
}

type SentFacts = Pick<Send, 'query' | 'headers' | 'lostHeaders' | 'unverified' | 'body' | 'throws' | 'timeout' | 'timeoutOpen' | 'deadline' | 'controllers' | 'retry' | 'retryOpen'>;

/** What configurations say of a request, beside its address and method. */
function factsOf(run: Run, client: ClientValue, given: Given, configs: readonly Value[], method: string | null, node: TSESTree.Node, repeat: Repeat | undefined): SentFacts {
  const { model } = client;
  const isUnread = client.unread === true;
  const keys = model.config;
  const bodyIsQuery = model.sendsBodyAsQuery === true && (method === 'GET' || method === 'HEAD');
  const direct = given.query ?? (bodyIsQuery ? given.body : null);
  const queryKeys = bodyIsQuery ? [...(keys.query ?? []), ...(keys.body ?? [])] : keys.query;
  const headers = readFields(run, configs.map((config) => [config, keys.headers] as const), given.headers, { flavor: 'headers', model, method });
  const serialised = (keys.serializer ?? []).some((key) => find(run, configs, [key]) !== null);
  const query = readFields(run, configs.map((config) => [config, queryKeys] as const), direct, { flavor: 'query', model: serialised ? { ...model, lists: 'unknown' } : model, method: null });
  const timeout = timeLimitOf(run, configs, model);
  const hook = (keys.hooks ?? []).find((key) => find(run, configs, [key]) !== null);
  const open = (fields: Fields): Fields => (hook === undefined ? fields : { ...fields, open: fields.open ?? `\`${hook}\` may change the request` });
  return {
    lostHeaders: findLostHeaders(run, configs, model, headers), unverified: findUnverified(run, configs),
    query: open(query), headers: open(withModelHeaders(run, model, headers, configs)), body: bodyIsQuery ? null : readBody(run, model, given, configs),
    throws: model.throwsOnErrorStatus && !configs.some((config) => turnsThrowsOff(run, config, keys)),
    timeout: timeout.set, timeoutOpen: timeout.open || isUnread, deadline: timeout.deadline, controllers: timeout.controllers, ...repeatsOf(run, model, configs, node, repeat, isUnread),
  };
}

/** What the client repeats, as its options, or a package that was given the instance, say. */
function repeatsOf(run: Run, model: ClientModel, configs: readonly Value[], node: TSESTree.Node, own: Repeat | undefined, isUnread: boolean): Pick<Send, 'retry' | 'retryOpen'> {
  const value = find(run, configs, model.config.retry);
  if (value === null) return { retry: own ?? null, retryOpen: own === undefined && (isUnread || model.repeats?.byItself === true) };
  if (!isSet(run, value)) return { retry: own ?? null, retryOpen: optionsOf(value).some((one) => one.k === 'hole') };
  const place = placeIn(run, node);
  const repeat = model.repeats === undefined ? unknownRepeat('client', place) : readBeside(run, model.repeats, readRepeat(run, model.repeats, value, 'client', place), (names) => find(run, configs, names));
  return { retry: own === undefined ? repeat : unknownRepeat('package', own.place), retryOpen: false };
}

/** A second send of the same request after a failure of the first. */
function noteResend(run: Run, context: Extract<Context, { kind: 'recover' | 'branch' }>, send: Send): void {
  for (const other of context.sends) {
    if (other.model !== send.model || urlKey(other.url) !== urlKey(send.url) || urlKey(send.url) === '') continue;
    // what is repeated because of a status was answered, and that one status is seldom known here
    const afterLoss = context.kind === 'recover' && other.statuses.size === 0 && !other.statusesOpen;
    const repeat: Repeat = {
      by: send.shape === 'stream' ? 'reconnect' : 'resend', place: placeIn(run, send.node), limit: 1, pauses: null, statuses: null, afterLoss: afterLoss ? true : null, methods: 'all', heedsRetryAfter: null,
    };
    for (const one of [other, send]) one.repeats.push({ depth: context.depth, repeat });
  }
}

function urlKey(parts: Parts): string {
  return parts.map((part) => (part.kind === 'literal' ? part.text : part.kind === 'hole' ? `{${part.words.join('.')}}` : '')).join('').split('?')[0] ?? '';
}

function methodOf(run: Run, shape: CallShape, model: ClientModel, given: Given, configs: readonly Value[]): { value: Value; place: Place | null } {
  if (shape.method !== undefined) return { value: literalText(shape.method), place: null };
  const value = given.method ?? find(run, configs, model.config.method);
  const fallback = literalText(model.method ?? 'GET');
  if (value === null) return { value: fallback, place: null };
  const options = optionsOf(value).map((one) => (isUndefined(one) ? fallback : upperCase(run, one)));
  const [first] = options;
  const place = first?.k === 'text' && first.parts[0]?.kind === 'literal' ? first.parts[0].place : null;
  return { value: joinValues(options), place };
}

function upperCase(run: Run, value: Value): Value {
  return value.k === 'text' ? { k: 'text', parts: mapLiterals(toParts(run, value), (text) => text.toUpperCase()) } : value;
}

function withModelHeaders(run: Run, model: ClientModel, headers: Fields, configs: readonly Value[]): Fields {
  const implied = (model.implies ?? []).filter(({ option: name, equals }) => isImplied(run, configs, name, equals));
  const added = [...(model.headers ?? []).map((name) => ({ name, value: holeValue('dynamic', [name]) })), ...implied.map(({ header, value }) => ({ name: header, value: literalText(value) }))];
  const known = new Set(headers.props.map((prop) => prop.name.toLowerCase()));
  const extra = added.filter(({ name }) => !known.has(name.toLowerCase())).map(({ name, value }) => givenByOption(run, model, configs, name) ?? property(name, name === 'Accept' ? literalText('application/json') : value));
  return { ...headers, props: [...extra, ...headers.props] };
}

/** A header that the client adds, with the value of an option that is surely written. */
function givenByOption(run: Run, model: ClientModel, configs: readonly Value[], name: string): Prop | null {
  const path = rowOf(model.headerOptions, name)?.split('.') ?? [];
  const last = path.at(-1);
  for (const config of last === undefined ? [] : [...configs].reverse()) {
    const holder = path.slice(0, -1).reduce<Value | null>((value, key) => (value === null ? null : recordOf(run, value)?.props.get(key)?.value ?? null), config);
    const prop = holder === null ? undefined : recordOf(run, holder)?.props.get(last ?? '');
    if (prop?.presence === 'always') return property(name, prop.value, { entryPlace: prop.entryPlace });
  }
  return null;
}

function isImplied(run: Run, configs: readonly Value[], name: string, equals: string | undefined): boolean {
  const value = find(run, configs, [name]);
  if (value === null) return false;
  return equals === undefined ? truthiness(run, value) === true : literalOf(value) === equals;
}

/** Interceptors see the configuration and hand on what they make of it. */
function runInterceptors(run: Run, instance: ClientObject, given: Given, node: TSESTree.Node): readonly Value[] {
  const results: Value[] = [];
  for (const interceptor of instance.interceptors) {
    if (interceptor.k !== 'fn' || run.frames.some((frame) => frame.node === interceptor.node)) continue;
    const headers = newRecord(run, [], { flavor: 'headers' });
    const params = newRecord(run);
    const url = given.url ?? holeValue('dynamic', ['url']);
    const config = newRecord(run, [property('headers', headers), property('params', params), property('url', url)], { open: 'the configuration of the request' });
    const answer = awaited(callValue(run, interceptor, [config], node, null));
    const after = recordOf(run, answer) ?? recordOf(run, config);
    if (after !== null) results.push(newRecord(run, [...after.props.values()].filter((prop) => prop.name === 'headers' || prop.name === 'params')));
  }
  return results;
}

/** A depth that no frame has. */
const ANSWERED_BY_CALLBACK = -1;

function runCallback(run: Run, callback: Value, send: Send, node: TSESTree.Node): void {
  // whoever gives a callback does not look at the promise
  send.floating ??= ANSWERED_BY_CALLBACK;
  const error = joinValues([nullValue, errorValue(run, [send], node)]);
  const response: Value = { k: 'response', send };
  const body: Value = { k: 'body', send, path: [] };
  const args = send.model.callback === 'body' ? [body] : send.shape === 'node' ? [response] : send.shape === 'body' ? [error, body, response] : [error, response, body];
  within(run, { kind: 'loop', depth: run.frames.length }, () => callValue(run, callback, args, node, null));
}

/** Callbacks that a configuration holds: `$.ajax({ success, error })`. */
function runConfiguredCallbacks(run: Run, configs: readonly Value[], send: Send, node: TSESTree.Node): void {
  const { onAnswer, onFailure } = send.model.config;
  for (const key of onAnswer ?? []) {
    const callback = find(run, configs, [key]);
    if (callback?.k === 'fn') runCallback(run, callback, send, node);
  }
  for (const key of onFailure ?? []) {
    const callback = find(run, configs, [key]);
    if (callback?.k !== 'fn') continue;
    send.handlers.push({ kind: 'handler', depth: run.frames.length, ...handlerEffect(run, callback.node) });
    callValue(run, callback, [errorValue(run, [send], node)], node, null);
  }
}

/** `axios.get<Body>(…)`: the first type argument of a call is the type of the body. */
function declareAnswer(run: Run, send: Send, node: TSESTree.Node): void {
  const [first] = (node.type === 'CallExpression' ? node.typeArguments?.params : undefined) ?? [];
  if (first !== undefined) declareType(run, { k: 'body', send, path: [] }, first);
}
