import { honorRetryAfter } from '../../rules/honor-retry-after.ts';
import { createRuleTester } from './rule-tester.ts';

const loop = (wait: string): string => `export async function hubs() {\n  for (let attempt = 0; attempt < 3; attempt++) {\n    const response = await fetch(\`\${plexUrl}/hubs\`);\n    if (response.ok) return response.json();\n    await sleep(${wait});\n  }\n}`;

createRuleTester().run('honor-retry-after', honorRetryAfter, {
  valid: [
    { name: 'read from the header', code: loop("Number(response.headers.get('Retry-After') ?? 1) * 1000") },
    { name: 'the client does it', code: "import ky from 'ky'; await ky.get(`${plexUrl}/hubs`, { retry: 3 }).json();" },
    { name: 'only other statuses are repeated', code: 'export async function hubs() { for (let attempt = 0; attempt < 3; attempt++) { const response = await fetch(`${plexUrl}/hubs`); if (response.status === 502) { await sleep(1000); continue; } return response; } }' },
    { name: 'only a lost connection is repeated', code: 'export async function hubs() { for (let attempt = 0; attempt < 3; attempt++) { try { return await fetch(`${plexUrl}/hubs`); } catch { await sleep(1000); } } }' },
  ],
  invalid: [
    { name: 'a pause of its own, at the loop', code: loop('1000 * 2 ** attempt'), errors: [{ messageId: 'ignored', line: 2, data: { operation: 'GET /hubs', at: '' } }] },
    {
      name: 'a 503 by its number',
      code: 'export async function hubs() { for (let attempt = 0; attempt < 3; attempt++) { const response = await fetch(`${plexUrl}/hubs`); if ([502, 503].includes(response.status)) { await sleep(1000); continue; } return response; } }',
      errors: [{ messageId: 'ignored' }],
    },
  ],
});
