import { describe, expect, it } from 'vitest';
import { requestsIn } from './memory-loader.ts';
import type { Files } from './memory-loader.ts';

/** What is lost, as `name by how`. */
function lostIn(files: Files, file = 'a.js'): readonly string[] {
  return requestsIn(files, file).flatMap(({ lostHeaders }) => lostHeaders.map(({ name, how }) => `${name} by ${how}`));
}

describe('headers that a wrapper drops', () => {
  const WRAPPER = 'export function get(path, options) { return fetch(`http://plex.lan${path}`, { ...options, headers: { Accept: "application/json" } }); }';

  it('are those of a caller whose options it spreads first', () => {
    const files = { 'a.js': WRAPPER, 'b.js': 'import { get } from "./a.js"; get("/hubs", { headers: { "X-Plex-Token": token } });' };
    expect(lostIn(files, 'b.js')).toEqual(['X-Plex-Token by property']);
  });

  it('are none where the caller has none, or the wrapper hands them on', () => {
    const kept = WRAPPER.replace('headers: {', 'headers: { ...options.headers,');
    expect(lostIn({ 'a.js': WRAPPER, 'b.js': 'import { get } from "./a.js"; get("/hubs", { method: "PUT" });' }, 'b.js')).toEqual([]);
    expect(lostIn({ 'a.js': kept, 'b.js': 'import { get } from "./a.js"; get("/hubs", { headers: { "X-Plex-Token": token } });' }, 'b.js')).toEqual([]);
  });

  it('are none that the wrapper sends by itself', () => {
    expect(lostIn({ 'a.js': `${WRAPPER} get("/hubs", { headers: { accept: "text/plain" } });` })).toEqual([]);
  });
});

describe('headers that a spread writes over', () => {
  it('are those before it that it surely has', () => {
    expect(lostIn({ 'a.js': 'const all = { Accept: "application/xml" }; export function f() { return fetch("http://plex.lan/hubs", { headers: { Accept: "application/json", ...all } }); }' })).toEqual(['Accept by spread']);
  });

  it('are whole objects, by options that have their own', () => {
    const code = 'const send = (options) => fetch("http://plex.lan/hubs", { headers: { "X-Plex-Token": token }, ...options });\nexport const run = () => send({ headers: { Accept: "application/json" } });';
    expect(lostIn({ 'a.js': code })).toEqual([]);
    const here = 'const options = { headers: { Accept: "application/json" } }; export const run = () => fetch("http://plex.lan/hubs", { headers: { "X-Plex-Token": token }, ...options });';
    expect(lostIn({ 'a.js': here })).toEqual(['X-Plex-Token by spread']);
  });

  it('are none behind it, and none that a caller may put in the place of a default', () => {
    expect(lostIn({ 'a.js': 'const all = { Accept: "application/xml" }; fetch("http://plex.lan/hubs", { headers: { ...all, Accept: "application/json" } });' })).toEqual([]);
    expect(lostIn({ 'a.js': 'function get(headers) { return fetch("http://plex.lan/hubs", { headers: { Accept: "application/json", ...headers } }); } get({ Accept: "application/xml" });' })).toEqual([]);
    expect(lostIn({ 'a.js': 'fetch("http://plex.lan/hubs", { headers: { Accept: "application/json", ...(raw ? { Accept: "*/*" } : {}) } });' })).toEqual([]);
  });
});

describe('the check of certificates', () => {
  const unverified = (code: string): readonly boolean[] => requestsIn({ 'a.js': code }, 'a.js').map((site) => site.unverified !== null);

  it('is off by an agent of any client', () => {
    expect(unverified('import axios from "axios"; import https from "https"; const client = axios.create({ baseURL: "http://plex.lan", httpsAgent: new https.Agent({ rejectUnauthorized: false }) }); client.get("/hubs");')).toEqual([true]);
    expect(unverified('import { Agent } from "undici"; const dispatcher = new Agent({ connect: { rejectUnauthorized: false } }); fetch("http://plex.lan/hubs", { dispatcher });')).toEqual([true]);
    expect(unverified('import got from "got"; got("http://plex.lan/hubs", { https: { rejectUnauthorized: false } });')).toEqual([true]);
  });

  it('is on, or may be, otherwise', () => {
    expect(unverified('import https from "https"; fetch("http://plex.lan/hubs", { agent: new https.Agent({ keepAlive: true }) });')).toEqual([false]);
    expect(unverified('import https from "https"; fetch("http://plex.lan/hubs", { agent: new https.Agent({ rejectUnauthorized: !settings.selfSigned }) });')).toEqual([false]);
    expect(unverified('import https from "https"; fetch("http://plex.lan/hubs", { agent: settings.selfSigned ? new https.Agent({ rejectUnauthorized: false }) : undefined });')).toEqual([false]);
  });
});

describe('a value made anew', () => {
  const fresh = (code: string): readonly boolean[] => requestsIn({ 'a.js': code }, 'a.js').map(({ headers }) => headers.entries.some(({ values }) => values?.every((text) => text.some((part) => part.kind === 'hole' && part.fresh === true)) === true));

  it('is one that each call of the function makes', () => {
    expect(fresh('import { randomUUID } from "node:crypto"; export function get() { return fetch("http://plex.lan/hubs", { headers: { id: randomUUID() } }); }')).toEqual([true]);
    expect(fresh('const make = () => crypto.randomUUID(); export function get() { return fetch("http://plex.lan/hubs", { headers: { id: `a-${make()}` } }); }')).toEqual([true]);
  });

  it('is none that a module, an instance or a variable keeps', () => {
    expect(fresh('import { v4 } from "uuid"; const id = v4(); export function get() { return fetch("http://plex.lan/hubs", { headers: { id } }); }')).toEqual([false]);
    expect(fresh('import { v4 } from "uuid"; let id; export function get() { id ??= v4(); return fetch("http://plex.lan/hubs", { headers: { id } }); }')).toEqual([false]);
    expect(fresh('import { v4 } from "uuid"; class A { id = v4(); get() { return fetch("http://plex.lan/hubs", { headers: { id: this.id } }); } } new A().get();')).toEqual([false]);
    expect(fresh('import { v4 } from "uuid"; class A { constructor() { this.id = v4(); } get() { return fetch("http://plex.lan/hubs", { headers: { id: this.id } }); } } export function f() { return new A().get(); }')).toEqual([false]);
    expect(fresh('export function get() { const id = localStorage.getItem("id") ?? crypto.randomUUID(); return fetch("http://plex.lan/hubs", { headers: { id } }); }')).toEqual([false]);
  });
});
