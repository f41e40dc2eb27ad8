import { describe, expect, it } from 'vitest';
import { siteIn } from './memory-loader.ts';
import type { Handling } from '../../requests/request-site.ts';

const handlingOf = (code: string): Handling => siteIn(code, 'main.js').handling;
const inSend = (code: string): Handling => handlingOf(`export async function send() { ${code} }`);

describe('the status', () => {
  it.each([
    ['is ignored', 'const r = await fetch(`${base}/hubs`); return r.json();', 'ignored', []],
    ['is ignored where the answer to a write is dropped', "await fetch(`${base}/hubs`, { method: 'PUT' });", 'ignored', []],
    ['is not known where it may only be asked whether the server is there', 'await fetch(`${base}/hubs`); return true;', null, []],
    ['is checked by ok', 'const r = await fetch(`${base}/hubs`); if (!r.ok) throw new Error(); return r.json();', 'checked', []],
    ['is checked by number', 'const r = await fetch(`${base}/hubs`); if (r.status === 404) return null; return r.json();', 'checked', [404]],
    ['is told apart in a switch', 'const r = await fetch(`${base}/hubs`); switch (r.status) { case 401: return 1; case 404: return 2; } return r.json();', 'checked', [401, 404]],
    ['is checked in then', 'return fetch(`${base}/hubs`).then((r) => { if (!r.ok) throw new Error(); return r.json(); });', 'checked', []],
    ['is not checked by a handler that logs', 'try { const r = await fetch(`${base}/hubs`); return await r.json(); } catch (error) { console.error(error); return null; }', 'ignored', []],
    ['is swallowed by an empty handler', 'try { const r = await fetch(`${base}/hubs`); return await r.json(); } catch {}', 'swallowed', []],
    ['is swallowed by catch', 'return fetch(`${base}/hubs`).then((r) => r.json()).catch(() => []);', 'swallowed', []],
    ['is not swallowed where only the body of an error may be missing', 'const r = await fetch(`${base}/hubs`); if (!r.ok) throw new Error(await r.text().catch(() => "")); return r.json();', 'checked', []],
    ['is told by a handler that answers null', 'return fetch(`${base}/hubs`).then((r) => { if (!r.ok) throw new Error(); return r.json(); }).catch(() => null);', 'checked', []],
  ])('%s', (_, code, status, statuses) => {
    expect(inSend(code)).toMatchObject({ status, statuses });
  });

  it('is thrown by axios, and left to the program by validateStatus', () => {
    const call = (options: string): Handling => handlingOf(`import axios from 'axios';\nexport const send = async () => { const { data } = await axios.get(base + '/hubs', ${options}); return data.MediaContainer; };`);
    expect(call('{}').status).toBe('thrown');
    expect(call('{ validateStatus: () => true }').status).toBe('ignored');
    expect(call('{ validateStatus: null }').status).toBe('ignored');
    expect(call('{ validateStatus: (status) => status < 400 }').status).toBe('thrown');
  });

  it('is checked by a wrapper that throws, for all its callers', () => {
    expect(handlingOf('async function get(path) { const r = await fetch(base + path); if (!r.ok) throw new Error(); return r.json(); }\nexport const hubs = async () => (await get("/hubs")).MediaContainer;').status).toBe('checked');
  });

  it('is swallowed by a wrapper that answers an empty list', () => {
    const handling = handlingOf('async function get(path) { try { const r = await fetch(base + path); if (!r.ok) throw new Error(); return await r.json(); } catch { return []; } }\nexport const hubs = async () => (await get("/hubs")).length;');
    expect(handling.status).toBe('swallowed');
    expect(handling.swallowedAt).not.toBeNull();
  });

  it('is looked at after the body', () => {
    expect(inSend('const r = await fetch(`${base}/hubs`); const body = await r.json(); if (!r.ok) throw new Error(body.error); return body;').bodyBeforeCheck).toBe(true);
    expect(inSend('const r = await fetch(`${base}/hubs`); if (!r.ok) throw new Error(); return r.json();').bodyBeforeCheck).toBe(false);
  });
});

describe('a promise floats', () => {
  it.each([
    ['when nobody waits', 'fetch(`${base}/hubs`);', true],
    ['not when it is awaited', 'await fetch(`${base}/hubs`);', false],
    ['not when it is marked', 'void fetch(`${base}/hubs`);', false],
    ['not when it is caught', 'fetch(`${base}/hubs`).catch((error) => console.error(error));', false],
    ['not when it is returned', 'return fetch(`${base}/hubs`);', false],
  ])('%s', (_, code, floating) => {
    expect(inSend(code).floating).toBe(floating);
  });

  it('not where a callback takes the answer', () => {
    expect(handlingOf("const request = require('request');\nexports.send = () => { request(base + '/hubs', (error, response, body) => { if (error) throw error; use(body); }); };").floating).toBe(false);
  });
});

it('lists the fields that are read from the body', () => {
  const site = siteIn('export async function send() { const r = await fetch(`${base}/hubs`); const { MediaContainer } = await r.json(); return MediaContainer.Hub.map((hub) => hub.title); }', 'main.js');
  expect(site.response.format).toBe('json');
  expect(site.response.reads.map(({ path }) => path.join('.'))).toContain('MediaContainer.Hub.[].title');
});

it('the fields of items of inner lists that are put into one', () => {
  const site = siteIn('export const codecs = async () => { const body = await (await fetch(`${base}/x`)).json(); return body.parts.flatMap((part) => part.streams ?? []).find((stream) => stream.kind === 1)?.codec; };');
  expect(site.response.reads.map(({ path }) => path.join('.'))).toEqual(expect.arrayContaining(['parts.[].streams', 'parts.[].streams.[].kind', 'parts.[].streams.[].codec']));
});

it('knows fetch where a mock takes its place', () => {
  expect(siteIn('globalThis.fetch = vi.fn();\nexport const hubs = () => fetch(`${base}/hubs`);').client).toBe('fetch');
});
