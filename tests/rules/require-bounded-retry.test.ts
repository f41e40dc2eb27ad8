import { requireBoundedRetry } from '../../rules/require-bounded-retry.ts';
import { createRuleTester } from './rule-tester.ts';

const loop = (head: string, after: string): string => `export async function hubs() {\n  ${head} {\n    try { return await fetch(\`\${plexUrl}/hubs\`); } catch (error) { ${after} }\n  }\n}`;

createRuleTester().run('require-bounded-retry', requireBoundedRetry, {
  valid: [
    { name: 'three times, with a pause', code: loop('for (let attempt = 0; attempt < 3; attempt++)', 'await sleep(1000 * 2 ** attempt);') },
    { name: 'gives up', code: `let tries = 0;\n${loop('while (true)', 'if (++tries > 3) throw error; await sleep(1000);')}` },
    { name: 'a package with a limit and a pause', code: "import pRetry from 'p-retry'; await pRetry(() => fetch(`${plexUrl}/hubs`), { retries: 2 });" },
    { name: 'once more, at once', code: 'export async function hubs() { try { return await fetch(`${plexUrl}/hubs`); } catch { return await fetch(`${plexUrl}/hubs`); } }' },
    { name: 'a connection that is kept open', code: 'export async function listen() { while (true) { try { return await fetch(`${plexUrl}/:/eventsource/notifications`); } catch { await sleep(1000); } } }' },
    { name: 'another API', code: loop('for (;;)', '').replace('${plexUrl}', 'https://rates.example') },
  ],
  invalid: [
    { name: 'without an end, at the loop', code: loop('while (true)', 'await sleep(1000);'), errors: [{ messageId: 'endless', line: 2, data: { operation: 'GET /hubs', at: '' } }] },
    { name: 'without a pause', code: loop('for (let attempt = 0; attempt < 5; attempt++)', 'console.warn(error);'), errors: [{ messageId: 'atOnce', line: 2 }] },
    { name: 'without either', code: loop('for (;;)', ''), errors: [{ messageId: 'endlessAtOnce' }] },
    { name: 'a package that is told so', code: "import pRetry from 'p-retry'; await pRetry(() => fetch(`${plexUrl}/hubs`), { retries: Infinity });", errors: [{ messageId: 'endless' }] },
    { name: 'a package that does not wait by itself', code: "import axios from 'axios'; import axiosRetry from 'axios-retry'; axiosRetry(axios, { retries: 3 }); await axios.get(`${plexUrl}/hubs`);", errors: [{ messageId: 'atOnce' }] },
    {
      name: 'a function that calls itself',
      code: 'async function hubs() {\n  try { return await fetch(`${plexUrl}/hubs`); } catch {\n    return hubs();\n  }\n}',
      errors: [{ messageId: 'endlessAtOnce', line: 3 }],
    },
    {
      name: 'a wrapper, for two requests: once',
      code: `async function get(path) { for (;;) { try { return await fetch(\`\${plexUrl}\${path}\`); } catch { await sleep(1000); } } }\nawait get('/hubs');\nawait get('/identity');`,
      errors: [{ messageId: 'endless', line: 1 }],
    },
  ],
});
