import type { ClientModel } from './client-model.ts';
import type { Run, World } from './run.ts';
import { allocate, newRecord, objectOf, property } from './run.ts';
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
  if (model.members?.[name] !== undefined || model.factories?.[name] !== undefined) return { ...self, member: name };
  return null;
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
export function clientMember(run: Run, client: ClientValue, name: string): Value {
  const { model } = client;
  if (model.members?.[name] !== undefined || model.factories?.[name] !== undefined) return { ...client, member: name };
  if (name === 'default' || name === model.name || model.exports?.includes(name) === true) return client;
  const [defaults, inner] = model.defaults?.split('.') ?? [];
  if (name === defaults) {
    const config = ownDefaults(run, client);
    return inner === undefined ? config : newRecord(run, [property(inner, config)]);
  }
  if (name === 'interceptors' || name === 'request' || name === 'use') return { k: 'native', name: `client.${name}`, self: client.self ?? globalInstance(run, model) };
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
  const ref = allocate(run, newInstance(run, model, [], []));
  run.world.globalInstances.set(model, ref);
  persist(run, ref);
  return ref;
}

function newInstance(run: Run, model: ClientModel, configs: readonly Value[], words: readonly string[]): ClientObject {
  const headers = newRecord(run, ['common', 'get', 'post', 'put', 'delete', 'patch'].map((name) => property(name, newRecord(run))));
  const own = newRecord(run, [property(model.config.headers?.[0] ?? 'headers', headers)]);
  // what the factory was given is what `defaults` starts from
  return { t: 'client', model, configs: [own, ...configs], interceptors: [], words };
}

/** `axios.create(config)`, `got.extend(config)`: an instance on top of the one it is made from. */
export function createInstance(run: Run, client: ClientValue, args: readonly Value[]): Value {
  const index = client.member === null ? 0 : client.model.factories?.[client.member] ?? 0;
  const config = args[index];
  const parent = objectOf(run, client.self ?? undefinedRef);
  const base = parent?.t === 'client' ? parent.configs : [];
  const instance = newInstance(run, client.model, [...base, ...(config === undefined ? [] : [config])], config === undefined ? [] : wordsOf(config));
  return allocate(run, parent?.t === 'client' ? { ...instance, interceptors: parent.interceptors, ...(parent.retries === true ? { retries: true } : {}) } : instance);
}

const undefinedRef: Value = { k: 'prim', value: undefined, place: null };

/** An instance of which nothing is known but the client: a parameter typed `AxiosInstance`. */
export function unknownInstance(run: Run, model: ClientModel, words: readonly string[], config: Value): Value {
  return allocate(run, newInstance(run, model, [config], words));
}

export function constructClient(run: Run, client: ClientValue, args: readonly Value[]): Value | null {
  const { model, member } = client;
  if (member !== null && member !== 'new') return model.factories?.[member] === undefined ? null : createInstance(run, client, args);
  return model.factories?.['new'] === undefined ? null : createInstance(run, { ...client, member: 'new' }, args);
}

/** `axios.defaults = …`; everything else goes through the configuration object. */
export function setClientMember(run: Run, client: ClientValue, name: string | null, value: Value): void {
  const ref = client.self ?? globalInstance(run, client.model);
  const object = objectOf(run, ref);
  if (object?.t !== 'client' || name === null || name !== client.model.defaults) return;
  run.state.heap.set(ref.id, { ...object, configs: [value, ...object.configs.slice(1)] });
}
