import type { TSESTree } from '@typescript-eslint/types';

import { configOf, readArguments, remember } from './client-arguments.ts';
import type { ClientModel } from './client-model.ts';
import { rowOf } from './client-model.ts';
import { responseMember } from './responses.ts';
import type { Place } from './request-site.ts';
import type { Run, World } from './run.ts';
import { allocate, newRecord, objectOf, placeIn, property, putProp, recordOf } from './run.ts';
import { persist } from './shared.ts';
import type { ClientObject, ClientValue, PackageValue, RefValue, Value } from './value.ts';
import { holeValue, wordsOf } from './value.ts';

/** What an import from a package that is not part of the project is: a client if a model says so. */
export function packageValue(world: World, source: string, name: string): Value {
  const model = world.clients.byModule.get(source);
  if (model !== undefined) {
    const value = modelMember(model, name);
    if (value !== null) return value;
  }
  return { k: 'package', name: source, path: name === 'default' || name === '*' ? [] : [name] };
}

function modelMember(model: ClientModel, name: string): Value | null {
  const self: ClientValue = { k: 'client', model, member: null, self: null };
  if (name === 'default' || name === '*' || name === model.name || model.exports?.includes(name) === true || model.types?.includes(name) === true) return self;
  const container = rowOf(model.containers, name);
  if (container !== undefined) return { k: 'native', name: container === 'headers' ? 'Headers' : 'URLSearchParams', self: null };
  return isFunctionOf(model, name) ? { ...self, member: name } : null;
}

/** What an import of a declared client is, whether its source can be read or not; null when no declared client says. */
export function declaredValue(world: World, source: string, file: string | null, name: string): Value | null {
  const model = world.clients.declaredAt(source, file);
  return model === null ? null : modelMember(model, name);
}

function isFunctionOf(model: ClientModel, name: string): boolean {
  return rowOf(model.members, name) !== undefined || rowOf(model.factories, name) !== undefined || rowOf(model.setters, name) !== undefined;
}

export function packageValueMember(world: World, value: PackageValue, name: string): Value {
  if (value.path.length === 0) {
    const model = world.clients.byModule.get(value.name);
    const member = model === undefined ? null : modelMember(model, name);
    if (member !== null) return member;
    if (name === 'default') return value;
  }
  return { ...value, path: [...value.path, name].slice(0, 4) };
}

/** A member of a client or of one of its instances. */
export function clientMember(run: Run, client: ClientValue, name: string, node: TSESTree.Node): Value {
  const { model } = client;
  if (isFunctionOf(model, name)) return { ...client, member: name };
  const object = client.self === null ? null : objectOf(run, client.self);
  if (object?.t === 'client' && object.sent !== undefined) return responseMember(run, { k: 'response', send: object.sent }, name, node);
  if (name === 'default' || name === model.name || model.exports?.includes(name) === true) return client;
  const [defaults, inner] = model.defaults?.split('.') ?? [];
  if (name === defaults) {
    const config = ownDefaults(run, client);
    return inner === undefined ? config : newRecord(run, [property(inner, config)]);
  }
  const held = rowOf(model.holds, name);
  if (held !== undefined) return { k: 'client', model: held, member: null, self: null, unread: true };
  if (name === 'interceptors') return { k: 'native', name: `client.${name}`, self: client.self ?? globalInstance(run, model) };
  if (name === 'bind' || name === 'call' || name === 'apply') return { k: 'native', name: `fn.${name}`, self: client };
  return holeValue('dynamic', [model.name, name]);
}

/** The configuration object of an instance that the program can change. */
function ownDefaults(run: Run, client: ClientValue): Value {
  const ref = client.self ?? globalInstance(run, client.model);
  const object = objectOf(run, ref);
  const own = object?.t === 'client' ? object.configs[0] : undefined;
  return own ?? holeValue('dynamic');
}

/** The instance that calls on the package itself go through: `axios.defaults` belongs to it. */
export function globalInstance(run: Run, model: ClientModel): RefValue {
  const known = run.world.globalInstances.get(model);
  if (known !== undefined) return known;
  const ref = allocate(run, newInstance(run, model, [], [], null));
  run.world.globalInstances.set(model, ref);
  persist(run, ref);
  return ref;
}

function newInstance(run: Run, model: ClientModel, configs: readonly Value[], words: readonly string[], place: Place | null): ClientObject {
  const headers = newRecord(run, ['common', 'get', 'post', 'put', 'delete', 'patch'].map((name) => property(name, newRecord(run))));
  const own = newRecord(run, [property(model.config.headers?.[0] ?? 'headers', headers)]);
  // what the factory was given is what `defaults` starts from
  const instance: ClientObject = { t: 'client', model, configs: [own, ...configs], interceptors: [], words, place };
  return model.setters === undefined && model.properties === undefined ? instance : { ...instance, memory: newRecord(run) };
}

/** `axios.create(config)`, `got.extend(config)`: an instance on top of the one it is made from. */
export function createInstance(run: Run, client: ClientValue, args: readonly Value[], node: TSESTree.Node): Value {
  const { model } = client;
  const row = rowOf(model.factories, client.member) ?? 0;
  const given = typeof row === 'number' ? args.slice(row, row + 1) : configOf(run, model, readArguments(run, model, row, args, node));
  const parent = objectOf(run, client.self ?? undefinedRef);
  const base = parent?.t === 'client' ? [...parent.configs, ...(parent.memory === undefined ? [] : [parent.memory])] : [];
  const instance = newInstance(run, model, [...base, ...given], args.flatMap(wordsOf), placeIn(run, node));
  return allocate(run, parent?.t === 'client' ? { ...instance, interceptors: parent.interceptors, ...(parent.repeat === undefined ? {} : { repeat: parent.repeat }) } : instance);
}

/** `request.set(name, value)`: the object, or a copy of it, remembers it for what it sends. */
export function callSetter(run: Run, client: ClientValue, args: readonly Value[], node: TSESTree.Node): { ref: RefValue; callbacks: readonly Value[] } {
  const { model } = client;
  const shape = rowOf(model.setters, client.member);
  const ref = client.self ?? globalInstance(run, model);
  const object = objectOf(run, ref);
  if (shape === undefined || object?.t !== 'client') return { ref, callbacks: [] };

  const given = readArguments(run, model, shape, args, node);
  const added = [...configOf(run, model, given), ...(given.suffix === null ? [] : [newRecord(run, [property('suffix', given.suffix)])])];
  if (model.copies === true) {
    const copy: ClientObject = { ...object, configs: [...object.configs, ...(object.memory === undefined ? [] : [object.memory]), ...added], memory: newRecord(run) };
    return { ref: allocate(run, copy), callbacks: given.callbacks };
  }
  if (object.memory !== undefined) for (const config of added) remember(run, object.memory, config, model);
  return { ref, callbacks: given.callbacks };
}

const undefinedRef: Value = { k: 'prim', value: undefined, place: null };

/** `new Client(…)` where the constructor makes an instance; null when it does not. */
export function constructClient(run: Run, client: ClientValue, args: readonly Value[], node: TSESTree.Node): Value | null {
  const { model, member } = client;
  if (member !== null && member !== 'new') return rowOf(model.factories, member) === undefined ? null : createInstance(run, client, args, node);
  return rowOf(model.factories, 'new') === undefined ? null : createInstance(run, { ...client, member: 'new' }, args, node);
}

/** `axios.defaults = …`; everything else goes through the configuration object. */
export function setClientMember(run: Run, client: ClientValue, name: string | null, value: Value): void {
  const ref = client.self ?? globalInstance(run, client.model);
  const object = objectOf(run, ref);
  if (object?.t !== 'client' || name === null) return;
  const key = rowOf(client.model.properties, name);
  const memory = key === undefined || object.memory === undefined ? null : recordOf(run, object.memory);
  if (key !== undefined && object.memory !== undefined && memory !== null) putProp(run, object.memory.id, memory, property(key, value));
  if (name !== client.model.defaults) return;
  run.state.heap.set(ref.id, { ...object, configs: [value, ...object.configs.slice(1)] });
}
