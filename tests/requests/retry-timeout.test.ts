import { describe, expect, it } from 'vitest';
import { requestsIn, siteIn } from './memory-loader.ts';
import type { Handling } from '../../requests/request-site.ts';

const handlingOf = (code: string): Handling => siteIn(code, 'main.js').handling;

describe('a time limit', () => {
  it.each([
    ['AbortSignal.timeout', 'await fetch(`${base}/hubs`, { signal: AbortSignal.timeout(5000) });', true],
    ['a controller with a timer', 'const controller = new AbortController(); const timer = setTimeout(() => controller.abort(), 5000); try { return await fetch(`${base}/hubs`, { signal: controller.signal }); } finally { clearTimeout(timer); }', true],
    ['a controller with a timer that is given the method', 'const controller = new AbortController(); setTimeout(controller.abort.bind(controller), 5000); return fetch(`${base}/hubs`, { signal: controller.signal });', true],
    ['a controller without a timer is none', 'const controller = new AbortController(); button.onclick = () => controller.abort(); return fetch(`${base}/hubs`, { signal: controller.signal });', false],
    ['one of several signals', 'const controller = new AbortController(); return fetch(`${base}/hubs`, { signal: AbortSignal.any([controller.signal, AbortSignal.timeout(10)]) });', true],
    ['a race against a timer', 'return Promise.race([fetch(`${base}/hubs`), new Promise((_, reject) => setTimeout(() => reject(new Error()), 5000))]);', true],
    ['a race between two requests is none', 'return Promise.race([fetch(`${base}/hubs`), fetch(`${other}/hubs`)]);', false],
    ['none', 'return fetch(`${base}/hubs`);', false],
    ['an option that fetch does not know is none', 'return fetch(`${base}/hubs`, { timeout: 5000 });', false],
  ])('%s', (_, code, timeout) => {
    expect(inSites(`export async function send() { ${code} }`).map((handling) => handling.timeout)).toContain(timeout);
  });

  it('is set by a wrapper, or by an option with a default', () => {
    expect(handlingOf("function get(path, { timeout = 5000 } = {}) { return fetch(base + path, { signal: AbortSignal.timeout(timeout) }); }\nexport const hubs = () => get('/hubs');").timeout).toBe(true);
  });

  it('is not set where a wrapper hands on an option that nobody gives', () => {
    expect(handlingOf("import axios from 'axios';\nconst get = (path, timeout) => axios.get(base + path, { timeout });\nexport const hubs = () => get('/hubs');").timeout).toBe(false);
  });

  it('is that of the package p-timeout', () => {
    expect(handlingOf("import pTimeout from 'p-timeout';\nexport const hubs = () => pTimeout(fetch(base + '/hubs'), { milliseconds: 10 });").timeout).toBe(true);
  });
});

describe('another try', () => {
  it.each([
    ['a loop that counts attempts', 'for (let attempt = 0; attempt < 3; attempt++) { const r = await fetch(`${base}/hubs`); if (r.ok) return r; }', true],
    ['a loop that ends by success', 'while (true) { try { return await fetch(`${base}/hubs`); } catch { await sleep(100); } }', true],
    ['a loop over pages is none', 'for (let start = 0; start < 100; start += 50) { await fetch(`${base}/hubs?start=${start}`); }', false],
    ['a second request after a failure', 'try { return await fetch(`${base}/hubs`); } catch { return await fetch(`${base}/hubs`); }', true],
    ['a second request after a status', 'const r = await fetch(`${base}/hubs`); if (r.status === 401) { await login(); return fetch(`${base}/hubs`); } return r;', true],
    ['none', 'return fetch(`${base}/hubs`);', false],
  ])('%s', (_, code, retry) => {
    const sites = inSites(`export async function send() { ${code} }`);
    expect(sites.every((site) => site.retry === retry)).toBe(true);
  });

  it('is a function that calls itself after a failure', () => {
    expect(handlingOf("async function get(path, left = 3) { try { return await fetch(base + path); } catch (error) { if (left > 0) return get(path, left - 1); throw error; } }\nexport const hubs = () => get('/hubs');").retry).toBe(true);
  });

  it.each([
    ['axios-retry', "import axios from 'axios';\nimport axiosRetry from 'axios-retry';\nconst api = axios.create({ baseURL: base });\naxiosRetry(api, { retries: 3 });\nexport const hubs = () => api.get('/hubs');"],
    ['axios-retry on the package', "import axios from 'axios';\nimport axiosRetry from 'axios-retry';\naxiosRetry(axios, { retries: 3 });\nexport const hubs = () => axios.get(base + '/hubs');"],
    ['async-retry', "import retry from 'async-retry';\nexport const hubs = () => retry(async () => fetch(base + '/hubs'), { retries: 3 });"],
    ['cockatiel', "import { retry, handleAll } from 'cockatiel';\nconst policy = retry(handleAll, { maxAttempts: 3 });\nexport const hubs = () => policy.execute(() => fetch(base + '/hubs'));"],
    ['fetch-retry', "import fetchRetry from 'fetch-retry';\nconst again = fetchRetry(fetch);\nexport const hubs = () => again(base + '/hubs');"],
    ['an own helper of any name', "async function stubborn(action) { let n = 3; for (;;) { try { return await action(); } catch (error) { if (--n === 0) throw error; } } }\nexport const hubs = () => stubborn(() => fetch(base + '/hubs'));"],
  ])('is that of %s', (_, code) => {
    expect(handlingOf(code).retry).toBe(true);
  });
});

describe('a stream', () => {
  const connect = (event: string): readonly Handling[] => inSites(`import WebSocket from 'ws';\nexport function connect(server) { const socket = new WebSocket(server.url + '/:/websockets/notifications'); socket.on('${event}', () => { setTimeout(() => connect(server), 1000); }); }`);

  it('that connects again when it ends is tried again', () => {
    expect(connect('close')).toMatchObject([{ retry: true, status: null }]);
  });

  it('that opens others when a message comes is not', () => {
    expect(connect('message')).toMatchObject([{ retry: false }]);
  });
});

function inSites(code: string): readonly Handling[] {
  return requestsIn(code, 'main.js').map(({ handling }) => handling);
}
