import { describe, expect, it } from 'vitest';
import { createEngine } from '../../requests/create-engine.ts';
import { lineOf, linesIn, memoryLoader, requestsIn, siteIn } from './memory-loader.ts';

const API = "export async function get(path) { return fetch(`${process.env.PLEX_URL}${path}`); }\nexport const PATHS = { hubs: '/hubs' };\nexport default get;\n";

describe('what is imported', () => {
  it.each([
    ['by name', "import { get, PATHS } from './api';\nexport const send = () => get(PATHS.hubs);"],
    ['under another name', "import { get as load, PATHS as all } from './api';\nexport const send = () => load(all.hubs);"],
    ['as default', "import load from './api';\nexport const send = () => load('/hubs');"],
    ['as namespace', "import * as api from './api';\nexport const send = () => api.get(api.PATHS.hubs);"],
    ['by await import', "export const send = async () => { const { get } = await import('./api'); return get('/hubs'); };"],
    ['through an index', "import { get } from './index';\nexport const send = () => get('/hubs');"],
    ['through export *', "import { get } from './all';\nexport const send = () => get('/hubs');"],
    ['through a new name', "import { load } from './renamed';\nexport const send = () => load('/hubs');"],
  ])('%s', (_, main) => {
    const files = { 'main.js': main, 'api.js': API, 'index.js': "export { get } from './api';", 'all.js': "export * from './index';", 'renamed.js': "export { get as load } from './all';" };
    expect(linesIn(files, 'main.js')).toEqual(['GET /hubs']);
  });

  it.each([
    ['exports.name', "exports.get = (path) => fetch(base + path);"],
    ['module.exports of an object', "const get = (path) => fetch(base + path);\nmodule.exports = { get };"],
    ['module.exports.name', "module.exports.get = function (path) { return fetch(base + path); };"],
  ])('by require: %s', (_, api) => {
    expect(linesIn({ 'main.js': "const { get } = require('./api');\nconst api = require('./api');\nexports.send = () => get('/hubs');\nexports.mark = () => api.get('/identity');", 'api.js': api }, 'main.js')).toEqual(['GET /hubs', 'GET /identity']);
  });

  it('gives an answer on a cycle of imports', () => {
    expect(linesIn({ 'main.js': "import { path } from './other';\nexport const root = '/library';\nexport const send = () => fetch(base + path());", 'other.js': "import { root } from './main';\nexport const path = () => `${root}/all`;" }, 'main.js')).toEqual(['GET /library/all']);
  });

  it('reports at the import what the imported file does not complete, with the place of both', () => {
    const files = { 'main.js': "import { get } from './api';\nexport const send = () => get('/hubs');", 'api.js': API };
    const site = siteIn(files, 'main.js');
    expect(site.place.file).toBe('/app/main.js');
    expect(site.send.file).toBe('/app/api.js');
    expect(site.via).toMatchObject([{ name: 'get', place: { file: '/app/api.js' } }]);
  });

  it('does not report twice what the imported file completes by itself', () => {
    const files = { 'main.js': "import { hubs } from './api';\nexport const send = () => hubs();", 'api.js': "export const hubs = () => fetch(base + '/hubs');" };
    expect(requestsIn(files, 'main.js')).toEqual([]);
    expect(linesIn(files, 'api.js')).toEqual(['GET /hubs']);
  });

  it('keeps an instance that another module made', () => {
    const files = { 'main.ts': "import { plex } from './plex';\nexport const hubs = () => plex.get('/hubs');", 'plex.ts': "import axios from 'axios';\nexport const plex = axios.create({ baseURL: 'http://plex:32400', headers: { Accept: 'application/json' } });" };
    const site = siteIn(files, 'main.ts');
    expect(site.base.host).toBe('plex:32400');
    expect(site.headers.entries.map(({ name }) => name)).toEqual(['Accept']);
  });
});

it.each([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14])('answers the same for a module that was met before at the end of %i imports', (length) => {
  const links = Array.from({ length }, (_, i) => [`m${String(i)}.js`, `import { start as next } from './m${String(i + 1)}.js';\nlet made = null;\nfunction init() { made = next(); }\nexport function start() { init(); return made; }`] as const);
  const files = {
    ...Object.fromEntries(links),
    [`m${String(length)}.js`]: "import { Client } from './client.js';\nlet client = null;\nfunction init() { client = new Client('/hubs'); }\nexport function start() { init(); return client; }\nexport const hubs = () => new Client('/hubs').send();",
    'client.js': 'export class Client { constructor(path) { this.path = path; } send() { return fetch(plexUrl + this.path); } }',
  };
  const loader = memoryLoader(files);
  const engine = createEngine(loader);
  const sitesOf = (file: string): readonly string[] => {
    const module = loader.load(`/app/${file}`);
    return module === null ? [] : engine.requestsOf(module).map(lineOf);
  };
  sitesOf('m0.js');
  expect(sitesOf(`m${String(length)}.js`)).toEqual(['GET /hubs']);
});
