import { requireStatusCheck } from '../../rules/require-status-check.ts';
import { createRuleTester } from './rule-tester.ts';

createRuleTester().run('require-status-check', requireStatusCheck, {
  valid: [
    {
      name: 'checked',
      code: 'const response = await fetch(`${plexUrl}/hubs`); if (!response.ok) throw new Error(); await response.json();',
    },
    {
      name: 'compared with a status',
      code: 'const response = await fetch(`${plexUrl}/hubs`); if (response.status !== 200) throw new Error(); await response.json();',
    },
    { name: 'a client that throws', code: "import axios from 'axios'; const { data } = await axios.get(`${plexUrl}/hubs`);" },
    {
      name: 'looked at too late: another rule has it',
      code: 'const response = await fetch(`${plexUrl}/hubs`); const body = await response.json(); if (!response.ok) throw new Error(body);',
    },
    { name: 'nobody waits for the answer: another rule has it', code: 'fetch(`${plexUrl}/hubs`);' },
    { name: 'handed out as it is', code: 'export function hubs() { return fetch(`${plexUrl}/hubs`); }' },
  ],
  invalid: [
    {
      name: 'a write whose answer is dropped',
      code: "await fetch(`${plexUrl}/:/scrobble?key=1`, { method: 'PUT' });",
      errors: [{ messageId: 'unchecked' }],
    },
    {
      name: 'used without a look, with the edit',
      code: ['async function hubs() {', '  const response = await fetch(`${plexUrl}/hubs`);', '  return response.json();', '}'].join('\n'),
      errors: [
        {
          messageId: 'unchecked',
          data: { operation: 'GET /hubs', through: '', client: 'fetch' },
          line: 2,
          suggestions: [
            {
              messageId: 'addCheck',
              output: [
                'async function hubs() {',
                '  const response = await fetch(`${plexUrl}/hubs`);',
                '  if (!response.ok) throw new Error(`The request failed with status ${response.status}.`);',
                '  return response.json();',
                '}',
              ].join('\n'),
            },
          ],
        },
      ],
    },
    {
      name: 'in one expression: no edit',
      code: 'const hubs = await (await fetch(`${plexUrl}/hubs`)).json();',
      errors: [{ messageId: 'unchecked' }],
    },
    {
      name: 'by a function that two requests go through: one finding, at the send',
      code: [
        'async function get(path) {',
        '  const response = await fetch(`${plexUrl}${path}`);',
        '  return response.json();',
        '}',
        "await get('/hubs');",
        "await get('/identity');",
      ].join('\n'),
      errors: [
        {
          messageId: 'unchecked',
          line: 2,
          suggestions: [
            {
              messageId: 'addCheck',
              output: [
                'async function get(path) {',
                '  const response = await fetch(`${plexUrl}${path}`);',
                '  if (!response.ok) throw new Error(`The request failed with status ${response.status}.`);',
                '  return response.json();',
                '}',
                "await get('/hubs');",
                "await get('/identity');",
              ].join('\n'),
            },
          ],
        },
      ],
    },
  ],
});
