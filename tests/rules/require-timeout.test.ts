import { requireTimeout } from '../../rules/require-timeout.ts';
import { createRuleTester } from './rule-tester.ts';

createRuleTester().run('require-timeout', requireTimeout, {
  valid: [
    { name: 'a signal', code: 'await fetch(`${plexUrl}/hubs`, { signal: AbortSignal.timeout(30_000) });' },
    { name: 'an option of the instance', code: "import axios from 'axios'; const api = axios.create({ baseURL: plexUrl, timeout: 30000 }); await api.get('/hubs');" },
    { name: 'the caller may set one', code: 'export const hubs = (signal) => fetch(`${plexUrl}/hubs`, { signal });' },
    { name: 'the instance may have one', code: "import type { AxiosInstance } from 'axios'; export const hubs = (plex: AxiosInstance) => plex.get('/hubs');" },
    { name: 'a client that has one by itself', code: "import ky from 'ky'; await ky.get(`${plexUrl}/hubs`).json();" },
    { name: 'a download: no time is right', code: 'await fetch(`${plexUrl}/library/parts/1/2/file.mkv`);' },
    { name: 'a connection that is kept', code: 'new WebSocket(`${plexUrl}/:/websockets/notifications`);' },
  ],
  invalid: [
    {
      name: 'none, with the edit',
      code: 'await fetch(`${plexUrl}/hubs`);',
      errors: [{ messageId: 'noTimeout', data: { operation: 'GET /hubs', client: 'fetch', through: '' }, suggestions: [{ messageId: 'addTimeout', output: 'await fetch(`${plexUrl}/hubs`, { signal: AbortSignal.timeout(30_000) });' }] }],
    },
    {
      name: 'none beside other options',
      code: 'await fetch(`${plexUrl}/hubs`, { headers });',
      errors: [{ messageId: 'noTimeout', suggestions: [{ messageId: 'addTimeout', output: 'await fetch(`${plexUrl}/hubs`, { headers, signal: AbortSignal.timeout(30_000) });' }] }],
    },
    {
      name: 'axios has an option of its own',
      code: "import axios from 'axios'; await axios.post(`${plexUrl}/playlists`, null, { params });",
      errors: [{ messageId: 'noTimeout', suggestions: [{ messageId: 'addTimeout', output: "import axios from 'axios'; await axios.post(`${plexUrl}/playlists`, null, { params, timeout: 30_000 });" }] }],
    },
    {
      name: 'got has limits of several kinds',
      code: "import got from 'got'; await got.get(`${plexUrl}/hubs`).json();",
      errors: [{ messageId: 'noTimeout', suggestions: [{ messageId: 'addTimeout', output: "import got from 'got'; await got.get(`${plexUrl}/hubs`, { timeout: { request: 30_000 } }).json();" }] }],
    },
    {
      name: 'by a wrapper: once, at its send, before the options that it is given, which may have their own',
      code: 'const get = (path) => fetch(`${plexUrl}${path}`, options);\nconst options = { headers };\nawait get("/hubs");\nawait get("/identity");',
      errors: [{
        messageId: 'noTimeout', line: 1,
        suggestions: [{ messageId: 'addTimeout', output: 'const get = (path) => fetch(`${plexUrl}${path}`, { signal: AbortSignal.timeout(30_000), ...options });\nconst options = { headers };\nawait get("/hubs");\nawait get("/identity");' }],
      }],
    },
  ],
});
