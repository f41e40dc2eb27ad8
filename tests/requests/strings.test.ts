import { describe, expect, it } from 'vitest';
import { allRequestsIn, linesIn, siteIn } from './memory-loader.ts';

const send = (code: string): readonly string[] => linesIn(`export async function send(id: string, type?: number) { ${code} }`);

describe('where the path is written', () => {
  it.each([
    ['a literal', "await fetch(base + '/library/sections');", 'GET /library/sections'],
    ['a template with holes', 'await fetch(`${base}/library/sections/${id}/all`);', 'GET /library/sections/{}/all'],
    ['a concatenation', "await fetch(base + '/library/metadata/' + id + '/children');", 'GET /library/metadata/{}/children'],
    ['concat and join', "await fetch(base.concat('/library', '/tags')); await fetch([base, 'playlists', id].join('/'));", 'GET /library/tags'],
    ['a table of templates', "const PATHS = { machine: '/servers/{machineId}/shared' }; await fetch(base + PATHS.machine.replace('{machineId}', id));", 'GET /servers/{}/shared'],
    ['a path joined to a base by URL', "await fetch(new URL('/hubs/home', 'http://plex:32400/web/'));", 'GET /hubs/home'],
    ['the href of a URL', "const url = new URL(`/playlists/${id}`, base); await fetch(url.href);", 'GET /playlists/{}'],
    ['a Request', "const request = new Request(`${base}/playlists/${id}`, { method: 'DELETE' }); await fetch(request);", 'DELETE /playlists/{}'],
    ['encoded text', 'await fetch(`${base}/library/metadata/${encodeURIComponent(id)}`);', 'GET /library/metadata/{}'],
    ['one of two literals', "await fetch(base + (type ? '/library/all' : '/library/tags'));", 'GET /library/all'],
  ])('%s', (_, code, line) => {
    expect(send(code)).toContain(line);
  });

  it('adds nothing where a query is surely empty', () => {
    const { query } = siteIn("const query = new URLSearchParams({}).toString(); await fetch(`${base}/library/all?a=1${query === '' ? '' : `?${query}`}`);");
    expect(query.entries.map(({ values }) => values?.length)).toEqual([1]);
  });

  it('knows no path that begins with the path of a URL whose text is unknown', () => {
    expect(send("const { pathname } = new URL(id, 'http://host'); await fetch(`${base}${pathname}`);")).toEqual([]);
    expect(send("const { pathname } = new URL('http://host'); await fetch(`${base}${pathname}`);")).toEqual(['GET /']);
  });

  it('keeps alternatives apart', () => {
    expect(send("const url = type === 1 ? `${base}/library/all` : `${base}/library/tags`; await fetch(url);")).toEqual(['GET /library/all', 'GET /library/tags']);
  });

  it('fills an enum and a constant table', () => {
    expect(linesIn("enum Path { Sections = '/library/sections' }\nconst PATHS = { hubs: '/hubs' } as const;\nexport const a = () => fetch(base + Path.Sections);\nexport const b = () => fetch(base + PATHS['hubs']);")).toEqual(['GET /library/sections', 'GET /hubs']);
  });

  it('knows no path that comes from a response', () => {
    const sites = allRequestsIn('export async function send() { const item = await (await fetch(`${base}/hubs`)).json(); await fetch(item.url); }');
    expect(sites.map(({ path }) => path === null)).toEqual([false, true]);
    expect(sites[1]?.pathReason).toMatch(/response/);
  });

  it('places the path where its last literal is written', () => {
    const text = 'export const send = (id: string) => fetch(`${base}/library/metadata/${id}/children`);';
    const { place } = siteIn(text);
    expect(text.slice(place.start, place.end)).toBe('/children');
  });
});

describe('the query', () => {
  it.each([
    ['in the path', 'await fetch(`${base}/library/all?type=${type}&sort=titleSort`);', 'GET /library/all?type&sort'],
    ['added to a text', "let url = base + '/library/all?sort=titleSort'; url += '&type=4'; await fetch(url);", 'GET /library/all?sort&type'],
    ['added in a branch', "let url = base + '/library/all?sort=titleSort'; if (type) url += '&type=4'; await fetch(url);", 'GET /library/all?sort&type?'],
    ['URLSearchParams in a template', "const params = new URLSearchParams({ type: '1' }); params.append('sort', 'titleSort'); await fetch(`${base}/library/all?${params}`);", 'GET /library/all?type&sort'],
    ['set on a URL', "const url = new URL(base + '/library/all'); url.searchParams.set('type', '1'); if (type) url.searchParams.set('sort', 'x'); await fetch(url);", 'GET /library/all?type&sort?'],
    ['operators stay with the name', "await fetch(base + '/library/all?addedAt>>=1&label!=x&year<=2000');", 'GET /library/all?addedAt>>&label!&year<'],
    ['a query put behind the path where it is not empty', "const query = new URLSearchParams({ a: '1' }).toString(); await fetch(`${base}/library/all${query === '' ? '' : `?${query}`}`);", 'GET /library/all?a'],
    ['a query put behind the path where it has a length', "const query = new URLSearchParams({ a: '1' }).toString(); await fetch(`${base}/library/all${query.length ? `?${query}` : ''}`);", 'GET /library/all?a'],
    ['a query that may be empty', "const query = new URLSearchParams({ ...(type && { b: '2' }) }).toString(); await fetch(`${base}/library/all${query === '' ? '' : `?${query}`}`);", 'GET /library/all?b?'],
    ['a conditional spread', "await fetch(base + '/library/all?' + new URLSearchParams({ a: '1', ...(type && { b: '2' }) }).toString());", 'GET /library/all?a&b?'],
    ['an unknown object', "await fetch(base + '/library/all?' + new URLSearchParams(load()));", 'GET /library/all?…'],
    ['map and join', "await fetch(base + '/library/all?' + Object.entries({ a: '1', b: '2' }).map(([k, v]) => `${k}=${v}`).join('&'));", 'GET /library/all?a&b'],
  ])('%s', (_, code, line) => {
    expect(send(code)).toEqual([line]);
  });
});
