import { preferRetry } from '../../rules/prefer-retry.ts';
import { createRuleTester } from './rule-tester.ts';

createRuleTester().run('prefer-retry', preferRetry, {
  valid: [
    { name: 'repeated', code: "import pRetry from 'p-retry'; await pRetry(() => fetch(`${plexUrl}/hubs`), { retries: 2 });" },
    { name: 'a client that repeats by itself', code: "import got from 'got'; await got.get(`${plexUrl}/hubs`).json();" },
    { name: 'not to be repeated', code: 'await fetch(`${plexUrl}/playlists`, { method: "POST" });' },
    { name: 'a connection that is opened anew', code: 'await fetch(`${plexUrl}/:/eventsource/notifications`);' },
  ],
  invalid: [
    { name: 'a read', code: 'await fetch(`${plexUrl}/hubs`);', errors: [{ messageId: 'noRetry', data: { operation: 'GET /hubs', through: '' } }] },
    { name: 'a client that is told not to', code: "import got from 'got'; await got.get(`${plexUrl}/hubs`, { retry: { limit: 0 } }).json();", errors: [{ messageId: 'noRetry' }] },
    {
      name: 'by a wrapper: once',
      code: 'const get = (path) => fetch(`${plexUrl}${path}`);\nawait get("/hubs");\nawait get("/hubs/search?query=a");',
      errors: [{ messageId: 'noRetry' }],
    },
  ],
});
