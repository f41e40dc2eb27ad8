import type { TSESTree } from '@typescript-eslint/types';

import { callValue } from './call.ts';
import { createInstance, globalInstance } from './client-values.ts';
import { readFields } from './read-fields.ts';
import type { ArgumentRole, CallShape, ClientModel, ResponseShape } from './client-model.ts';
import { joinValues } from './join.ts';
import { truthiness } from './operators.ts';
import type { Place } from './request-site.ts';
import { errorValue } from './execute.ts';
import type { Run } from './run.ts';
import { currentFrame, inFork, newRecord, objectOf, placeIn, property, recordOf, within } from './run.ts';
import type { Fields, Send } from './send.ts';
import { joinInto } from './state.ts';
import { concatParts, crossAll, hole, literalOf, mapLiterals } from './text.ts';
import { toParts } from './to-parts.ts';
import { joinBase } from './urls.ts';
import { callUnknown } from './natives/unknown.ts';
import type { ClientObject, ClientValue, Parts, Value } from './value.ts';
import { holeValue, isNullish, isUndefined, literalText, nullValue, optionsOf, undefinedValue, wordsOf } from './value.ts';

/** A call of a client, or of one of its functions: a request is sent, or an instance is made. */
export function callClient(run: Run, client: ClientValue, args: readonly Value[], node: TSESTree.Node): Value {
  const { model, member } = client;
  if (member !== null && model.factories?.[member] !== undefined) return createInstance(run, client, args);
  const shape = member === null ? model.call : model.members?.[member];
  if (shape === undefined) return callUnknown(run, client, args, node);

  const split = args.findIndex((arg) => arg.k === 'choice' && arg.options.length <= 12 && arg.options.some((option) => recordOf(run, option) !== null));
  const choice = args[split];
  if (choice?.k !== 'choice') return sendRequest(run, client, shape, args, node);
  const results: Value[] = [];
  joinInto(run.state, run.state, choice.options.map((option) => inFork(run, () => { results.push(callClient(run, client, args.with(split, option), node)); })));
  return joinValues(results);
}

interface Given {
  url: Value | null;
  urlPlace: Place | null;
  method: Value | null;
  query: Value | null;
  headers: Value | null;
  body: Value | null;
  callbacks: Value[];
  configs: Value[];
}

function readArguments(run: Run, shape: CallShape, args: readonly Value[], node: TSESTree.Node): Given {
  const given: Given = { url: null, urlPlace: null, method: null, query: null, headers: null, body: null, callbacks: [], configs: [] };
  const nodes = node.type === 'CallExpression' || node.type === 'NewExpression' ? node.arguments : [];
  for (const [i, arg] of args.entries()) {
    const role: ArgumentRole = shape.args[i] ?? 'ignored';
    const argNode = nodes[i];
    const place = argNode === undefined ? null : placeIn(run, argNode);
    const object = objectOf(run, arg);
    if (arg.k === 'fn' && (role === 'callback' || role === 'configOrCallback')) given.callbacks.push(arg);
    else if (role === 'url' || role === 'urlOrConfig') {
      if (object?.t === 'request') {
        given.url = object.url;
        if (object.config !== null) given.configs.push(object.config);
      } else if (object?.t === 'record' && object.flavor === 'object') given.configs.push(arg);
      else given.url = arg;
      given.urlPlace = place;
    } else if (role === 'config' || role === 'configOrCallback') {
      if (!isNullish(arg)) given.configs.push(arg);
    } else if (role === 'body') given.body = arg;
    else if (role === 'query') given.query = arg;
    else if (role === 'headers') given.headers = arg;
    else if (role === 'method') given.method = arg;
  }
  return given;
}

function sendRequest(run: Run, client: ClientValue, shape: CallShape, args: readonly Value[], node: TSESTree.Node): Value {
  const { model } = client;
  const given = readArguments(run, shape, args, node);
  const self = client.self ?? (model.defaults === undefined ? null : run.world.globalInstances.get(model) ?? null);
  const instance = self === null ? null : objectOf(run, self);
  const own: ClientObject | null = instance?.t === 'client' ? instance : null;
  const intercepted = own === null ? [] : runInterceptors(run, own, given, node);
  const inherited = own?.configs ?? [];
  const configs = [...inherited, ...given.configs, ...intercepted];
  const keys = model.config;

  const url = given.url ?? find(run, configs, keys.url);
  const address = addressOf(run, model, configs, url);
  const method = methodOf(run, shape, model, given, configs);
  const headers = readFields(run, [...configs.map((config) => [config, keys.headers] as const)], given.headers, { flavor: 'headers', model, method: literalOf(method.value) });
  const query = readFields(run, configs.map((config) => [config, keys.query] as const), given.query, { flavor: 'query', model, method: null });
  const timeout = timeLimitOf(run, configs, keys.timeout, keys.signal);
  const frame = currentFrame(run);
  const send: Send = {
    model, shape: shape.response ?? model.response, module: frame.module, node, frames: [...run.frames], contexts: [...run.contexts],
    url: address, urlPlace: given.urlPlace, method: method.value, methodPlace: method.place, query,
    headers: withModelHeaders(run, model, headers, configs), body: readBody(run, model, given, configs),
    words: [...(own?.words ?? []), ...(model.words ?? [])],
    throws: model.throwsOnErrorStatus && !configs.some((config) => turnsThrowsOff(run, config, keys.throws)),
    timeout: timeout.set, controllers: timeout.controllers,
    retry: own?.retries === true || isSet(run, find(run, configs, keys.retry)),
    checks: [], statuses: new Set(), thrown: [], handlers: [], reads: [], format: null, used: false, bodyBeforeCheck: false, floating: null, retriedAt: null, limitedAt: null,
  };
  for (const context of run.contexts) if (context.kind === 'recover' || context.kind === 'branch') noteResend(context.sends, send, context.depth);
  run.sends.push(send);
  for (const callback of given.callbacks) runCallback(run, callback, send, node);
  return resultOf(send);
}

/** A second send of the same request after a failure of the first. */
function noteResend(before: readonly Send[], send: Send, depth: number): void {
  for (const other of before) {
    if (other.model !== send.model || urlKey(other.url) !== urlKey(send.url) || urlKey(send.url) === '') continue;
    other.retriedAt ??= depth;
    send.retriedAt ??= depth;
  }
}

function urlKey(parts: Parts): string {
  return parts.map((part) => (part.kind === 'literal' ? part.text : part.kind === 'hole' ? `{${part.words.join('.')}}` : '')).join('').split('?')[0] ?? '';
}

/** A nested option: `timeout`, `options.device`. Later configurations win. */
function find(run: Run, configs: readonly Value[], keys: readonly string[] | undefined): Value | null {
  for (const config of [...configs].reverse()) {
    for (const key of keys ?? []) {
      const value = option(run, config, key);
      if (value !== null && !isUndefined(value)) return value;
    }
  }
  return null;
}

/** The value under a name in a configuration; null when it surely has none. */
export function option(run: Run, config: Value, key: string): Value | null {
  const found = optionsOf(config).map((one): Value | null => {
    const record = recordOf(run, one);
    if (record === null) return one.k === 'hole' ? { k: 'hole', part: { ...one.part, words: [...one.part.words, key], optional: true } } : null;
    const prop = record.props.get(key);
    const crossed = one.k === 'ref' ? one.crossed : null;
    if (prop !== undefined) {
      const value = crossAll(prop.value, crossed);
      return prop.presence === 'always' ? value : joinValues([value, undefinedValue]);
    }
    return record.open === null ? null : { k: 'hole', part: { ...(record.openPart ?? hole('dynamic')), words: [...(record.openPart?.words ?? []), key], optional: true } };
  });
  if (found.every((value) => value === null)) return null;
  return joinValues(found.map((value) => value ?? undefinedValue));
}

function isSet(run: Run, value: Value | null): boolean {
  if (value === null) return false;
  return optionsOf(value).every((one) => {
    if (one.k === 'hole') return one.part.crossed === null && one.part.optional !== true;
    return truthiness(run, one) === true;
  });
}

function timeLimitOf(run: Run, configs: readonly Value[], timeoutKeys: readonly string[] | undefined, signalKeys: readonly string[] | undefined): { set: boolean; controllers: readonly number[] } {
  const timeout = find(run, configs, timeoutKeys);
  const set = timeout !== null && optionsOf(timeout).some((one) => !isUndefined(one)) && isSetOrDefault(run, timeout);
  const signal = find(run, configs, signalKeys);
  const controllers = signal === null ? [] : optionsOf(signal).flatMap((one) => (one.k === 'ref' ? [one.id, ...signalsOf(run, one)] : []));
  return { set, controllers };
}

/** A number, or an unknown number with a known default beside it. */
function isSetOrDefault(run: Run, value: Value): boolean {
  const options = optionsOf(value);
  if (isSet(run, value)) return true;
  const known = options.filter((one) => one.k !== 'hole');
  return known.length > 0 && known.every((one) => truthiness(run, one) === true) && options.every((one) => one.k !== 'hole' || one.part.reason === 'parameter');
}

function signalsOf(run: Run, value: Value): readonly number[] {
  const object = objectOf(run, value);
  return object?.t === 'controller' ? object.signals.flatMap((signal) => optionsOf(signal).flatMap((one) => (one.k === 'ref' ? [one.id, ...signalsOf(run, one)] : []))) : [];
}

function turnsThrowsOff(run: Run, config: Value, keys: readonly string[] | undefined): boolean {
  return (keys ?? []).some((key) => {
    const value = option(run, config, key);
    if (value === null) return false;
    if (key === 'ignoreResponseError') return truthiness(run, value) === true;
    if (value.k === 'fn') {
      const { body } = value.node;
      return body?.type === 'Literal' && body.value === true;
    }
    return truthiness(run, value) === false && !isUndefined(value);
  });
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

function addressOf(run: Run, model: ClientModel, configs: readonly Value[], url: Value | null): Parts {
  const keys = model.config;
  const target = url === null ? [] : toParts(run, url);
  const host = find(run, configs, keys.host);
  if (host !== null && !startsAbsolute(target)) return concatParts(hostParts(run, configs, keys, host), slashed(target));
  const base = find(run, configs, keys.base);
  if (base === null || isNullish(base)) return target;
  return joinBase(toParts(run, base), target);
}

function startsAbsolute(parts: Parts): boolean {
  const [first] = parts;
  return first?.kind === 'literal' && /^[a-z]+:\/\//i.test(first.text);
}

function hostParts(run: Run, configs: readonly Value[], keys: ClientModel['config'], host: Value): Parts {
  const port = find(run, configs, keys.port);
  const protocol = find(run, configs, keys.protocol);
  const scheme = protocol === null ? null : literalOf(protocol);
  const start: Parts = [{ kind: 'literal', text: `${scheme?.replace(/:$/, '') ?? 'http'}://`, place: null, crossed: null }];
  const end: Parts = port === null || isNullish(port) ? [] : [{ kind: 'literal', text: ':', place: null, crossed: null }, ...toParts(run, port)];
  return concatParts(start, toParts(run, host), end);
}

function slashed(parts: Parts): Parts {
  const [first] = parts;
  return first?.kind === 'literal' && !first.text.startsWith('/') ? [{ kind: 'literal', text: '/', place: null, crossed: null }, ...parts] : parts;
}

function withModelHeaders(run: Run, model: ClientModel, headers: Fields, configs: readonly Value[]): Fields {
  const implied = (model.implies ?? []).filter(({ option: name }) => isImplied(run, configs, name));
  const added = [...(model.headers ?? []).map((name) => ({ name, value: holeValue('dynamic', [name]) })), ...implied.map(({ header, value }) => ({ name: header, value: literalText(value) }))];
  const known = new Set(headers.props.map((prop) => prop.name.toLowerCase()));
  const extra = added.filter(({ name }) => !known.has(name.toLowerCase())).map(({ name, value }) => property(name, name === 'Accept' ? literalText('application/json') : value));
  return { ...headers, props: [...extra, ...headers.props] };
}

function isImplied(run: Run, configs: readonly Value[], name: string): boolean {
  const value = find(run, configs, [name]);
  if (value === null) return false;
  const text = literalOf(value);
  return name === 'responseType' ? text === 'json' : truthiness(run, value) === true;
}

function readBody(run: Run, model: ClientModel, given: Given, configs: readonly Value[]): Send['body'] {
  const keys = model.config;
  const json = find(run, configs, keys.json);
  const form = find(run, configs, keys.form);
  const value = json ?? form ?? given.body ?? find(run, configs, keys.body);
  if (value === null || isNullish(value) || (value.k === 'prim' && typeof value.value === 'boolean')) return null;
  const record = recordOf(run, value);
  const inner = value.k === 'hole' ? value.part.json : undefined;
  const source = inner ?? value;
  const fields = recordOf(run, source) === null ? null : readFields(run, [], source, { flavor: 'body', model, method: null });
  const kind = json !== null || inner !== undefined ? 'json' as const : form !== null || record?.flavor === 'params' ? 'form' as const : record?.flavor === 'form' ? 'multipart' as const
    : record !== null && model.response !== 'fetch' ? 'json' as const : value.k === 'text' ? 'text' as const : 'unknown' as const;
  return { kind, fields, place: record?.place ?? null };
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
    callValue(run, interceptor, [config], node, null);
    const after = recordOf(run, config);
    if (after !== null) results.push(newRecord(run, [...after.props.values()].filter((prop) => prop.name === 'headers' || prop.name === 'params')));
  }
  return results;
}

function runCallback(run: Run, callback: Value, send: Send, node: TSESTree.Node): void {
  const error = joinValues([nullValue, errorValue(run, [send], node)]);
  const response: Value = { k: 'response', send };
  const body: Value = { k: 'body', send, path: [] };
  const args = send.shape === 'node' ? [response] : send.shape === 'body' ? [error, body, response] : [error, response, body];
  within(run, { kind: 'loop', depth: run.frames.length }, () => callValue(run, callback, args, node, null));
}

function resultOf(send: Send): Value {
  const shape: ResponseShape = send.shape;
  if (shape === 'body') {
    send.used = true;
    send.format = 'json';
    return { k: 'promise', value: { k: 'body', send, path: [] }, sends: [send] };
  }
  if (shape === 'stream') return holeValue('response', ['stream']);
  if (shape === 'node') return { k: 'response', send };
  return { k: 'promise', value: { k: 'response', send }, sends: [send] };
}

export function clientWords(value: Value): readonly string[] {
  return wordsOf(value);
}

export { globalInstance };
