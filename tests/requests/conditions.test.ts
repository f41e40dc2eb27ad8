import { describe, expect, it } from 'vitest';
import { lineOf, linesIn, namesIn, requestsIn, siteIn } from './memory-loader.ts';

describe('what a condition has found out', () => {
  it('rules out the ways that a text cannot read', () => {
    const program = "const toPath = (address: string, id: string) => { if (address.startsWith('/')) return address; if (address.startsWith('upload://')) { const name = address.replace('upload://', ''); return `/library/metadata/${id}/thumb/${name}`; } throw new Error(address); };\nexport async function load(base: string, thumb: string, id: string, own: boolean) { const address = own ? thumb : `http://${id}/photo/${thumb}`; const path = address.startsWith('upload://') ? toPath(address, id) : address; const url = path.startsWith('http://') || path.startsWith('https://') ? path : `${base}${path}?token=1`; return fetch(url); }";
    expect(linesIn(program).filter((line) => line.includes('thumb'))).toEqual(['GET /library/metadata/{}/thumb/{}?token']);
  });

  it.each([
    ['an unknown object', "declare const settings: any;\nexport const hubs = (url: string) => { if (!settings.token || !settings.id) return; const own = settings; return fetch(`${url}/hubs`); };", ''],
    ['a property of a parameter', "import axios from 'axios';\nexport const hubs = (settings: any) => { if (!settings?.token) return null; return axios.get('http://plex/hubs', { params: { token: settings?.token } }); };", 'token'],
    ['a property that is not looked at', "import axios from 'axios';\nexport const hubs = (settings: any) => { if (!settings?.id) return null; return axios.get('http://plex/hubs', { params: { token: settings?.token } }); };", 'token?'],
    ['what a response holds', "const headers = (token?: string) => { const all: Record<string, string> = {}; if (token) all.token = token; return all; };\nexport const hubs = async (url: string) => { const data = await (await fetch(url)).json(); if (!data.token) return null; return fetch(`http://plex/hubs?${new URLSearchParams(headers(data.token))}`); };", 'token'],
  ])('holds for %s', (_, program, query) => {
    const [site] = requestsIn(program).filter((one) => lineOf(one).includes('/hubs'));
    expect(site === undefined ? null : namesIn(site.query)).toBe(query);
  });

  it('does not hold where the paths meet again', () => {
    const program = "import axios from 'axios';\nexport const hubs = (settings: any) => { if (settings?.token) console.log('there'); return axios.get('http://plex/hubs', { params: { token: settings?.token } }); };";
    expect(lineOf(siteIn(program))).toBe('GET /hubs?token?');
  });

  it('keeps the separator with the path that has it', () => {
    const program = "const get = (base: string, path: string) => fetch(`${base}${path}${path.includes('?') ? '&' : '?'}token=1`);\nexport const items = (base: string, id: string, type?: number) => { const path = type ? `/library/sections/${id}/all?type=${type}` : `/library/sections/${id}/all`; return get(base, path); };";
    expect(linesIn(program)).toEqual(['GET /library/sections/{}/all?type&token', 'GET /library/sections/{}/all?token']);
  });

  it('is told by declared types', () => {
    const program = "const client = async (): Promise<string> => (await db.first()).id;\nconst headers = (id?: string) => { const all: Record<string, string> = { Accept: 'application/json' }; if (id) all['X-Client'] = id; return all; };\nexport const hubs = async (url: string) => fetch(`${url}/hubs`, { headers: headers(await client()) });";
    expect(namesIn(siteIn(program).headers)).toBe('Accept&X-Client');
  });
});

describe('lists of which only some items are known', () => {
  it('give no index to what follows unknown items', () => {
    const program = "export const edit = (url: string, old: string[], label: string) => { const all = [...old, label]; const params: Record<string, string> = { locked: '1' }; all.forEach((tag, i) => { params[`label[${i}].tag`] = tag; }); return fetch(`${url}/hubs?${Object.entries(params).map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&')}`); };";
    expect(lineOf(siteIn(program))).toBe('GET /hubs?locked&label[{}].tag');
  });

  it('keep what is pushed from a list that is not known', () => {
    const program = "export const edit = (url: string, old: { tag: string }[]) => { const all: string[] = []; all.push(...old.map((one) => one.tag)); const params: Record<string, string> = {}; all.forEach((tag, i) => { params[`label[${i}].tag`] = tag; }); return fetch(`${url}/hubs?${new URLSearchParams(params)}`); };";
    expect(lineOf(siteIn(program))).toBe('GET /hubs?label[{}].tag?');
  });

  it('are gone through one by one, then for all others', () => {
    const program = "export const hubs = (base: string, options: { width?: number; size?: number }) => { const url = new URL('/hubs', base); for (const [key, value] of Object.entries({ upscale: '1', width: 480, ...options })) url.searchParams.append(key, String(value)); return fetch(url.href); };";
    expect(lineOf(siteIn(program))).toBe('GET /hubs?upscale&width&size?&…');
  });
});
