import { createWireRequest } from './wire.ts';
import type { WireRequest } from './wire.ts';

type Fields = Readonly<Record<string, unknown>>;

export interface Clients {
  /** The packages that a program can import, by name. */
  readonly packages: Readonly<Record<string, unknown>>;
  readonly fetch: (target: unknown, init?: Fields) => Promise<unknown>;
}

/** Stands in for the HTTP clients: merges what it is given as the real one does, and records what would be sent. */
export function createClients(record: (request: WireRequest) => void): Clients {
  const fetch = createFetch(record);
  const axios = createAxios(record, { headers: {}, params: undefined });
  const got = createGot(record, {});
  return {
    fetch,
    packages: {
      axios: { __esModule: true, default: axios },
      got: { __esModule: true, default: got, got },
      'node-fetch': { __esModule: true, default: fetch },
      qs: { __esModule: true, default: { stringify }, stringify },
    },
  };
}

function createFetch(record: (request: WireRequest) => void): Clients['fetch'] {
  return async (target, init = {}) => {
    const request = target instanceof Request ? target : null;
    const url = request?.url ?? textOr(target, '');
    const headers = new Headers((init.headers ?? request?.headers ?? undefined) as Record<string, string> | undefined);
    record(createWireRequest('fetch', textOr(init.method, request?.method ?? 'GET'), url, new Map(headers)));
    return await Promise.resolve({ ok: true, status: 200, json: async () => await Promise.resolve({}), text: async () => await Promise.resolve('') });
  };
}

function plain(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? value as Fields : {};
}

/** What a client makes of a value that it sends. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The text of an option; `fallback` where it is not given. */
function textOr(value: unknown, fallback: string): string {
  return typeof value === 'string' ? value : value instanceof URL ? value.href : fallback;
}

function isPlain(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !(value instanceof URLSearchParams);
}

/** Header names are the same in any case; axios and got do not send undefined. */
function mergeHeaders(...all: readonly unknown[]): Map<string, string> {
  const merged = new Map<string, string>();
  for (const fields of all) {
    for (const [name, value] of fields instanceof Headers ? fields.entries() : Object.entries(plain(fields))) {
      if (value === undefined || value === null) merged.delete(name.toLowerCase());
      else merged.set(name.toLowerCase(), textOf(value));
    }
  }
  return merged;
}

function serialize(params: unknown): string {
  if (params instanceof URLSearchParams) return params.toString();
  if (typeof params === 'string') return params;
  const pairs = Object.entries(plain(params)).filter(([, value]) => value !== undefined && value !== null);
  return new URLSearchParams(pairs.map(([name, value]): [string, string] => [name, textOf(value)])).toString();
}

/** qs, for flat objects: undefined is left out, null is sent empty. */
function stringify(fields: Fields): string {
  return new URLSearchParams(Object.entries(fields).filter(([, value]) => value !== undefined).map(([name, value]): [string, string] => [name, value === null ? '' : textOf(value)])).toString();
}

function createAxios(record: (request: WireRequest) => void, given: Fields): unknown {
  const defaults: Record<string, unknown> = { ...given, headers: { common: {}, ...plain(given.headers) } };
  const send = async (config: Fields): Promise<unknown> => {
    const { common, ...fixed } = plain(defaults.headers);
    const headers = mergeHeaders(common, fixed, config.headers);
    const params = isPlain(config.params) && isPlain(defaults.params) ? { ...defaults.params, ...config.params } : config.params ?? defaults.params;
    const query = serialize(params);
    const base = textOr(config.baseURL, textOr(defaults.baseURL, ''));
    const target = textOr(config.url, '');
    const url = base !== '' && !/^[a-z]+:\/\//.test(target) ? (target === '' ? base : `${base.replace(/\/?\/$/, '')}/${target.replace(/^\/+/, '')}`) : target;
    const full = query === '' ? url : `${url}${url.includes('?') ? '&' : '?'}${query}`;
    record(createWireRequest('axios', textOr(config.method, textOr(defaults.method, 'GET')), full, headers));
    return await Promise.resolve({ status: 200, data: {} });
  };
  const bodyless = (method: string) => async (url: unknown, config: unknown) => await send({ ...plain(config), url, method });
  const withBody = (method: string) => async (url: unknown, data: unknown, config: unknown) => await send({ ...plain(config), url, data, method });
  return Object.assign(
    async (target: unknown, config: unknown) => await send(typeof target === 'string' || target instanceof URL ? { ...plain(config), url: target } : plain(target)),
    {
      defaults, request: send, get: bodyless('GET'), delete: bodyless('DELETE'), post: withBody('POST'), put: withBody('PUT'),
      create: (config: unknown) => createAxios(record, plain(config)),
    },
  );
}

function createGot(record: (request: WireRequest) => void, defaults: Fields): unknown {
  const send = async (target: unknown, given: unknown, method?: string): Promise<unknown> => {
    const options: Fields = typeof target === 'string' || target instanceof URL ? plain(given) : plain(target);
    const url = typeof target === 'string' || target instanceof URL ? String(target) : textOr(options.url, '');
    const prefix = textOr(options.prefixUrl, textOr(defaults.prefixUrl, ''));
    const address = prefix === '' || /^[a-z]+:\/\//.test(url) ? url : `${prefix.replace(/\/$/, '')}/${url}`;
    const params = new URLSearchParams(serialize(defaults.searchParams));
    for (const [name, value] of new URLSearchParams(serialize(options.searchParams))) params.set(name, value);
    const query = params.toString();
    const full = query === '' ? address : `${address.split('?')[0] ?? ''}?${query}`;
    record(createWireRequest('got', method ?? textOr(options.method, textOr(defaults.method, 'GET')), full, mergeHeaders(defaults.headers, options.headers)));
    return await Promise.resolve({ statusCode: 200, body: '' });
  };
  const verb = (method: string) => async (target: unknown, options: unknown) => await send(target, options, method);
  return Object.assign(async (target: unknown, options: unknown) => await send(target, options), {
    get: verb('GET'), post: verb('POST'), put: verb('PUT'), delete: verb('DELETE'),
    extend: (options: unknown) => createGot(record, { ...defaults, ...plain(options), headers: { ...plain(defaults.headers), ...plain(plain(options).headers) }, searchParams: plain(options).searchParams ?? defaults.searchParams }),
  });
}
