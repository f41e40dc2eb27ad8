import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Linter } from 'eslint';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import plugin from '../../rules/index.ts';

let folder: string;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'plex-api-declared-')));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const CLIENTS = [{ name: 'link', modules: ['./link.js'], types: ['Link'], description: 'plex-media-server', members: { read: { method: 'GET', args: ['url'] } } }];
const USE = "import { Link } from './link.js';\nexport const f = () => new Link().read('/no/such/path');\n";
const UNREADABLE = 'export class Link { read(path) { return globalThis.channel.post(path); } }\n';

describe('clients in the settings', () => {
  it('are recognised in a linted file, as long as the settings have them', () => {
    write({ 'link.js': UNREADABLE, 'main.js': USE });
    expect(lint('main.js', { clients: CLIENTS })).toEqual(['Plex Media Server has no /no/such/path.']);
    expect(lint('main.js', {})).toEqual([]);
    expect(lint('main.js', { clients: [{ ...CLIENTS[0], description: 'none' }] })).toEqual([]);
  });
});

describe('packages in the settings', () => {
  it('are read although they are in node_modules', () => {
    write({
      'node_modules/@my/wire/package.json': '{ "name": "@my/wire", "main": "index.js" }',
      'node_modules/@my/wire/index.js': 'export const wire = (path) => fetch(`${process.env.PLEX_URL}${path}`, { method: "GET" });\n',
      'main.js': "import { wire } from '@my/wire';\n// asks Plex\nexport const f = () => wire('/no/such/path');\n",
    });
    expect(lint('main.js', {})).toEqual([]);
    expect(lint('main.js', { packages: ['@my/wire'] })).toEqual(['Plex Media Server has no /no/such/path.']);
  });
});

describe('hosts and names in the settings', () => {
  const CODE = "export const f = () => fetch(`http://media.lan:8096/no/such/path`);\nexport const g = (shelf) => shelfFetch('/no/such/path');\nfunction shelfFetch(path) { return fetch(base + path); }\n";

  it('say that a host is a described API, where nothing else does', () => {
    write({ 'main.js': CODE });
    expect(lint('main.js', {})).toEqual([]);
    expect(lint('main.js', { hosts: { 'media.lan:8096': 'plex-media-server' } })).toHaveLength(1);
    expect(lint('main.js', { hosts: { '*.lan': 'plex-media-server' } })).toHaveLength(1);
    expect(lint('main.js', { hosts: { 'media.lan:32400': 'plex-media-server' } })).toEqual([]);
  });

  it('say what a name in the code stands for', () => {
    write({ 'main.js': CODE });
    expect(lint('main.js', { names: { shelfFetch: 'plex-media-server' } })).toHaveLength(1);
    expect(lint('main.js', { names: { shelf: 'plex-media-server' } })).toEqual([]);
  });

  it('say that something is none, against other evidence', () => {
    write({ 'main.js': 'export const f = (plexLikeUrl) => fetch(`${plexLikeUrl}/library/no`, { headers: { "X-Plex-Token": t } });\n' });
    expect(lint('main.js', {})).toHaveLength(1);
    expect(lint('main.js', { names: { plexLikeUrl: 'none' } })).toEqual([]);
  });
});

describe('a comment that names an API', () => {
  it('tells it to the files that import what it stands at, as long as it stands there', () => {
    const wrapper = 'export const ask = (path) => fetch(process.env.MEDIA_URL + path);\n';
    write({ 'ask.js': `/* plex-api: plex-media-server */\n${wrapper}`, 'main.js': "import { ask } from './ask.js';\nexport const f = () => ask('/hubs/no/such');\n// plex-api: none\nexport const g = () => ask('/hubs/no/such/other');\n" });
    expect(lint('main.js', {})).toEqual(['Plex Media Server has no /hubs/no/such.']);
    write({ 'ask.js': wrapper });
    expect(lint('main.js', {})).toEqual([]);
  });
});

function write(files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
}

function lint(file: string, settings: object): readonly string[] {
  const config = [{ plugins: { 'plex-api': plugin }, rules: { 'plex-api/no-unknown-endpoint': 'error' as const }, settings: { 'plex-api': settings } }];
  return new Linter({ cwd: folder }).verify(readFileSync(join(folder, file), 'utf8'), config, { filename: join(folder, file) }).map(({ message }) => message);
}
