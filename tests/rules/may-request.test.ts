import { afterEach, beforeEach, expect, it } from 'vitest';
import { createModuleLoader } from '../../modules/create-module-loader.ts';
import { setModuleLoader } from '../../rules/engine.ts';
import { mayRequest } from '../../rules/may-request.ts';
import { readSettings } from '../../rules/read-settings.ts';

const settings = readSettings(undefined, '.');

const FILES: Readonly<Record<string, string>> = {
  '/app/base.ts': 'export class Base { constructor(private readonly plexUrl: string) {} }',
  '/app/uses.ts': "import { MediaLink } from './base'; export const link = new MediaLink();",
  '/app/other.ts': 'export class Base { constructor(private readonly url: string) {} }',
};

let read: string[] = [];

beforeEach(() => {
  read = [];
  setModuleLoader({
    load() {
      throw new Error('Nothing is parsed to tell whether a file may request.');
    },
    text(file) {
      read.push(file);
      return FILES[file] ?? null;
    },
    resolve: (specifier) => (specifier.startsWith('./') ? `/app/${specifier.slice(2)}` : null),
    generation: () => 0,
  });
});

afterEach(() => {
  setModuleLoader(createModuleLoader());
});

function may(text: string): boolean {
  return mayRequest('/app/hubs.ts', text, settings);
}

it('is so where a path of one segment meets an import that speaks of the API', () => {
  expect(may("import { Base } from './base.ts'; class Hubs extends Base { all() { return this.get('/hubs'); } }")).toBe(true);
  expect(may("const { Base } = require('./base.ts'); get(`/playlists/${id}`);")).toBe(true);
  expect(may("import { Base } from './other.ts'; class Hubs extends Base { all() { return this.get('/hubs'); } }")).toBe(false);
  expect(may("import { Base } from 'some-package'; this.get('/hubs');")).toBe(false);
});

it('looks at no import of a file whose own text says enough, or nothing', () => {
  expect(may("import './base.ts'; fetch(`${plexUrl}/hubs`);")).toBe(true);
  expect(may("import './base.ts'; fetch('/api/v2/users'); get('/search'); get('/users');")).toBe(false);
  expect(read).toEqual([]);
});

it('is so where a client is named that the settings declare, or an import names it', () => {
  const client = { name: 'link', modules: ['./base'], types: ['MediaLink'], members: { read: { method: 'GET', args: ['url'] } } };
  const declared = readSettings({ clients: [client] }, '/app');
  const may = (text: string): boolean => mayRequest('/app/main.ts', text, declared);
  expect(may("import { link } from '../lib/base.js'; link.read(path);")).toBe(true);
  expect(may('export const f = (link: MediaLink) => link.read(path);')).toBe(true);
  expect(may('export const f = (link: MediaLinks) => link.read(path);')).toBe(false);
  expect(may("import { link } from './other.ts'; link.read(path);")).toBe(false);
  expect(may("import { link } from './uses.ts'; link.read(path);")).toBe(true);
});
