import { noUnknownEndpoint } from '../../rules/no-unknown-endpoint.ts';
import { createRuleTester } from './rule-tester.ts';

createRuleTester().run('no-unknown-endpoint', noUnknownEndpoint, {
  valid: [
    { name: 'documented', code: 'await fetch(`${plexUrl}/library/sections/${id}/all`);' },
    { name: 'undocumented, which is another rule', code: 'await fetch(`${plexUrl}/library/sections`);' },
    { name: 'a hole leaves it open', code: 'await fetch(`${plexUrl}/library/sections/${id}/${kind}`);' },
    { name: 'nothing tells that it is Plex', code: "await fetch(`${base}/no/such/path`);" },
    { name: 'a host of somebody else', code: "const plexUrl = 'https://api.example.org'; await fetch(`${plexUrl}/no/such`);" },
    { name: 'a path from a response', code: 'await fetch(plexUrl + item.key);' },
    { name: 'a method that is wrong is another rule', code: "await fetch(`${plexUrl}/identity`, { method: 'DELETE' });" },
    {
      name: 'allowed',
      code: 'await fetch(`${plexUrl}/my/plugin/${id}`);',
      options: [{ allow: ['GET /my/plugin/*'] }],
    },
    { name: 'allowed with any rest', code: 'await fetch(`${plexUrl}/my/plugin/${id}/x`);', options: [{ allow: ['/my/**'] }] },
  ],
  invalid: [
    {
      name: 'a misspelt segment, with the edit',
      code: 'await fetch(`${plexUrl}/library/section/${id}/all`);',
      errors: [
        {
          messageId: 'nearPath',
          line: 1,
          column: 46,
          suggestions: [{ messageId: 'usePath', output: 'await fetch(`${plexUrl}/library/sections/${id}/all`);' }],
        },
      ],
    },
    {
      name: 'nothing near',
      code: 'await fetch(`${plexUrl}/no/such/path`);',
      errors: [{ messageId: 'unknownPath', data: { api: 'Plex Media Server', path: '/no/such/path' } }],
    },
    {
      name: 'allowed for another method',
      code: 'await fetch(`${plexUrl}/no/such/path`);',
      options: [{ allow: ['POST /no/such/path'] }],
      errors: [{ messageId: 'unknownPath' }],
    },
    {
      name: 'in a template kept in a variable: reported where the path is written',
      code: ['const url = `${plexUrl}/no/such/path`;', 'await fetch(url);'].join('\n'),
      errors: [{ messageId: 'unknownPath', line: 1 }],
    },
    {
      name: 'on a host of the cloud',
      code: "await fetch('https://plex.tv/api/v2/usr');",
      errors: [
        {
          messageId: 'nearPath',
          data: { api: 'plex.tv', path: '/api/v2/usr', near: '/api/v2/user' },
          suggestions: [{ messageId: 'usePath', output: "await fetch('https://plex.tv/api/v2/user');" }],
        },
      ],
    },
  ],
});
