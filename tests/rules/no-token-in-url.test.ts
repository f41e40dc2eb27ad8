import { noTokenInUrl } from '../../rules/no-token-in-url.ts';
import { createRuleTester } from './rule-tester.ts';

createRuleTester().run('no-token-in-url', noTokenInUrl, {
  valid: [
    { name: 'in a header', code: "await fetch(`${plexUrl}/identity`, { headers: { 'X-Plex-Token': token } });" },
    { name: 'a URL handed to an image is no request', code: 'image.src = `${plexUrl}/photo/:/transcode?url=a&X-Plex-Token=${token}`;' },
    { name: 'another parameter', code: 'await fetch(`${plexUrl}/identity?X-Plex-Product=mine`);' },
    { name: 'a stream, which cannot send headers', code: 'new WebSocket(`ws://${plexHost}:32400/:/websockets/notifications?X-Plex-Token=${token}`);' },
  ],
  invalid: [
    {
      name: 'written twice, sent by one function',
      code: [
        'await send(`${plexUrl}/identity?X-Plex-Token=${token}`);',
        'await send(`${plexUrl}/hubs?X-Plex-Token=${token}`);',
        'async function send(url) { return fetch(url); }',
      ].join('\n'),
      errors: [{ messageId: 'tokenInUrl', line: 1 }, { messageId: 'tokenInUrl', line: 2 }],
    },
    {
      name: 'behind another parameter, moved to the headers',
      code: "await fetch(`${plexUrl}/hubs?count=1&X-Plex-Token=${token}`, { headers: { Accept: 'application/json' } });",
      errors: [
        {
          messageId: 'tokenInUrl',
          line: 1,
          suggestions: [
            {
              messageId: 'useHeader',
              output: "await fetch(`${plexUrl}/hubs?count=1`, { headers: { 'X-Plex-Token': token, Accept: 'application/json' } });",
            },
          ],
        },
      ],
    },
    {
      name: 'before another parameter, with no header yet',
      code: 'await fetch(`${plexUrl}/hubs?X-Plex-Token=${token}&count=1`, { headers: {} });',
      errors: [
        {
          messageId: 'tokenInUrl',
          suggestions: [{ messageId: 'useHeader', output: "await fetch(`${plexUrl}/hubs?count=1`, { headers: { 'X-Plex-Token': token } });" }],
        },
      ],
    },
    {
      name: 'alone, moved to headers of its own',
      code: 'await fetch(`${plexUrl}/identity?X-Plex-Token=${token}`);',
      errors: [
        {
          messageId: 'tokenInUrl',
          data: { operation: 'GET /identity', name: 'X-Plex-Token', through: '' },
          suggestions: [{ messageId: 'useHeader', output: "await fetch(`${plexUrl}/identity`, { headers: { 'X-Plex-Token': token } });" }],
        },
      ],
    },
    {
      name: 'in a URL that a player gets as well: no suggestion',
      code: 'const url = `${plexUrl}/library/metadata/1?X-Plex-Token=${token}`; await fetch(url); player.load(url);',
      errors: [{ messageId: 'tokenInUrl' }],
    },
    {
      name: 'added by an exported function, which other files may use: no suggestion',
      code: ['export const build = (path) => `${plexUrl}${path}?X-Plex-Token=${token}`;', "await fetch(build('/hubs'));"].join('\n'),
      errors: [{ messageId: 'tokenInUrl' }],
    },
    {
      name: 'in the parameters of a client',
      code: "import axios from 'axios'; await axios.get(`${plexUrl}/identity`, { params: { 'X-Plex-Token': token } });",
      errors: [
        {
          messageId: 'tokenInUrl',
          suggestions: [
            {
              messageId: 'useHeader',
              output: "import axios from 'axios'; await axios.get(`${plexUrl}/identity`, { headers: { 'X-Plex-Token': token } });",
            },
          ],
        },
      ],
    },
    {
      name: 'set by a function that two requests go through: one finding, where it is written',
      code: [
        'async function get(path) {',
        '  return fetch(`${plexUrl}${path}?X-Plex-Token=${token}`);',
        '}',
        "await get('/identity');",
        "await get('/hubs');",
      ].join('\n'),
      errors: [
        {
          messageId: 'tokenInUrl',
          line: 2,
          suggestions: [
            {
              messageId: 'useHeader',
              output: [
                'async function get(path) {',
                "  return fetch(`${plexUrl}${path}`, { headers: { 'X-Plex-Token': token } });",
                '}',
                "await get('/identity');",
                "await get('/hubs');",
              ].join('\n'),
            },
          ],
        },
      ],
    },
  ],
});
