import { noRetiredEndpoint } from '../../rules/no-retired-endpoint.ts';
import { createRuleTester } from './rule-tester.ts';

createRuleTester().run('no-retired-endpoint', noRetiredEndpoint, {
  valid: [
    { name: 'alive', code: "await fetch('https://plex.tv/api/v2/user');" },
    { name: 'the same path on the host that has it', code: "await fetch('https://discover.provider.plex.tv/library/sections/watchlist/all');" },
    { name: 'allowed', code: "await fetch('https://plex.tv/api/v2/friends');", options: [{ allow: ['/api/v2/friends'] }] },
  ],
  invalid: [
    {
      name: 'moved to another host: the edit changes the host',
      code: "await fetch('https://metadata.provider.plex.tv/library/sections/watchlist/all');",
      errors: [
        {
          messageId: 'retired',
          suggestions: [
            {
              messageId: 'useReplacement',
              output: "await fetch('https://discover.provider.plex.tv/library/sections/watchlist/all');",
            },
          ],
        },
      ],
    },
    {
      name: 'moved to another path: the hole stays',
      code: "await fetch(`https://plex.tv/api/friends/${id}`, { method: 'DELETE' });",
      errors: [
        {
          messageId: 'retired',
          data: {
            operation: 'DELETE /api/friends/{userId}',
            api: 'plex.tv',
            since: ' (2024-05)',
            replacement: 'DELETE plex.tv/api/v2/sharings/{userId}',
          },
          suggestions: [
            { messageId: 'useReplacement', output: "await fetch(`https://plex.tv/api/v2/sharings/${id}`, { method: 'DELETE' });" },
          ],
        },
      ],
    },
  ],
});
