import { noUnknownHeaders } from '../../rules/no-unknown-headers.ts';
import { createRuleTester } from './rule-tester.ts';

createRuleTester().run('no-unknown-headers', noUnknownHeaders, {
  valid: [
    { name: 'known, whatever its case', code: "await fetch(`${plexUrl}/hubs`, { headers: { 'x-plex-token': token, accept: 'application/json' } });" },
    { name: 'a header of everybody', code: "await fetch(`${plexUrl}/hubs`, { headers: { 'User-Agent': 'mine', Expect: '100-continue' } });" },
    { name: 'a header of your own', code: "await fetch(`${plexUrl}/hubs`, { headers: { 'X-Request-Id': id } });" },
    { name: 'a query parameter that is not of the family is another rule', code: 'await fetch(`${plexUrl}/hubs?cuont=1`);' },
    { name: 'not known and near nothing, which only `all` reports', code: "await fetch(`${plexUrl}/hubs`, { headers: { 'X-Plex-Shoe-Size': '44' } });" },
    {
      name: 'a description that lists no headers',
      code: "await fetch('https://api.other.example/things/1', { headers: { 'X-Other-Kye': key } });",
      settings: { 'plex-api': { descriptions: ['tests/rules/fixtures/other-api.yaml'] } },
    },
  ],
  invalid: [
    {
      name: 'misspelt',
      code: "await fetch(`${plexUrl}/hubs`, { headers: { 'X-Plex-Tokn': token } });",
      errors: [
        {
          messageId: 'misspelt',
          line: 1,
          data: { api: 'Plex Media Server', name: 'X-Plex-Tokn', near: 'X-Plex-Token', through: '' },
          suggestions: [{ messageId: 'useName', data: { near: 'X-Plex-Token' }, output: "await fetch(`${plexUrl}/hubs`, { headers: { 'X-Plex-Token': token } });" }],
        },
      ],
    },
    {
      name: 'with underscores, as a key without quotes',
      code: 'await fetch(`${plexUrl}/hubs`, { headers: { X_Plex_Token: token } });',
      errors: [{ messageId: 'misspelt', suggestions: [{ messageId: 'useName', output: "await fetch(`${plexUrl}/hubs`, { headers: { 'X-Plex-Token': token } });" }] }],
    },
    {
      name: 'a shorthand, which keeps its variable',
      code: 'await fetch(`${plexUrl}/hubs`, { headers: { X_Plex_Token } });',
      errors: [{ messageId: 'misspelt', suggestions: [{ messageId: 'useName', output: "await fetch(`${plexUrl}/hubs`, { headers: { 'X-Plex-Token': X_Plex_Token } });" }] }],
    },
    {
      name: 'in the query',
      code: 'await fetch(`${plexUrl}/hubs?X_Plex_Token=${token}`);',
      errors: [{ messageId: 'misspelt', suggestions: [{ messageId: 'useName', output: 'await fetch(`${plexUrl}/hubs?X-Plex-Token=${token}`);' }] }],
    },
    {
      name: 'a well-known header without its dash',
      code: "await fetch('https://plex.tv/api/v2/pins', { method: 'POST', headers: { contentType: 'application/json' } });",
      errors: [
        {
          messageId: 'misspelt',
          data: { api: 'plex.tv', name: 'contentType', near: 'Content-Type', through: '' },
          suggestions: [{ messageId: 'useName', output: "await fetch('https://plex.tv/api/v2/pins', { method: 'POST', headers: { 'Content-Type': 'application/json' } });" }],
        },
      ],
    },
    {
      name: 'near nothing',
      code: "await fetch(`${plexUrl}/hubs`, { headers: { 'X-Plex-Shoe-Size': '44' } });",
      options: [{ report: 'all' }],
      errors: [{ messageId: 'unknown', data: { api: 'Plex Media Server', name: 'X-Plex-Shoe-Size', near: null, through: '' } }],
    },
    {
      name: 'sent by two requests and written once',
      code: "const headers = { 'X-Plex-Tokn': token };\nawait fetch(`${plexUrl}/hubs`, { headers });\nawait fetch(`${plexUrl}/identity`, { headers });",
      errors: [
        {
          messageId: 'misspelt',
          line: 1,
          suggestions: [
            {
              messageId: 'useName',
              output: "const headers = { 'X-Plex-Token': token };\nawait fetch(`${plexUrl}/hubs`, { headers });\nawait fetch(`${plexUrl}/identity`, { headers });",
            },
          ],
        },
      ],
    },
  ],
});
