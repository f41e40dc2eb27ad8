import { noUnsafeRetry } from '../../rules/no-unsafe-retry.ts';
import { createRuleTester } from './rule-tester.ts';

const create = 'fetch(`${plexUrl}/playlists`, { method: "POST" })';
const get = 'async () => { const response = await fetch(`${plexUrl}/hubs`); if (!response.ok) throw new Error("failed"); return response.json(); }';
const shop = { 'plex-api': { descriptions: ['./tests/rules/fixtures/shop.yaml'] } };

createRuleTester().run('no-unsafe-retry', noUnsafeRetry, {
  valid: [
    { name: 'a read', code: "import pRetry from 'p-retry'; await pRetry(() => fetch(`${plexUrl}/hubs`));" },
    { name: 'what is idempotent by the description', code: "import pRetry from 'p-retry'; await pRetry(() => fetch(`${plexUrl}/library/metadata/1`, { method: 'DELETE' }));" },
    { name: 'after a status that refuses', code: `export async function send() { for (let attempt = 0; attempt < 3; attempt++) { const response = await ${create}; if (response.status === 429) { await sleep(1000); continue; } return response; } }` },
    { name: 'a client that leaves this method out', code: "import axios from 'axios'; import axiosRetry from 'axios-retry'; axiosRetry(axios, { retries: 3 }); await axios.post(`${plexUrl}/playlists`);" },
    { name: 'once more with a new token', code: 'export async function hubs() { const response = await fetch(`${plexUrl}/hubs`); if (response.status === 401) { await login(); return fetch(`${plexUrl}/hubs`); } return response; }' },
    { name: 'a 401 that is left out', code: `import pRetry, { AbortError } from 'p-retry'; await pRetry(async () => { const response = await fetch(\`\${plexUrl}/hubs\`); if (response.status === 401) throw new AbortError('token'); if (!response.ok) throw new Error(); return response.json(); });` },
    { name: 'failures that something tells apart', code: `import pRetry from 'p-retry'; await pRetry(${get}, { shouldRetry: isTransient });` },
    { name: 'a status is no failure: only a lost connection is repeated', code: "import pRetry from 'p-retry'; const response = await pRetry(() => fetch(`${plexUrl}/hubs`));" },
    { name: 'an order that the description of the shop calls idempotent', settings: shop, code: "import pRetry from 'p-retry'; await pRetry(() => fetch(`https://api.shop.example/v1/orders/1/cancel`, { method: 'POST' }));" },
  ],
  invalid: [
    {
      name: 'by a package',
      code: `import pRetry from 'p-retry'; await pRetry(() => ${create});`,
      errors: [{ messageId: 'twice', data: { operation: 'POST /playlists', reason: 'The description says that it is not idempotent.' } }],
    },
    {
      name: 'by a second call',
      code: `export async function send() { try { return await ${create}; } catch { return await ${create}; } }`,
      errors: [{ messageId: 'twice' }, { messageId: 'twice' }],
    },
    {
      name: 'by a loop around a wrapper',
      code: `export async function send() { for (let attempt = 0; attempt < 3; attempt++) { try { return await post('/playlists'); } catch (error) { await sleep(1000); } } }\nconst post = (path) => fetch(\`\${plexUrl}\${path}\`, { method: 'POST' });`,
      errors: [{ messageId: 'twice', line: 1 }],
    },
    {
      name: 'by an option that names the method',
      code: "import got from 'got'; await got.post(`${plexUrl}/playlists`, { retry: { limit: 2, methods: ['POST'] } });",
      errors: [{ messageId: 'twice' }],
    },
    {
      name: 'a 401, with all failures',
      code: `import pRetry from 'p-retry'; await pRetry(${get});`,
      errors: [{ messageId: 'unauthorized', data: { operation: 'GET /hubs', at: '' } }],
    },
    {
      name: 'a 401, by its number',
      code: "import ky from 'ky'; await ky.get(`${plexUrl}/hubs`, { retry: { limit: 2, statusCodes: [401, 503] } }).json();",
      errors: [{ messageId: 'unauthorized' }],
    },
    {
      name: 'a 401 in a loop, for two requests: once, at the loop',
      code: `async function get(path) {\n  for (let attempt = 0; attempt < 3; attempt++) {\n    try { const response = await fetch(\`\${plexUrl}\${path}\`); if (!response.ok) throw new Error('failed'); return response.json(); } catch (error) { await sleep(1000); }\n  }\n}\nawait get('/hubs');\nawait get('/prefs');`,
      errors: [{ messageId: 'unauthorized', line: 2 }],
    },
    {
      name: 'a POST of an API that does not say',
      settings: shop,
      code: "import pRetry from 'p-retry'; await pRetry(() => fetch(`https://api.shop.example/v1/orders`, { method: 'POST' }));",
      errors: [{ messageId: 'twice', data: { operation: 'POST /orders', reason: 'A POST is not idempotent, unless the description says so.' } }],
    },
  ],
});
