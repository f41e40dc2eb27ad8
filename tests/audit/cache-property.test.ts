import { rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { auditBothWays } from './audit-both-ways.ts';
import { ask, useTemporaryFolder } from './temporary.ts';

const folder = useTemporaryFolder();

/** The texts that each file can have; null: it is not there. What one says changes what is known of others, in both directions. */
const FILES: Readonly<Record<string, readonly (string | null)[]>> = {
  'tsconfig.json': [
    '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }',
    '{ "compilerOptions": { "paths": { "@/*": ["./lib/*", "./src/*"] } } }',
    '{ "extends": "./tsconfig.base.json" }',
    null,
  ],
  'tsconfig.base.json': ['{ "compilerOptions": { "baseUrl": ".", "paths": { "@/*": ["lib/*"] } } }', '{}', null],
  'package.json': ['{ "name": "app", "workspaces": ["packages/*"] }', '{ "name": "app", "imports": { "#api": "./src/client.ts" } }', '{'],
  'packages/api/package.json': ['{ "name": "@my/api", "main": "index.ts" }', '{ "name": "@my/api", "exports": "./other.ts" }', null],
  'packages/api/index.ts': ["export * from '../../src/client.ts';\n", "export { PlexClient as PlexClient, plexGet } from '../../lib/client.ts';\n", null],
  'packages/api/other.ts': ["export const plexGet = (path: string) => fetch(path, { headers: { Accept: 'text/xml' } });\n", null],
  'src/client.ts': [clientWith("'application/json'", '/library'), clientWith("'text/xml'", ''), `// moved\n\n${clientWith("'application/json'", '')}`, `${clientWith("'application/json'", '')}}`, null],
  'lib/client.ts': [null, clientWith('token', '/hubs'), "export * from '../src/client.ts';\n", 'export const plexGet = ;\n'],
  'src/types.ts': ['export interface Item { ratingKey: string; children?: Item[] }\n', 'export interface Item { ratingKey: number; titel?: string | null }\n', "export type { Item } from './more-types';\n", null],
  'src/more-types.ts': ['export interface Item { key: boolean }\n', null],
  'src/caller.ts': [
    "import { plexGet } from '@/client';\nexport const all = () => plexGet('/sections/1/all');\n",
    "import { plexGet } from '#api';\nimport type { Item } from './types';\nexport async function all(): Promise<Item[]> { return (await (await plexGet('/library/sections/all')).json()) as Item[]; }\n",
    "import { plexGet } from '@my/api';\nexport const all = async (token: string) => { const answer = await plexGet(`/status/sessions?X-Plex-Token=${token}`); console.log(answer, token); };\n",
  ],
  // makes what the class of another file sends with
  'src/main.ts': ["import { PlexClient } from '@/client';\nexport const client = new PlexClient({ timeout: 5 }, 'https://plex.lan');\nclient.get('/identity');\n", "import { PlexClient } from '@/client';\nexport const client = new PlexClient({}, 'https://plex.tv');\n", null],
  // a path of one segment is a sign only where the imported file has one
  'src/hubs.ts': ["import { Base } from './base';\nexport class Hubs extends Base { all() { return this.get('/hubs'); } }\n", "import { Base } from './base';\nexport class Hubs extends Base { all() { return this.get('/search'); } }\n"],
  'src/base.ts': ["export class Base { get(path: string) { return fetch('http://plex.lan:32400' + path); } }\n", "export class Base { get(path: string) { return fetch('http://other.lan' + path); } }\n", null],
  'src/globals.ts': ["import axios from 'axios';\naxios.defaults.baseURL = 'http://plex.lan:32400';\n", "globalThis.plexToken = 'x';\n", "import axios from 'axios';\n// plex-api: none\nexport const get = () => axios.get('/library/sections');\n", null],
  'src/axios.ts': ["import axios from 'axios';\nexport const sections = (plexUrl: string) => axios.get('/library/sections', { headers: { 'X-Plex-Token': globalThis.plexToken } });\n", null],
  'src/plain.ts': ['export const one = 1;\n', 'export const one = ;\n', ask('/library/sectoins/all'), null],
};
const NAMES = Object.keys(FILES);

function clientWith(accept: string, prefix: string): string {
  return `export class PlexClient {
  constructor(private readonly options: object, private readonly plexUrl: string) {}
  get(path: string) { return fetch(this.plexUrl + path, this.options); }
}
export async function plexGet(path: string, token = '') {
  return await fetch(process.env.PLEX_URL + '${prefix}' + path, { headers: { Accept: ${accept}, 'X-Plex-Token': token } });
}
`;
}

function put(name: string, choice: number): void {
  const texts = FILES[name] ?? [];
  const text = texts[choice % texts.length] ?? null;
  if (text === null) rmSync(join(folder.path(), 'app', name), { force: true });
  else folder.write({ [`app/${name}`]: text });
}

it('an audit with the cache gives what one without gives, whatever was changed since', async () => {
  const change = fc.array(fc.tuple(fc.constantFrom(...NAMES), fc.nat({ max: 4 })), { minLength: 1, maxLength: 3 });
  let requests = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat({ max: 4 }), { minLength: NAMES.length, maxLength: NAMES.length }), fc.array(change, { minLength: 3, maxLength: 8 }), async (start, changes) => {
      NAMES.forEach((name, i) => { put(name, start[i] ?? 0); });
      for (const step of [[], ...changes]) {
        for (const [name, choice] of step) put(name, choice);
        const { facts } = await auditBothWays(join(folder.path(), 'app'), join(folder.path(), 'cache'));
        requests += facts.files.reduce((sum, { sites }) => sum + sites.length, 0);
      }
    }),
    { numRuns: Number(process.env.PLEX_LINT_CACHE_RUNS ?? 8) },
  );
  expect(requests).toBeGreaterThan(50);
}, 600_000);
