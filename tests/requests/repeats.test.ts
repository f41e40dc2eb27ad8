import { describe, expect, it } from 'vitest';
import { requestsIn, siteIn } from './memory-loader.ts';
import type { Handling, Repeat } from '../../requests/request-site.ts';

const handlingOf = (code: string): Handling => siteIn(code, 'main.js').handling;
const repeatOf = (code: string): Repeat | undefined => handlingOf(code).repeats[0];
const inSend = (code: string): Repeat | undefined => requestsIn(`export async function send() { ${code} }`, 'main.js')[0]?.handling.repeats[0];

describe('a loop', () => {
  it.each([
    ['that sends a field called name', "for (let attempt = 0; attempt < 3; attempt++) { try { const r = await fetch(`${base}/hubs`, { method: 'POST', body: JSON.stringify({ name: 'a' }) }); if (!r.ok) throw new Error(); return r; } catch (error) { await sleep(100); } }", { limit: 2, statuses: 'all', afterLoss: true }],
    ['that counts', 'for (let attempt = 0; attempt < 3; attempt++) { try { const r = await fetch(`${base}/hubs`); if (!r.ok) throw new Error(); return r; } catch (error) { await sleep(100); } }', { limit: 2, pauses: true, statuses: 'all', afterLoss: true }],
    ['that counts and does not wait', 'for (let i = 1; i <= 5; i++) { try { return await get(`${base}/hubs`); } catch {} }\nasync function get(url) { const r = await fetch(url); if (!r.ok) throw new Error(); return r.json(); }', { limit: 4, pauses: false }],
    ['without an end', 'for (;;) { try { return await fetch(`${base}/hubs`); } catch { await delay(1000); } }', { limit: 'endless', pauses: true, statuses: [] }],
    ['that runs until there is an answer', 'let response; while (!response) { try { response = await fetch(`${base}/hubs`); } catch (error) { console.log(error.message); } }', { limit: 'endless', pauses: false }],
    ['that gives up in the handler', 'let n = 0; while (true) { try { return await fetch(`${base}/hubs`); } catch (error) { if (++n > 3) throw error; } }', { limit: null }],
    ['that gives up behind the try', 'let n = 0; while (true) { try { return await fetch(`${base}/hubs`); } catch {} if (++n > 3) break; }', { limit: null }],
    ['that waits by a promise', 'while (true) { try { return await fetch(`${base}/hubs`); } catch {} await new Promise((resolve) => setTimeout(resolve, 1000)); }', { limit: 'endless', pauses: true }],
    ['that may wait', 'while (true) { try { return await fetch(`${base}/hubs`); } catch {} await throttle.next(); }', { pauses: null }],
    ['that picks statuses', 'for (let attempt = 0; attempt < 3; attempt++) { const r = await fetch(`${base}/hubs`); if (r.status === 429 || r.status === 401) { await sleep(100); continue; } return r; }', { statuses: [429, 401], afterLoss: false }],
    ['that tells failures apart by something else', 'for (let attempt = 0; attempt < 3; attempt++) { try { return await fetch(`${base}/hubs`); } catch (error) { if (!isRetryable(error)) throw error; } }', { statuses: null, afterLoss: null }],
    ['that asks until a field is there', 'for (let attempts = 0; attempts < 60; attempts++) { const r = await fetch(`${base}/hubs`); const body = await r.json(); if (body.done) return body; await sleep(1000); }', { limit: 59, pauses: true, statuses: null, afterLoss: false }],
  ])('%s', (_, code, repeat) => {
    expect(inSend(code)).toMatchObject({ by: 'loop', methods: 'all', ...repeat });
  });

  it('heeds Retry-After where its module speaks of it', () => {
    const loop = (wait: string): string => `for (let attempt = 0; attempt < 3; attempt++) { const r = await fetch(\`\${base}/hubs\`); if (r.ok) return r; await sleep(${wait}); }`;
    expect(inSend(loop("r.headers.get('retry-after') * 1000"))?.heedsRetryAfter).toBe(true);
    expect(inSend(loop('1000'))?.heedsRetryAfter).toBe(false);
  });
});

describe('an option of the client', () => {
  it.each([
    ['got', 'got', '{ retry: { limit: 5, statusCodes: [401, 503], methods: ["GET", "post"] } }', { limit: 5, pauses: true, statuses: [401, 503], methods: ['GET', 'POST'], heedsRetryAfter: true }],
    ['got by a number', 'got', '{ retry: 1 }', { limit: 1, afterLoss: true }],
    ['ky without an end', 'ky', '{ retry: { limit: Infinity } }', { limit: 'endless' }],
    ['ky that is asked', 'ky', '{ retry: { limit: 2, shouldRetry: ({ error }) => decide(error) } }', { statuses: null, afterLoss: null }],
  ])('%s', (_, client, options, repeat) => {
    expect(repeatOf(`import ${client} from '${client}';\nexport const hubs = () => ${client}.get(base + '/hubs', ${options}).json();`)).toMatchObject({ by: 'client', ...repeat });
  });

  it.each(['{ retry: 0 }', '{ retry: { limit: 0 } }'])('that says none: %s', (options) => {
    expect(handlingOf(`import got from 'got';\nexport const hubs = () => got.get(base + '/hubs', ${options}).json();`)).toMatchObject({ retry: false, retryOpen: false });
  });

  it('that is not given leaves it to the client', () => {
    expect(handlingOf("import ky from 'ky';\nexport const hubs = () => ky.get(base + '/hubs').json();")).toMatchObject({ retry: false, retryOpen: true });
  });

  it('ofetch has others beside it that say how long to wait, and after what', () => {
    const options = "{ retry: 2, retryStatusCodes: [429, 503], retryDelay: ({ response }) => Number(response?.headers.get('retry-after')) * 1000 }";
    expect(repeatOf(`import { ofetch } from 'ofetch';\nexport const hubs = () => ofetch(base + '/hubs', ${options});`)).toMatchObject({ limit: 2, pauses: true, statuses: [429, 503], heedsRetryAfter: true });
    expect(repeatOf("import { ofetch } from 'ofetch';\nexport const hubs = () => ofetch(base + '/hubs', { retry: 2, retryDelay: 500 });")).toMatchObject({ pauses: true, heedsRetryAfter: false });
  });

  it('ofetch repeats at once, and any method when told to', () => {
    expect(repeatOf("import { ofetch } from 'ofetch';\nexport const hubs = () => ofetch(base + '/hubs', { method: 'POST', retry: 3 });")).toMatchObject({ limit: 3, pauses: false, methods: 'all' });
  });
});

describe('a package', () => {
  const withAxios = (options: string): Repeat | undefined =>
    repeatOf(`import axios from 'axios';\nimport axiosRetry from 'axios-retry';\nconst api = axios.create({ baseURL: base });\naxiosRetry(api, ${options});\nexport const hubs = () => api.get('/hubs');`);

  it.each([
    ['{}', { limit: 3, pauses: false, statuses: [500, 502, 503, 504] }],
    ['{ retries: 5, retryDelay: axiosRetry.exponentialDelay }', { limit: 5, pauses: true }],
    ['{ retryCondition: () => true }', { statuses: 'all', methods: 'all', afterLoss: true }],
    ['{ retryCondition: (error) => error.response?.status === 401 }', { statuses: [401], methods: 'all', afterLoss: null }],
    ['{ retryCondition: (error) => [429, 503].includes(error.response?.status) }', { statuses: [429, 503] }],
    ['{ retryCondition: (error) => error.response?.status !== 401 }', { statuses: null }],
  ])('axios-retry with %s', (options, repeat) => {
    expect(withAxios(options)).toMatchObject({ by: 'package', ...repeat });
  });

  it.each([
    ['p-retry', "import pRetry from 'p-retry';", 'pRetry(get)', { limit: 10, pauses: true, statuses: 'all', afterLoss: true }],
    ['p-retry without an end', "import pRetry from 'p-retry';", 'pRetry(get, { retries: Number.POSITIVE_INFINITY })', { limit: 'endless' }],
    ['p-retry that is asked', "import pRetry from 'p-retry';", 'pRetry(get, { retries: 3, shouldRetry: decide })', { limit: 3, statuses: null }],
    ['p-retry that gives up', "import pRetry, { AbortError } from 'p-retry';", "pRetry(async () => { const r = await fetch(base + '/hubs'); if (r.status === 404) throw new AbortError('gone'); return r; }, { retries: 3 })", { limit: 3, statuses: null, afterLoss: null }],
    ['async-retry for ever', "import retry from 'async-retry';", 'retry(get, { forever: true })', { limit: 'endless', pauses: true }],
    ['exponential-backoff', "import { backOff } from 'exponential-backoff';", 'backOff(get, { numOfAttempts: 4 })', { limit: 3, pauses: true }],
    ['cockatiel by itself', "import { handleAll, retry } from 'cockatiel';\nconst policy = retry(handleAll, {});", 'policy.execute(get)', { limit: 'endless', pauses: false }],
    ['cockatiel', "import { ExponentialBackoff, handleAll, retry } from 'cockatiel';\nconst policy = retry(handleAll, { maxAttempts: 3, backoff: new ExponentialBackoff() });", 'policy.execute(get)', { limit: 3 }],
  ])('%s', (_, imports, call, repeat) => {
    const get = "async () => { const r = await fetch(base + '/hubs'); if (!r.ok) throw new Error(); return r.json(); }";
    expect(repeatOf(`${imports}\nexport const hubs = () => ${call.replace('get', get)};`)).toMatchObject({ by: 'package', ...repeat });
  });
});

describe('a function that calls itself', () => {
  it('after a failure, without an end', () => {
    expect(repeatOf("async function get(path) { try { return await fetch(base + path); } catch { return get(path); } }\nexport const hubs = () => get('/hubs');")).toMatchObject({ by: 'recursion', limit: 'endless', pauses: false });
  });

  it.each([
    ['with a count', 'async function get(path, left) { try { return await fetch(base + path); } catch (error) { if (left > 0) return get(path, left - 1); throw error; } }'],
    ['with a flag', 'async function get(path, again) { try { return await fetch(base + path); } catch (error) { if (again) throw error; return get(path, true); } }'],
    ['after a status', 'async function get(path) { const r = await fetch(base + path); if (r.status === 401) { await login(); return get(path); } return r; }'],
  ])('%s may end', (_, code) => {
    expect(repeatOf(`${code}\nexport const hubs = () => get('/hubs');`)).toMatchObject({ by: 'recursion', limit: null });
  });
});

it('a second call that is written out repeats once, after a failure that may have been carried out', () => {
  expect(inSend('try { return await fetch(`${base}/hubs`); } catch { return await fetch(`${base}/hubs`); }')).toMatchObject({ by: 'resend', limit: 1, afterLoss: true });
  expect(inSend('const r = await fetch(`${base}/hubs`); if (r.status === 401) { await login(); return fetch(`${base}/hubs`); } return r;')).toMatchObject({ by: 'resend', afterLoss: null });
});

describe('a time for the whole answer', () => {
  it.each([
    ['is set by AbortSignal.timeout', "fetch(base + '/hubs', { signal: AbortSignal.timeout(5000) })", true],
    ['is set by one of several signals', "fetch(base + '/hubs', { signal: AbortSignal.any([other, AbortSignal.timeout(5000)]) })", true],
    ['is set by got', "got(base + '/hubs', { timeout: { request: 5000 } })", true],
    ['is not set by another limit of got', "got(base + '/hubs', { timeout: { response: 5000 } })", false],
    ['is not set by axios, whose limit starts anew with each piece', "axios.get(base + '/hubs', { timeout: 5000 })", false],
    ['is not set by ky, whose limit ends with the headers', "ky.get(base + '/hubs', { timeout: 5000 })", false],
  ])('%s', (_, call, isSet) => {
    const { deadline, timeout } = handlingOf(`import got from 'got';\nimport ky from 'ky';\nimport axios from 'axios';\nexport const hubs = () => ${call};`);
    expect([timeout, deadline !== null]).toEqual([true, isSet]);
  });
});

it.each([
  ['an option that is handed on', 'export const hubs = (signal) => fetch(`${base}/hubs`, { signal });', true],
  ['options that are handed on', 'export const hubs = (options) => fetch(`${base}/hubs`, { ...options, method: "GET" });', true],
  ['a client with a limit of its own', "import ky from 'ky';\nexport const hubs = () => ky.get(base + '/hubs');", true],
  ['nobody, where the client is told to have none', "import ky from 'ky';\nexport const hubs = () => ky.get(base + '/hubs', { timeout: false });", false],
  ['an instance that is known by its type', 'import type { AxiosInstance } from "axios";\nexport const hubs = (api: AxiosInstance) => api.get("/hubs");', true],
  ['nothing', 'export const hubs = () => fetch(`${base}/hubs`);', false],
])('a limit may be set by %s', (_, code, isOpen) => {
  expect(siteIn(code, 'main.ts').handling).toMatchObject({ timeout: false, timeoutOpen: isOpen });
});
