import { describe, expect, it } from 'vitest';
import { namesIn, siteIn } from './memory-loader.ts';

const headersOf = (code: string): string => namesIn(siteIn(code).headers);

describe('headers', () => {
  it('come from a function that builds them', () => {
    expect(headersOf("const headers = (token: string) => ({ Accept: 'application/json', 'X-Plex-Token': token });\nexport const send = (token: string) => fetch(`${base}/hubs`, { headers: { ...headers(token), 'X-Plex-Product': 'x' } });")).toBe('Accept&X-Plex-Token&X-Plex-Product');
  });

  it('come from a getter of the class', () => {
    expect(headersOf("export class Api { get headers() { return { Accept: 'application/json' }; } send() { return fetch(`${this.base}/hubs`, { headers: this.headers }); } }")).toBe('Accept');
  });

  it('are those of Headers, set one by one', () => {
    expect(headersOf("export function send(token?: string) { const headers = new Headers({ Accept: 'application/json' }); headers.set('X-A', '1'); if (token) headers.append('X-Plex-Token', token); headers.delete('x-a'); return fetch(`${base}/hubs`, { headers }); }")).toBe('Accept&X-Plex-Token?');
  });

  it('are those of pairs', () => {
    expect(headersOf("export const send = () => fetch(`${base}/hubs`, { headers: [['Accept', 'application/json'], ['X-A', '1']] });")).toBe('Accept&X-A');
  });

  it('are open when an unknown object is spread', () => {
    expect(headersOf("export const send = (extra: object) => fetch(`${base}/hubs`, { headers: { Accept: 'application/json', ...extra } });")).toBe('Accept&…');
  });

  it('keep the later of two values, without regard to case', () => {
    const site = siteIn("import axios from 'axios';\nconst api = axios.create({ baseURL: base, headers: { accept: 'text/xml' } });\nexport const send = () => api.get('/hubs', { headers: { Accept: 'application/json' } });");
    expect(site.headers.entries.map(({ name, values }) => [name, values?.flatMap((text) => text.map((part) => (part.kind === 'literal' ? part.text : '')))])).toEqual([['Accept', ['application/json']]]);
  });

  it('of the caller are dropped by a wrapper that sets its own last', () => {
    expect(headersOf("const send = (path, options = {}) => fetch(base + path, { ...options, headers: { Accept: 'application/json' } });\nexport const hubs = () => send('/hubs', { headers: { 'X-Plex-Token': token } });")).toBe('Accept');
  });

  it('of the caller are merged by a wrapper that spreads them', () => {
    expect(headersOf("const send = (path, options = {}) => fetch(base + path, { ...options, headers: { Accept: 'application/json', ...options.headers } });\nexport const hubs = () => send('/hubs', { headers: { 'X-Plex-Token': token } });")).toBe('Accept&X-Plex-Token');
  });

  it('are added by an interceptor', () => {
    expect(headersOf("import axios from 'axios';\nconst api = axios.create({ baseURL: base });\napi.interceptors.request.use((config) => { config.headers['X-Plex-Token'] = token; return config; });\nexport const hubs = () => api.get('/hubs');")).toBe('X-Plex-Token');
  });

  it('are added by an interceptor that is declared apart, with a parameter', () => {
    const site = siteIn("import axios from 'axios';\nfunction identify(config) { config.headers.set('X-A', '1'); config.params = { ...config.params, lang: 'en' }; return config; }\nconst api = axios.create({ baseURL: base });\napi.interceptors.request.use(identify);\nexport const hubs = () => api.get('/hubs', { params: { count: 1 } });");
    expect(namesIn(site.headers)).toBe('X-A');
    expect(namesIn(site.query).split('&').toSorted()).toEqual(['count', 'lang']);
  });

  it('of the defaults apply to all requests of the package', () => {
    expect(headersOf("import axios from 'axios';\naxios.defaults.headers.common['X-Plex-Token'] = token;\nexport const hubs = () => axios.get(base + '/hubs');")).toBe('X-Plex-Token');
  });

  it('with an undefined value are not sent by axios, and only sometimes if they may be undefined', () => {
    expect(headersOf("import axios from 'axios';\nexport const hubs = (token?: string) => axios.get(base + '/hubs', { headers: { A: undefined, ...(token ? { 'X-Plex-Token': token } : {}) } });")).toBe('X-Plex-Token?');
  });

  it('that a client adds by itself have the values of its options', () => {
    const code = "import PlexAPI from 'plex-api';\nconst client = new PlexAPI({ hostname: 'h', options: { identifier: settings.clientId, product: 'Shelf' } });\nexport const send = () => client.query('/hubs');";
    const entryOf = (name: string): unknown => siteIn(code).headers.entries.find((entry) => entry.name === name);
    expect(entryOf('X-Plex-Client-Identifier')).toMatchObject({ presence: 'always', values: [[{ words: ['settings', 'clientId'] }]] });
    expect(entryOf('X-Plex-Product')).toMatchObject({ values: [[{ kind: 'literal', text: 'Shelf' }]] });
    expect(entryOf('X-Plex-Device')).toMatchObject({ values: [[{ kind: 'hole' }]] });
  });
});
