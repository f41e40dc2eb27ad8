import { preferHeaders } from '../../rules/prefer-headers.ts';
import { createRuleTester } from './rule-tester.ts';

const REASONS: Readonly<Record<string, string>> = {
  'X-Plex-Version': 'The user sees the version in the list of devices.',
  'X-Plex-Device': 'The user sees the device in the list of devices.',
  'X-Plex-Device-Name': 'The user sees the name of the device in the list of devices.',
  'X-Plex-Pms-Api-Version': 'A server of a later API version may answer otherwise where no version is asked for.',
};

createRuleTester().run('prefer-headers', preferHeaders, {
  valid: [
    {
      name: 'a client identifier',
      code: "await fetch(`${plexUrl}/hubs`, { headers: { 'X-Plex-Client-Identifier': id } });",
    },
    { name: 'headers that cannot be read', code: 'await fetch(`${plexUrl}/hubs`, { headers });' },
    { name: 'a missing token is another rule', code: 'await fetch(`${plexUrl}/hubs?X-Plex-Client-Identifier=${id}`);' },
    {
      name: 'a version of the app, which only `all` asks for',
      code: "await fetch(`${plexUrl}/hubs`, { headers: { 'X-Plex-Client-Identifier': id } });",
      options: [{ report: 'usual' }],
    },
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
      name: 'one finding for a wrapper that all requests lack it through',
      code: "const get = (path) => fetch(plexUrl + path, { headers: { Accept: 'application/json' } });\nexport const identity = () => get('/identity');\nexport const hubs = () => get('/hubs');\nexport const sessions = () => get('/status/sessions');",
      errors: [{ messageId: 'missing', line: 1, data: { operation: 'GET /identity', header: 'X-Plex-Client-Identifier', through: '', reason: 'Without it devices cannot be told apart.' } }],
    },
    {
      name: 'one each where another request through the wrapper sends it',
      code: "const get = (path, headers = {}) => fetch(plexUrl + path, { headers: { Accept: 'application/json', ...headers } });\nexport const named = () => get('/playlists', { 'X-Plex-Client-Identifier': 'id' });\nexport const hubs = () => get('/hubs');\nexport const sessions = () => get('/status/sessions');",
      errors: [{ messageId: 'missing', line: 3 }, { messageId: 'missing', line: 4 }],
    },
    {
      name: 'no profile and no session where a transcode is decided',
      code: "await fetch(`${plexUrl}/video/:/transcode/universal/decision?path=a`, { headers: { 'X-Plex-Client-Identifier': id } });",
      errors: [{ messageId: 'missing' }, { messageId: 'missing' }],
    },
    {
      name: 'XML that is parsed and not asked for',
      code: "import { parseStringPromise } from 'xml2js'; const response = await fetch(`${plexUrl}/hubs`, { headers: { 'X-Plex-Client-Identifier': id } }); if (response.ok) use((await parseStringPromise(await response.text())).MediaContainer);",
      errors: [{ messageId: 'missing', suggestions: [{ messageId: 'add', output: "import { parseStringPromise } from 'xml2js'; const response = await fetch(`${plexUrl}/hubs`, { headers: { Accept: 'application/xml', 'X-Plex-Client-Identifier': id } }); if (response.ok) use((await parseStringPromise(await response.text())).MediaContainer);" }] }],
    },
    {
      name: 'all that the user sees in the list of devices, and the version of the API',
      code: "await fetch(`${plexUrl}/hubs`, { headers: { 'X-Plex-Client-Identifier': id, 'X-Plex-Product': 'mine', 'X-Plex-Platform': 'Node.js' } });",
      options: [{ report: 'all' }],
      errors: ['X-Plex-Version', 'X-Plex-Device', 'X-Plex-Device-Name', 'X-Plex-Pms-Api-Version'].map((header) => ({
        messageId: 'missing',
        data: {
          operation: 'GET /hubs',
          header,
          through: '',
          reason: REASONS[header],
        },
      })),
    },
    {
      name: 'no product where the user sees it',
      code: "await fetch('https://plex.tv/api/v2/pins', { method: 'POST', headers: { 'X-Plex-Client-Identifier': id } });",
      errors: [{ messageId: 'missing' }],
    },
  ],
});
