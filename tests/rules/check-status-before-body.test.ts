import { checkStatusBeforeBody } from '../../rules/check-status-before-body.ts';
import { createRuleTester } from './rule-tester.ts';

createRuleTester().run('check-status-before-body', checkStatusBeforeBody, {
  valid: [
    { name: 'checked first', code: 'const response = await fetch(`${plexUrl}/hubs`); if (!response.ok) throw new Error(); await response.json();' },
    { name: 'never checked: another rule has it', code: 'const response = await fetch(`${plexUrl}/hubs`); await response.json();' },
    { name: 'a client that parses by itself, and keeps the status beside the body', code: "import axios from 'axios'; const { data, status } = await axios.get(`${plexUrl}/hubs`, { validateStatus: () => true }); if (status !== 200) throw new Error(data);" },
    { name: 'the text is read first, and parsed after the check', code: 'const response = await fetch(`${plexUrl}/hubs`); const text = await response.text(); if (!response.ok) throw new Error(text); JSON.parse(text);' },
    {
      name: 'the pieces of the body are collected before the caller looks at the status',
      code: [
        "import http from 'node:http';",
        'const send = (url) => new Promise((resolve, reject) => {',
        '  const request = http.request(url, {}, (response) => {',
        '    const pieces = [];',
        "    response.on('data', (piece) => pieces.push(piece));",
        "    response.on('end', () => resolve([response.statusCode, Buffer.concat(pieces)]));",
        '  });',
        "  request.on('error', reject);",
        '  request.end();',
        '});',
        'const [status, body] = await send(`${plexUrl}/hubs`);',
        'if (status !== 200) throw new Error(body.toString());',
        'JSON.parse(body.toString());',
      ].join('\n'),
    },
    { name: 'the body is parsed in both branches, after the check', code: 'const response = await fetch(`${plexUrl}/hubs`); const body = response.ok ? await response.json() : await response.text();' },
  ],
  invalid: [
    {
      name: 'the body first',
      code: 'const response = await fetch(`${plexUrl}/hubs`); const body = await response.json(); if (!response.ok) throw new Error(body);',
      errors: [{ messageId: 'bodyFirst', data: { operation: 'GET /hubs', through: '' } }],
    },
    {
      name: 'the text first, parsed before the check',
      code: 'const response = await fetch(`${plexUrl}/hubs`); const body = JSON.parse(await response.text()); if (!response.ok) throw new Error(body.error);',
      errors: [{ messageId: 'bodyFirst' }],
    },
    {
      name: 'in a callback',
      code: 'export const hubs = () => fetch(`${plexUrl}/hubs`).then(async (response) => { const body = await response.json(); if (response.status !== 200) throw new Error(body.error); return body; });',
      errors: [{ messageId: 'bodyFirst' }],
    },
    {
      name: 'in a wrapper that two requests go through: once, at its send',
      code: [
        'async function get(path) {',
        '  const response = await fetch(`${plexUrl}${path}`);',
        '  const body = await response.json();',
        '  if (!response.ok) throw new Error(body.error);',
        '  return body;',
        '}',
        "await get('/hubs');",
        "await get('/identity');",
      ].join('\n'),
      errors: [{ messageId: 'bodyFirst', line: 2 }],
    },
  ],
});
