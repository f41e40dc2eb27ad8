import { describe, expect, it } from 'vitest';
import { printText } from '../../requests/print-text.ts';
import { siteIn } from './memory-loader.ts';
import type { Datum, Entry } from '../../requests/request-site.ts';

const AXIOS = "import axios from 'axios';\n";

/** `type=1|2 repeated`: one entry of the query. */
function queryOf(code: string): readonly string[] {
  return siteIn(code).query.entries.map((entry: Entry) => `${entry.name}=${entry.values?.map(printText).join('|') ?? '?'}${entry.repeated === true ? ' repeated' : ''}${entry.list === undefined ? '' : ` ${entry.list}`}`);
}

/** A datum as JSON, `?` for what is not known. */
function print(data: readonly Datum[] | null | undefined): string {
  return data?.map(printOne).join(' | ') ?? 'none';
}

function printOne(datum: Datum): string {
  const open = datum.open && datum.type !== null && (datum.fields ?? datum.items) !== null ? '…' : '';
  if (datum.fields !== null) return `{${datum.fields.map(({ name, presence, values }) => `${name}${presence === 'maybe' ? '?' : ''}:${print(values)}`).join(',')}${open}}`;
  if (datum.items !== null) return `[${print(datum.items)}${open}]`;
  return datum.text === null ? datum.type ?? '?' : `${datum.type ?? '?'} ${printText(datum.text)}`;
}

describe('a name that is sent twice', () => {
  it('is known in a URL', () => {
    expect(queryOf('fetch(`${base}/x?a=1&b=2&a=3`);')).toEqual(['a=1|3 repeated', 'b=2']);
  });

  it('is none where one of two is chosen', () => {
    expect(queryOf("export const send = (all: boolean) => fetch(`${base}/x?${all ? 'a=1' : 'a=2'}`);")).toEqual(['a=1|2']);
  });

  it('is known in URLSearchParams that something is added to', () => {
    expect(queryOf("const params = new URLSearchParams({ a: '1' }); params.append('a', '2'); params.set('b', '1'); params.set('b', '2'); fetch(`${base}/x?${params}`);")).toEqual(['a=1|2 repeated', 'b=2']);
  });

  it('is known in the URL and the parameters of a client that sends both', () => {
    expect(queryOf(`${AXIOS}axios.get(base + '/x?a=1', { params: { a: 2 } });`)).toEqual(['a=1|2 repeated']);
    expect(queryOf("import ky from 'ky';\nky.get(base + '/x?a=1', { searchParams: { a: 2 } });")).toEqual(['a=2']);
  });
});

describe('a list of query values', () => {
  it('is written as the client does it', () => {
    expect(queryOf(`${AXIOS}axios.get(base + '/x', { params: { a: [1, 2] } });`)).toEqual(['a=1|2 brackets']);
    expect(queryOf(`${AXIOS}axios.get(base + '/x', { params: { a: [1, 2] }, paramsSerializer: { indexes: null } });`)).toEqual(['a=1|2 unknown']);
    expect(queryOf("import { $fetch } from 'ofetch';\n$fetch(base + '/x', { query: { a: [1, 2] } });")).toEqual(['a=1|2 repeat']);
    expect(queryOf('fetch(`${base}/x?${new URLSearchParams({ a: [1, 2] })}`);')).toEqual(['a=1,2 comma']);
  });
});

describe('many alternatives in a query', () => {
  it('leave values with their names', () => {
    const pick = "['a', 'b', 'c', 'd'].includes(k) ? 'a' : k === 'e' ? 'f' : k === 'g' ? 'h' : 'i'";
    expect(queryOf(`export const send = (k: string) => { const v = ${pick}; const w = ${pick}; const x = ${pick}; const y = ${pick}; return fetch(\`\${base}/x?v=\${v}&w=\${w}&x=\${x}&y=\${y}\`); };`)).toEqual(['v=a|f|h|i', 'w=a|f|h|i', 'x=a|f|h|i', 'y=a|f|h|i']);
  });
});

it('is open where a text is too long to be followed', () => {
  const names = Array.from({ length: 120 }, (_, i) => `a${String(i)}=\${v}`).join('&');
  expect(siteIn(`fetch(\`\${base}/x?${names}\`);`).query.open).toBe(true);
  expect(siteIn(`fetch(\`\${base}/x?${names.slice(0, 60)}\`);`).query.open).toBe(false);
});

describe('a JSON body', () => {
  it('has types, nested fields and lists', () => {
    const { body } = siteIn(`${AXIOS}export const send = (name: string, n: number, more?: object) => axios.post(base + '/x', { name, size: 1, big: n, on: true, none: null, gone: undefined, tags: ['a', name], in: { a: 1, ...more } });`);
    expect(print(body?.data)).toBe('{name:string {},size:number 1,big:number {},on:boolean true,none:null,tags:[string a | string {}],in:{a:number 1…}}');
    expect(body).toMatchObject({ kind: 'json', ownType: 'application/json' });
  });

  it('is read through JSON.stringify, which names no media type', () => {
    const { body } = siteIn("fetch(`${base}/x`, { method: 'POST', body: JSON.stringify({ a: cond ? 1 : 'b' }) });");
    expect(print(body?.data)).toBe('{a:number 1 | string b}');
    expect(body).toMatchObject({ kind: 'json', ownType: 'text/plain' });
  });

  it('is unknown where it comes from elsewhere', () => {
    expect(print(siteIn(`${AXIOS}export const send = (data: object) => axios.post(base + '/x', data);`).body?.data)).toBe('none');
  });
});

describe('a path glued to its host', () => {
  it.each([
    ["fetch('http://localhost:32400library/all');", true],
    ['const port = 8080; fetch(`http://localhost:${port}library/all`);', true],
    ['fetch(`http://${host}:${port}library/all`);', true],
    ["fetch('http://localhost:32400/library/all');", false],
    ['fetch(`${base}library/all`);', false],
    ["fetch('https://api.example.org/library/all');", false],
    ['fetch(`http://${host}:${port}/library/all`);', false],
    ['const url = new URL(baseUrl); fetch(`${url.protocol}//${url.host}/library/all`);', false],
    ['fetch(`${config.url.scheme}//${host}/library/all`);', false],
    [`${AXIOS}axios.create({ baseURL: 'http://localhost:32400' }).get('library/all');`, false],
  ])('%s', (code, missing) => {
    const site = siteIn(code);
    expect([printText(site.path ?? []), site.slashMissing]).toEqual(['/library/all', missing]);
  });
});
