import { describe, expect, it } from 'vitest';
import { lineOf, linesIn, namesIn, requestsIn, siteIn } from './memory-loader.ts';

describe('paging', () => {
  it('by headers in a loop', () => {
    const site = siteIn("export async function all(id) { const items = []; let start = 0; let total = Infinity; while (start < total) { const r = await fetch(`${base}/library/sections/${id}/all`, { headers: { 'X-Plex-Container-Start': String(start), 'X-Plex-Container-Size': '50' } }); const body = await r.json(); total = body.MediaContainer.totalSize; items.push(...body.MediaContainer.Metadata); start += 50; } return items; }", 'main.js');
    expect(namesIn(site.headers)).toBe('X-Plex-Container-Start&X-Plex-Container-Size');
    expect(site.handling.retry).toBe(false);
    expect(lineOf(site)).toBe('GET /library/sections/{}/all');
  });

  it('by the query in a loop', () => {
    expect(linesIn("export async function all() { for (let start = 0; start < 500; start += 50) await fetch(`${base}/library/all?X-Plex-Container-Start=${start}&X-Plex-Container-Size=50`); }", 'main.js')).toEqual(['GET /library/all?X-Plex-Container-Start&X-Plex-Container-Size']);
  });

  it('by parameters that are changed in the loop', () => {
    expect(linesIn("export async function all() { const params = new URLSearchParams({ type: '1' }); for (let page = 0; page < 5; page++) { params.set('X-Plex-Container-Start', String(page * 50)); await fetch(`${base}/library/all?${params}`); } }", 'main.js')).toEqual(['GET /library/all?type&X-Plex-Container-Start']);
  });

  it('by a function that calls itself for the next page', () => {
    expect(linesIn("async function load(path, start = 0) { const r = await fetch(`${base}${path}?X-Plex-Container-Start=${start}`); const body = await r.json(); return body.more ? [...body.items, ...(await load(path, start + 50))] : body.items; }\nexport const all = () => load('/library/all');", 'main.js')).toEqual(['GET /library/all?X-Plex-Container-Start']);
  });

  it('by a class', () => {
    const files = { 'main.ts': "import { Pager } from './pager';\nexport const all = (id: string) => new Pager({ path: `/library/sections/${id}/all`, size: 50 }).next();", 'pager.ts': "interface Options { path: string; size: number }\nexport class Pager { private start = 0; constructor(private readonly options: Options) {} async next() { const r = await fetch(`${plexUrl}${this.options.path}`, { headers: { 'X-Plex-Container-Start': `${this.start}`, 'X-Plex-Container-Size': `${this.options.size}` } }); this.start += this.options.size; return r.json(); } }" };
    const site = siteIn(files, 'main.ts');
    expect(lineOf(site)).toBe('GET /library/sections/{}/all');
    expect(namesIn(site.headers)).toBe('X-Plex-Container-Start&X-Plex-Container-Size');
  });
});

describe('a loop that changes the request', () => {
  it('opens a text that grows', () => {
    const [site] = requestsIn("export async function send(names) { let url = base + '/library/all?type=1'; for (const name of names) url += `&genre=${name}`; await fetch(url); }", 'main.js');
    expect(site?.query.entries.map(({ name, presence }) => `${name} ${presence}`)).toContain('type always');
    expect(site?.query.open === true || site?.query.entries.some(({ name, presence }) => name === 'genre' && presence === 'maybe')).toBe(true);
  });

  it('opens an object that takes unknown names', () => {
    expect(siteIn("export async function send(filters) { const params = new URLSearchParams(); for (const key of Object.keys(filters)) params.set(key, filters[key]); await fetch(`${base}/library/all?${params}`); }", 'main.js').query.open).toBe(true);
  });

  it('copies known names', () => {
    expect(linesIn("const FILTERS = { type: 1, year: 2000 };\nexport async function send() { const url = new URL(base + '/library/all'); for (const [key, value] of Object.entries(FILTERS)) url.searchParams.set(key, String(value)); await fetch(url); }", 'main.js')).toEqual(['GET /library/all?type&year']);
  });

  it('ends on hostile code', () => {
    const nested = Array.from({ length: 30 }, (_, i) => `const f${String(i)} = (x) => x ? f${String((i + 1) % 30)}(x + '/a') : f${String((i + 7) % 30)}(x);`).join('\n');
    expect(requestsIn(`${nested}\nexport const send = (x) => fetch(base + f0(x));\nlet text = '';\nwhile (text.length < 1e9) text += text + '/x';\nfetch(base + text);`, 'main.js').length).toBeLessThan(50);
  });
});
