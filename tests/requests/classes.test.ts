import { describe, expect, it } from 'vitest';
import { lineOf, linesIn, namesIn, siteIn } from './memory-loader.ts';

describe('classes', () => {
  it('send by a method of their own', () => {
    expect(linesIn("export class Plex { constructor(url) { this.url = url; } request(path, method = 'GET') { return fetch(`${this.url}${path}`, { method }); } hubs() { return this.request('/hubs'); } mark() { return this.request('/:/scrobble', 'PUT'); } }", 'main.js')).toEqual(['GET /hubs', 'PUT /:/scrobble']);
  });

  it('inherit over files what the base was given', () => {
    const files = {
      'main.ts': "import { ExternalApi } from './external-api';\nexport class PlexTv extends ExternalApi { constructor(token: string) { super('https://plex.tv', { headers: { 'X-Plex-Token': token } }); } user() { return this.get('/api/v2/user'); } }",
      'external-api.ts': "import axios from 'axios';\nexport class ExternalApi { protected axios; constructor(baseURL: string, options: object) { this.axios = axios.create({ baseURL, timeout: 1000, ...options }); } protected async get(path: string) { return (await this.axios.get(path)).data; } }",
    };
    const site = siteIn(files, 'main.ts');
    expect(lineOf(site)).toBe('GET /api/v2/user');
    expect(site.base.host).toBe('plex.tv');
    expect(namesIn(site.headers)).toBe('X-Plex-Token');
    expect(site.handling).toMatchObject({ status: 'thrown', timeout: true });
  });

  it('override a method', () => {
    expect(linesIn("class Base { prefix() { return '/library'; } all() { return fetch(`${this.url}${this.prefix()}/all`); } }\nexport class Mine extends Base { prefix() { return '/hubs'; } }\nexport const send = (url) => new Mine(url).all();", 'main.js')).toContain('GET /hubs/all');
  });

  it('have abstract members', () => {
    expect(linesIn("abstract class Resource { abstract path: string; constructor(private url: string) {} list() { return fetch(this.url + this.path); } }\nexport class Playlists extends Resource { path = '/playlists'; }")).toEqual(['GET /playlists']);
  });

  it('have statics and private members', () => {
    expect(linesIn("export class Plex { static PATH = '/identity'; #url = 'http://plex'; #send(path) { return fetch(this.#url + path); } identity() { return this.#send(Plex.PATH); } }", 'main.js')).toEqual(['GET /identity']);
  });

  it('are made elsewhere, and known by a singleton that init sets', () => {
    const files = {
      'main.ts': "import { getClient } from './client';\nexport async function hubs() { const client = await getClient(); return client.get('/hubs'); }",
      'client.ts': "export class Client { constructor(private readonly url: string) {} get(path: string) { return fetch(this.url + path); } }\nlet client: Client | null = null;\nexport async function getClient() { if (client === null) client = new Client('http://plex:32400'); return client; }",
    };
    const site = siteIn(files, 'main.ts');
    expect(lineOf(site)).toBe('GET /hubs');
    expect(site.base.host).toBe('plex:32400');
  });

  it('are known by the type of a parameter', () => {
    const files = { 'main.ts': "import type { Client } from './client';\nexport const hubs = (client: Client) => client.get('/hubs');", 'client.ts': "export class Client { get(path: string) { return fetch(this.url + path); } }" };
    expect(linesIn(files, 'main.ts')).toEqual(['GET /hubs']);
  });

  it('are the one implementation of an interface', () => {
    const files = { 'main.ts': "import type { Client } from './client';\nexport class Service { constructor(private readonly client: Client) {} hubs() { return this.client.get('/hubs'); } }", 'client.ts': "export interface Client { get(path: string): unknown }\nexport class FetchClient implements Client { get(path: string) { return fetch(this.url + path); } }" };
    expect(linesIn(files, 'main.ts')).toEqual(['GET /hubs']);
  });

  it('are reached by brackets', () => {
    expect(linesIn("import PlexAPI from 'plex-api';\nclass Own { plexClient = new PlexAPI({ hostname: 'h' }); }\nexport const send = (own: Own) => own['plexClient'].query('/identity');")).toEqual(['GET /identity']);
  });

  it('take one object for the arguments', () => {
    const site = siteIn("import PlexAPI from 'plex-api';\nexport class Library { client = new PlexAPI({ hostname: 'h', timeout: 5 }); page(id: string, size: number) { return this.client.query({ uri: `/library/sections/${id}/all`, extraHeaders: { 'X-Plex-Container-Size': String(size) } }); } }");
    expect(lineOf(site)).toBe('GET /library/sections/{}/all');
    expect(site.headers.entries.map(({ name }) => name)).toContain('X-Plex-Container-Size');
    expect(site.handling.timeout).toBe(true);
  });
});

describe('what all constructions in sight give a class', () => {
  const resource = "export class Resource { constructor(protected ctx: { url: string; headers: Record<string, string> }) {} hubs() { return fetch(`${this.ctx.url}/hubs`, { headers: this.ctx.headers }); } }";

  it('is what its methods send, wherever it is made', () => {
    const files = { 'resource.ts': resource, 'server.ts': "import { Resource } from './resource';\nexport class Server { readonly resource: Resource; constructor(url: string, token?: string) { this.resource = new Resource({ url, headers: { Accept: 'application/json', ...(token && { 'X-Plex-Token': token }) } }); } }" };
    const site = siteIn(files, 'resource.ts', {}, ['server.ts']);
    expect(namesIn(site.headers)).toBe('Accept&X-Plex-Token?');
  });

  it('is joined', () => {
    const files = { 'resource.ts': resource, 'a.ts': "import { Resource } from './resource';\nexport const a = (url: string) => new Resource({ url, headers: { Accept: 'application/json', 'X-Plex-Token': 't' } });", 'b.ts': "import { Resource } from './resource';\nexport const b = new Resource({ url: 'http://b', headers: { Accept: 'application/xml' } });" };
    const site = siteIn(files, 'resource.ts', {}, ['a.ts', 'b.ts']);
    expect(namesIn(site.headers)).toBe('Accept&X-Plex-Token?');
  });

  it('is open when one of them is not known', () => {
    const files = { 'resource.ts': resource, 'a.ts': "import { Resource } from './resource';\nexport const a = (ctx) => new Resource(ctx);", 'b.ts': "import { Resource } from './resource';\nexport const b = new Resource({ url: 'http://b', headers: { Accept: 'application/xml' } });" };
    expect(namesIn(siteIn(files, 'resource.ts', {}, ['a.ts', 'b.ts']).headers)).toBe('…');
  });
});
