import { preferHeaders } from '../../rules/prefer-headers.ts';
import { createRuleTester } from './rule-tester.ts';

createRuleTester().run('prefer-headers', preferHeaders, {
  valid: [
    {
      name: 'a client identifier',
      code: "await fetch(`${plexUrl}/hubs`, { headers: { 'X-Plex-Client-Identifier': id } });",
    },
    { name: 'headers that cannot be read', code: 'await fetch(`${plexUrl}/hubs`, { headers });' },
    { name: 'a missing token is another rule', code: 'await fetch(`${plexUrl}/hubs?X-Plex-Client-Identifier=${id}`);' },
    { name: 'excepted', code: 'await fetch(`${plexUrl}/hubs`);', options: [{ except: ['X-Plex-Client-Identifier'] }] },
  ],
  invalid: [
    {
      name: 'no client identifier',
      code: 'await fetch(`${plexUrl}/hubs`);',
      errors: [
        {
          messageId: 'missing',
          data: {
            operation: 'GET /hubs',
            header: 'X-Plex-Client-Identifier',
            through: '',
            reason: 'Without it devices cannot be told apart.',
          },
        },
      ],
    },
    {
      name: 'no product where the user sees it',
      code: "await fetch('https://plex.tv/api/v2/pins', { method: 'POST', headers: { 'X-Plex-Client-Identifier': id } });",
      errors: [{ messageId: 'missing' }],
    },
  ],
});
