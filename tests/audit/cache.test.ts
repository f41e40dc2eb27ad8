import { rmSync, statSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { auditBothWays } from './audit-both-ways.ts';
import { ask, useTemporaryFolder } from './temporary.ts';
import type { Work } from './audit-both-ways.ts';

const folder = useTemporaryFolder();
const CLIENT = "export async function plexGet(plexUrl, path, plexToken) {\n  return (await fetch(plexUrl + path, { headers: { Accept: 'application/json', 'X-Plex-Token': plexToken }, signal: AbortSignal.timeout(5000) })).json();\n}\n";
const CALLER = "import { plexGet } from '#client';\nexport const hubs = (plexUrl, token) => plexGet(plexUrl, '/hubs', token);\n";
const PROJECT = {
  'package.json': '{ "name": "app", "imports": { "#client": "./src/client.js" } }',
  'src/client.js': CLIENT,
  'src/caller.js': CALLER,
  'src/alone.js': ask('/library/sectoins/all'),
  // a path of one segment is a sign only where an import has one
  'src/faint.js': "import { send } from './send.js';\nexport const hubs = () => send('/hubs');\n",
  'src/plain.js': 'export const one = 1;\n',
  'src/broken.js': 'export const = 1;\n',
};
const ALL = ['src/alone.js', 'src/caller.js', 'src/client.js'];

const audit = (...args: string[]): Promise<Work> => auditBothWays(join(folder.path(), 'app'), join(folder.path(), 'cache'), args);
const write = (files: Readonly<Record<string, string>>): void => folder.write(Object.fromEntries(Object.entries(files).map(([name, text]) => [`app/${name}`, text])));
const remove = (name: string): void => rmSync(join(folder.path(), 'app', name));

/** What an audit has to do after a change of a project that was audited. */
async function auditAfter(files: Readonly<Record<string, string>>): Promise<Work> {
  write(PROJECT);
  await audit();
  write(files);
  return audit();
}

describe('an audit with the cache gives what one without gives', () => {
  it('and reads nothing anew where nothing has changed', async () => {
    write(PROJECT);
    expect(await audit()).toMatchObject({ read: ALL, linted: ALL });
    expect(await audit()).toMatchObject({ read: [], linted: [] });
    // the same text, written anew
    write(PROJECT);
    expect(await audit()).toMatchObject({ read: [], linted: [] });
  });

  it.each([
    ['a file with no request', { 'src/plain.js': 'export const two = 2;\n' }],
    ['a file that gets a syntax error', { 'src/plain.js': 'export const one = ;\n' }],
    ['a file that is mended', { 'src/broken.js': 'export const one = 1;\n' }],
    ['a new file with no request', { 'src/new.js': 'export const one = 1;\n' }],
    ['a report beside the sources', { 'audit.json': '{}' }],
  ])('and reads no request anew after a change of %s', async (_, files) => {
    expect(await auditAfter(files)).toMatchObject({ read: [], linted: [] });
  });

  it('and lints one file after a change in it', async () => {
    const { read, linted, facts } = await auditAfter({ 'src/alone.js': ask('/library/sectoins/recent') });
    expect({ read, linted }).toEqual({ read: ALL, linted: ['src/alone.js'] });
    expect(facts.findings.map(({ message }) => message).join()).toContain('/library/sectoins/recent');
  });

  it('and lints the callers after a change of a wrapper', async () => {
    const { linted, facts } = await auditAfter({ 'src/client.js': CLIENT.replace(", signal: AbortSignal.timeout(5000)", '') });
    expect(linted).toEqual(['src/caller.js', 'src/client.js']);
    expect(facts.files.find(({ file }) => file === 'src/caller.js')?.sites[0]?.handling.timeout).toBe(false);
  });

  it('and sees that a line has moved in a file that a message names', async () => {
    const { linted, facts } = await auditAfter({ 'src/client.js': `\n\n${CLIENT}` });
    expect(linted).toEqual(['src/caller.js', 'src/client.js']);
    expect(facts.findings.map(({ message }) => message).join()).toContain('src/client.js:3');
  });

  it('and sees a comment that silences a finding, behind all that the file sends', async () => {
    const { linted, facts } = await auditAfter({ 'src/alone.js': `${PROJECT['src/alone.js']}/* eslint-disable plex-api/no-unknown-endpoint -- ours */\n` });
    expect(linted).toEqual(['src/alone.js']);
    expect(facts.accepted).toEqual([]);
    write({ 'src/alone.js': PROJECT['src/alone.js'].replace(/;\n/, '; // eslint-disable-line plex-api/no-unknown-endpoint -- ours\n').replace('5000', '1') });
    expect((await audit()).facts.accepted).toHaveLength(1);
  });

  it('and sees another line where every place is the same', async () => {
    write({ ...PROJECT, 'src/client.js': `// one\n${CLIENT}` });
    await audit();
    write({ 'src/client.js': `\n\n\n\n\n\n\n${CLIENT}` });
    const { linted, facts } = await audit();
    expect(linted).toEqual(['src/caller.js', 'src/client.js']);
    expect(facts.findings.map(({ message }) => message).join()).toContain('src/client.js:8');
  });

  it('and sees a type that is deeper than the facts are written out, in a file that only types lead to', async () => {
    const levels = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];
    const types = levels.map((name, i) => `export interface ${name} { inner?: ${levels[i + 1] ?? 'Leaf'} | null }`).join('\n');
    const schema = levels.reduce<object>((inner) => ({ type: 'object', properties: { inner } }), { type: 'object', properties: { name: { type: 'string' } } });
    write({
      'api.json': openApi('/library/sectoins/all', schema),
      'types.ts': `import type { Leaf } from './leaf.ts';\n${types}\n`,
      'leaf.ts': 'export interface Leaf { name: string }\n',
      'caller.ts': "import type { A } from './types.ts';\nexport async function all(plexUrl: string): Promise<A> {\n  const response = await fetch(`${plexUrl}/library/sectoins/all`, { signal: AbortSignal.timeout(5000) });\n  if (!response.ok) throw new Error('no');\n  return (await response.json()) as A;\n}\n",
    });
    const before = await audit('-d', 'api.json');
    write({ 'leaf.ts': 'export interface Leaf { name: number }\n' });
    const { linted, facts } = await audit('-d', 'api.json');
    expect(facts.files).toEqual(before.facts.files);
    expect(linted).toEqual(['caller.ts']);
    expect(facts.findings).toHaveLength(before.facts.findings.length + 1);
  });

  it.each([
    ['a file gets a clue', { 'src/plain.js': ask('/hubs') }, 'src/plain.js'],
    ['a new file sends', { 'src/new.js': ask('/hubs') }, 'src/new.js'],
    ['an import is found that was not', { 'src/send.js': "export const send = (url) => fetch(url, { headers: { 'X-Plex-Token': '' } });\n" }, 'src/faint.js'],
    ['the package leads an import elsewhere', { 'package.json': '{ "imports": { "#client": "./src/other.js" } }' }, 'src/caller.js'],
    ['a wrapper gets a syntax error', { 'src/client.js': `${CLIENT}}` }, 'src/caller.js'],
  ])('after %s', async (_, files, changed) => {
    const { linted } = await auditAfter(files);
    expect(linted).toContain(changed);
    expect(await audit()).toMatchObject({ read: [], linted: [] });
  });

  it('after a file has gone, and when it is back', async () => {
    write(PROJECT);
    await audit();
    remove('src/client.js');
    expect((await audit()).linted).toContain('src/caller.js');
    write(PROJECT);
    expect((await audit()).linted).toContain('src/caller.js');
  });

  it('after a change of what an importer makes a class with', async () => {
    const main = "import axios from 'axios';\nimport { PlexHubs } from './hubs.ts';\nexport const hubs = new PlexHubs(axios.create({ timeout: 5000 }));\n";
    write({ 'hubs.ts': "import type { AxiosInstance } from 'axios';\nexport class PlexHubs {\n  constructor(private readonly http: AxiosInstance) {}\n  all(plexUrl: string) { return this.http.get(`${plexUrl}/hubs`); }\n}\n", 'main.ts': main });
    await audit();
    write({ 'main.ts': main.replace('{ timeout: 5000 }', '') });
    const { linted, facts } = await audit();
    expect(linted).toEqual(['hubs.ts', 'main.ts']);
    expect(facts.files[0]?.sites[0]?.handling.timeout).toBe(false);
  });

  const ROOT = "import { root } from '@/root';\nexport const all = (plexUrl: string) => fetch(`${plexUrl}/${root}/all`);\n";
  const PATHS = JSON.stringify({ compilerOptions: { paths: { '@/*': ['./b/*', './a/*'] } } });
  const A = "export const root = 'a';\n";
  it.each([
    ['the file that an import means', { 'tsconfig.json': PATHS, 'a/root.ts': A }, { 'a/root.ts': A.replace("'a'", "'b'") }],
    ['a file before it', { 'tsconfig.json': PATHS, 'a/root.ts': A }, { 'b/root.ts': A.replace("'a'", "'b'") }],
    ['the paths of a tsconfig', { 'tsconfig.json': PATHS.replace('./b/*', './c/*'), 'a/root.ts': A, 'b/root.ts': A.replace("'a'", "'b'") }, { 'tsconfig.json': PATHS }],
    ['what a tsconfig extends', { 'tsconfig.json': '{ "extends": "./base.json" }', 'base.json': PATHS.replace('./b/*', './c/*'), 'a/root.ts': A, 'b/root.ts': A.replace("'a'", "'b'") }, { 'base.json': PATHS }],
    ['a tsconfig that was not there', { 'a/root.ts': A, 'b/root.ts': A.replace("'a'", "'b'") }, { 'tsconfig.app.json': PATHS }],
  ])('after a change of %s', async (_, before, after) => {
    write({ 'src/caller.ts': ROOT, ...before });
    const { facts } = await audit();
    expect(JSON.stringify(facts.files)).not.toContain('"b"');
    write(after);
    const again = await audit();
    expect(again.linted).toEqual(['src/caller.ts']);
    expect(JSON.stringify(again.facts.files)).toContain('"b"');
  });

  it.each([
    ['the entry of a package of the workspace', { 'packages/api/package.json': '{ "name": "@", "main": "two.js" }' }],
    ['the packages of the workspace', { 'packages/a-new-one/package.json': '{ "name": "@", "main": "../api/two.js" }' }],
  ])('after a change of %s', async (_, after) => {
    write({ 'package.json': '{ "workspaces": ["packages/*"] }', 'packages/api/package.json': '{ "name": "@", "main": "one.js" }', 'packages/api/one.js': A, 'packages/api/two.js': A.replace("'a'", "'b'"), 'src/caller.ts': ROOT.replace('@/root', '@') });
    expect(JSON.stringify((await audit()).facts.files)).not.toContain('"b"');
    write(after);
    expect(JSON.stringify((await audit()).facts.files)).toContain('"b"');
  });

  it('after a link of node_modules leads elsewhere', async () => {
    write({ 'one/index.js': A, 'two/index.js': A.replace("'a'", "'b'"), 'src/caller.ts': ROOT.replace('@/root', 'api'), 'node_modules/x.txt': '' });
    const link = join(folder.path(), 'app/node_modules/api');
    for (const [to, value] of [['one', '"a"'], ['two', '"b"']] as const) {
      rmSync(link, { force: true });
      symlinkSync(join(folder.path(), 'app', to), link, 'junction');
      expect(JSON.stringify((await audit()).facts.files)).toContain(value);
    }
  });

  it('after a file was replaced by one of the same size and times', async () => {
    write(PROJECT);
    await audit();
    const file = join(folder.path(), 'app/src/caller.js');
    const { atime, mtime, size } = statSync(file);
    write({ 'src/caller.js': CALLER.replace('/hubs', '/hubz') });
    utimesSync(file, atime, mtime);
    expect(statSync(file).size).toBe(size);
    expect((await audit()).linted).toEqual(['src/caller.js']);
  });

  it('after a change of what it is judged by', async () => {
    write({ ...PROJECT, 'api.json': openApi('/library/sectoins/all'), 'settings.json': '{}', 'more.json': '{ "hosts": { "a.lan": "none" } }' });
    await audit();
    expect((await audit('-d', 'plex-tv')).linted).not.toEqual([]);
    expect((await audit('-d', 'api.json')).linted).not.toEqual([]);
    write({ 'api.json': openApi('/library/sectoins/new') });
    expect((await audit('-d', 'api.json')).linted).not.toEqual([]);
    expect((await audit('--settings', 'settings.json')).linted).not.toEqual([]);
    expect((await audit('--settings', 'more.json')).linted).not.toEqual([]);
  });

  it('for shards, each with a cache of its own', async () => {
    write(PROJECT);
    for (const shard of ['1/2', '2/2']) expect((await audit('--shard', shard)).linted).not.toEqual([]);
    for (const shard of ['1/2', '2/2']) expect(await audit('--shard', shard)).toMatchObject({ read: [], linted: [] });
  });

  it('where the clients of the settings make every file one that may send', async () => {
    write({ ...PROJECT, 'settings.json': JSON.stringify({ clients: [{ name: 'ours', modules: ['our-client'], call: { args: ['url'] } }] }) });
    await audit('--settings', 'settings.json');
    write({ 'src/plain.js': 'export const = 2;\n' });
    expect((await audit('--settings', 'settings.json')).linted).toEqual([]);
  });
});

function openApi(path: string, schema: object = {}): string {
  return JSON.stringify({ openapi: '3.1.0', info: { title: 'Plex', version: '1' }, servers: [{ url: 'http://plex.lan' }], paths: { [path]: { get: { responses: { 200: { description: 'ok', content: { 'application/json': { schema } } } } } } } });
}
