import { describe, expect, it } from 'vitest';
import { lineOf, linesIn, requestsIn, siteIn } from './memory-loader.ts';

const API = "async function request(path, options = {}) { const response = await fetch(`${plexUrl}${path}`, options); if (!response.ok) throw new Error(String(response.status)); return response.json(); }\n";

describe('a function that sends what its caller names', () => {
  it('is no site itself: its callers are', () => {
    const text = `${API}export const hubs = () => request('/hubs');\nexport const remove = (id) => request(\`/playlists/\${id}\`, { method: 'DELETE' });`;
    const sites = requestsIn(text, 'main.js');
    expect(sites.map(lineOf)).toEqual(['GET /hubs', 'DELETE /playlists/{}']);
    expect(sites.map(({ via }) => via.map(({ name }) => name))).toEqual([['request'], ['request']]);
    expect(sites.every(({ handling }) => handling.status === 'checked')).toBe(true);
  });

  it('is a site where it knows a segment, whatever its caller fills in', () => {
    expect(linesIn("const item = (id) => fetch(`${base}/library/metadata/${id}`);\nexport const one = () => item(1);\nexport const two = () => item('2');", 'main.js')).toEqual(['GET /library/metadata/{}']);
  });

  it('goes on to the caller when what it is given is the rest of the path', () => {
    expect(linesIn("const library = (rest) => fetch(`${base}/library${rest}`);\nexport const one = () => library('/sections');", 'main.js')).toEqual(['GET /library/sections']);
  });

  it('may take the method by position', () => {
    expect(linesIn("const send = (url, token, method = 'GET') => fetch(url, { method, headers: { 'X-Plex-Token': token } });\nexport const mark = () => send(base + '/:/scrobble', t, 'PUT');\nexport const read = () => send(base + '/hubs', t);", 'main.js')).toEqual(['PUT /:/scrobble', 'GET /hubs']);
  });

  it('may take one object', () => {
    expect(linesIn("const plexFetch = ({ path, method = 'GET', params = {} }) => fetch(`${base}${path}?${new URLSearchParams(params)}`, { method });\nexport const all = () => plexFetch({ path: '/library/all', params: { type: 1 } });\nexport const stop = () => plexFetch({ path: '/status/sessions/terminate', method: 'POST' });", 'main.js')).toEqual(['GET /library/all?type', 'POST /status/sessions/terminate']);
  });

  it('may wrap a wrapper', () => {
    const [site] = requestsIn(`${API}const get = (path) => request(path, { method: 'GET' });\nexport const hubs = () => get('/hubs');`, 'main.js');
    expect(site?.via.map(({ name }) => name)).toEqual(['get', 'request']);
  });

  it('may be made by a factory', () => {
    expect(linesIn("const create = (base) => ({ get: (path) => fetch(base + path), put: (path) => fetch(base + path, { method: 'PUT' }) });\nconst plex = create('http://plex:32400');\nexport const hubs = () => plex.get('/hubs');\nexport const mark = () => plex.put('/:/scrobble');", 'main.js')).toEqual(['GET /hubs', 'PUT /:/scrobble']);
  });

  it('may send by a function that is injected with a default', () => {
    expect(linesIn("export const send = (fetchImpl = fetch) => fetchImpl(base + '/hubs');", 'main.js')).toEqual(['GET /hubs']);
  });

  it('names one path twice as one site, whose facts are those of both', () => {
    const site = siteIn("async function get(path) { const first = await fetch(base + path, { headers: { A: '1', B: '2' } }); if (first.status !== 401) return first; return fetch(base + path, { headers: { A: '1' } }); }\nexport const hubs = () => get('/hubs');", 'main.js');
    expect(site.headers.entries.map(({ name, presence }) => `${name} ${presence}`)).toEqual(['A always', 'B maybe']);
  });

  it('has the path in a default parameter', () => {
    expect(linesIn("const list = (path = '/playlists') => fetch(base + path);\nexport const one = () => list();\nexport const two = () => list('/hubs');", 'main.js')).toContain('GET /hubs');
    expect(linesIn("const list = (path = '/playlists') => fetch(base + path);\nexport const one = () => list();", 'main.js')).toEqual(['GET /playlists']);
  });
});

describe('callbacks given to wrappers', () => {
  it('send what they send', () => {
    const site = siteIn("async function withRetry(action) { for (let attempt = 0; attempt < 3; attempt++) { try { return await action(); } catch (error) { if (attempt === 2) throw error; } } }\nexport const hubs = () => withRetry(() => fetch(`${base}/hubs`));", 'main.js');
    expect(lineOf(site)).toBe('GET /hubs');
    expect(site.handling.retry).toBe(true);
  });

  it('go through packages', () => {
    const site = siteIn("import pRetry from 'p-retry';\nexport const hubs = () => pRetry(() => fetch(`${base}/hubs`), { retries: 3 });");
    expect(site.handling.retry).toBe(true);
  });

  it('go through a limiter', () => {
    expect(linesIn("import Bottleneck from 'bottleneck';\nconst limiter = new Bottleneck();\nexport const hubs = () => limiter.schedule(() => fetch(`${base}/hubs`));")).toEqual(['GET /hubs']);
  });

  it('are told the path by the wrapper', () => {
    expect(linesIn("const each = (action) => ['/hubs', '/identity'].forEach((path) => action(path));\nexport const send = () => each((path) => fetch(base + path));", 'main.js')).toEqual(['GET /hubs', 'GET /identity']);
  });
});

describe('a URL object given to a wrapper', () => {
  it('is completed where it is made', () => {
    const program = "const send = (url: URL) => fetch(url);\nexport const hubs = (base: string) => send(new URL('/hubs', base));";
    expect(linesIn(program)).toEqual(['GET /hubs']);
    expect(siteIn(program).via.map(({ name }) => name)).toEqual(['send']);
  });

  it('may have any query when nothing of it is known', () => {
    const program = "export async function GET(req: Request) { const { searchParams } = new URL(req.url); if (!searchParams.get('id')) return null; return fetch(`http://plex/hubs/${searchParams.get('id')}`); }";
    expect(linesIn(program)).toEqual(['GET /hubs/{}']);
  });

  it('has no path when something unknown follows an unknown base', () => {
    const program = "export const children = (settings: any, item: any) => fetch(`${settings.url}${item.key}/children`);\nexport const hubs = (settings: any) => fetch(`${settings.protocol}${settings.host}/hubs`);";
    expect(linesIn(program)).toEqual(['GET /hubs']);
  });
});

describe('a closure that a function makes for a path', () => {
  const make = 'const make = (action) => async (id) => fetch(`${plexUrl}/library/metadata/${id}/${action}`);\n';

  it.each([
    ['exported', "export const analyze = make('analyze');\nexport const match = make('match');"],
    ['put into an object', "export const all = { analyze: make('analyze'), match: make('match') };"],
    ['made for each of a list', "export const all = ['analyze', 'match'].map((action) => make(action));"],
    ['handed to somebody', "onClick(make('analyze'));\nonClick(make('match'));"],
  ])('is a site where the path is complete: %s', (_, text) => {
    expect(linesIn(make + text, 'main.js')).toEqual(['GET /library/metadata/{}/analyze', 'GET /library/metadata/{}/match']);
  });

  it('is one site with what its own module calls it for, and none of the module that imports it', () => {
    expect(linesIn(`${make}const analyze = make('analyze');\nexport const one = () => analyze('1');`, 'main.js')).toEqual(['GET /library/metadata/1/analyze']);
    const files = { 'make.js': `${make}export const analyze = make('analyze');`, 'main.js': "import { analyze } from './make.js';\nexport const go = (id) => analyze(id);" };
    expect(linesIn(files, 'make.js')).toEqual(['GET /library/metadata/{}/analyze']);
    expect(linesIn(files, 'main.js')).toEqual([]);
  });

  it('is looked at for each call of what registers it', () => {
    const text = "function route(action) { app.post(`/api/${action}`, async (req) => { await fetch(`${plexUrl}/library/metadata/${req.params.id}/${action}`); }); }\nroute('analyze');\nroute('match');";
    expect(linesIn(text, 'main.js')).toEqual(['GET /library/metadata/{}/analyze', 'GET /library/metadata/{}/match']);
  });
});
