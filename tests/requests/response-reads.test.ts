import { describe, expect, it } from 'vitest';
import { siteIn } from './memory-loader.ts';
import type { Files } from './memory-loader.ts';

const read = (files: Files | string): readonly string[] => siteIn(files, 'main.ts').response.reads.map(({ path }) => path.join('.'));
const handedOn = (files: Files | string): readonly string[] => siteIn(files, 'main.ts').response.handedOn.map((path) => path.join('.'));

const API = `class Api {
  async list() { const r = await fetch(base + '/list'); return (await r.json()).items; }`;

describe('fields that are read of a body', () => {
  it('are those that callers in the module read of what the function returns', () => {
    expect(read(`${API}
  async names() { const items = await this.list(); return items.filter((item) => item.type === 'movie').map((item) => item.title); }
}`)).toEqual(['items', 'items.[].type', 'items.[].title']);
  });

  it('are not those of other modules, which may be looked at or not', () => {
    const files = {
      'main.ts': `export ${API}\n  async first() { return (await this.list())[0].id; }\n}`,
      'other.ts': "import { Api } from './main';\nconst api = new Api();\nexport async function f() { return (await api.list())[0].title; }",
    };
    expect(siteIn(files, 'main.ts', {}, ['other.ts']).response.reads.map(({ path }) => path.join('.'))).toEqual(['items', 'items.[]', 'items.[].id']);
  });

  it('are counted once when several functions call the one that sends', () => {
    expect(read(`${API}
  async one() { const items = await this.list(); return items[0].title; }
  async two() { return this.one(); }
  async three() { return this.one(); }
}`)).toEqual(['items', 'items.[]', 'items.[].title']);
  });
});

describe('what of a body is handed on', () => {
  it.each([
    ['what the function of the site returns', "export async function f() { const r = await fetch(base + '/a'); return r.json(); }", ['']],
    ['a value in it', "export async function f() { const r = await fetch(base + '/a'); return (await r.json()).items; }", ['items']],
    ['one in an object', "export async function f() { const r = await fetch(base + '/a'); return { ok: true, data: (await r.json()).items }; }", ['items']],
    ['what code is given that is not read', "export async function f(res) { const r = await fetch(base + '/a'); res.json(await r.json()); }", ['']],
    ['what a wrapper returns to a function that reads it all is not', "const get = async (path) => { const r = await fetch(base + path); return r.json(); };\nexport async function f() { const body = await get('/a'); show(`${body.title}`); }", []],
    ['what is put into a log is not', "export async function f() { const r = await fetch(base + '/a'); console.log(await r.json()); }", []],
  ])('%s', (_, code, expected) => {
    expect(handedOn(code)).toEqual(expected);
  });
});
