import { requireHeaders } from '../../rules/require-headers.ts';
import { createRuleTester } from './rule-tester.ts';

const JSON_BODY = 'if (!response.ok) throw new Error(); const body = await response.json();';

createRuleTester().run('require-headers', requireHeaders, {
  valid: [
    { name: 'a token under a misspelt name: its name is what has to be corrected', code: "await fetch(`${plexUrl}/library/sections/all`, { headers: { 'X-Plex-Tokn': token } });" },
    { name: 'a token in a header', code: "await fetch(`${plexUrl}/hubs`, { headers: { 'X-Plex-Token': token } });" },
    { name: 'a token in the query, which is another rule', code: 'await fetch(`${plexUrl}/hubs?X-Plex-Token=${token}`);' },
    { name: 'an operation that needs none', code: 'await fetch(`${plexUrl}/identity`);' },
    { name: 'headers that cannot be read', code: 'await fetch(`${plexUrl}/hubs`, { headers });' },
    { name: 'options that cannot be read', code: 'await fetch(`${plexUrl}/hubs`, options);' },
    { name: 'a body that is not parsed needs no Accept', code: "await fetch(`${plexUrl}/hubs`, { headers: { 'X-Plex-Token': token } });" },
    {
      name: 'a client that sends Accept by itself',
      code: "import axios from 'axios'; const { data } = await axios.get(`${plexUrl}/hubs`, { headers: { 'X-Plex-Token': token } });",
    },
    {
      name: 'an identifier in the form that is posted',
      code: "await fetch('https://plex.tv/api/v2/pins', { method: 'POST', body: new URLSearchParams({ 'X-Plex-Client-Identifier': id }) });",
    },
    {
      name: 'an operation that answers XML only, whatever the client does with it',
      code: "import axios from 'axios'; const { data } = await axios.get('https://plex.tv/api/users', { headers: { 'X-Plex-Token': token } }); data.match(/User/);",
    },
    {
      name: 'a provider that takes what axios sends by itself',
      code: "import axios from 'axios'; const { data } = await axios.get('https://discover.provider.plex.tv/library/metadata/1/userState', { headers: { 'X-Plex-Token': token } }); use(data.MediaContainer);",
    },
    {
      name: 'a service that has no other format',
      code: "const response = await fetch('https://community.plex.tv/api', { method: 'POST', body, headers: { 'X-Plex-Token': token } }); if (!response.ok) throw new Error(); use(await response.json());",
    },
    {
      name: 'JSON that ky asks for, because it reads it',
      code: "import ky from 'ky'; use(await ky.get('https://plex.tv/api/v2/user', { headers: { 'X-Plex-Token': token } }).json());",
    },
    { name: 'excepted', code: 'await fetch(`${plexUrl}/hubs`);', options: [{ except: ['x-plex-token'] }] },
  ],
  invalid: [
    {
      name: 'JSON that axios merely prefers',
      code: "import axios from 'axios'; const { data } = await axios.get('https://plex.tv/api/v2/user', { headers: { 'X-Plex-Token': token } }); use(data.id);",
      errors: [
        {
          messageId: 'missing',
          suggestions: [
            {
              messageId: 'add',
              output: "import axios from 'axios'; const { data } = await axios.get('https://plex.tv/api/v2/user', { headers: { Accept: 'application/json', 'X-Plex-Token': token } }); use(data.id);",
            },
          ],
        },
      ],
    },
    {
      name: 'a fetch from a package, which asks for nothing',
      code: `import fetch from 'node-fetch'; const response = await fetch(\`\${plexUrl}/hubs\`, { headers: { 'X-Plex-Token': token } }); ${JSON_BODY}`,
      errors: [
        {
          messageId: 'missing',
          suggestions: [
            {
              messageId: 'add',
              output: `import fetch from 'node-fetch'; const response = await fetch(\`\${plexUrl}/hubs\`, { headers: { Accept: 'application/json', 'X-Plex-Token': token } }); ${JSON_BODY}`,
            },
          ],
        },
      ],
    },
    {
      name: 'no headers at all: the edit adds them to the call',
      code: "import axios from 'axios'; const { data } = await axios.get('https://plex.tv/api/v2/pins/1'); use(data.id);",
      errors: [
        {
          messageId: 'missing',
          suggestions: [
            {
              messageId: 'add',
              output: "import axios from 'axios'; const { data } = await axios.get('https://plex.tv/api/v2/pins/1', { headers: { Accept: 'application/json' } }); use(data.id);",
            },
          ],
        },
      ],
    },
    {
      name: 'no token',
      code: 'await fetch(`${plexUrl}/hubs`);',
      errors: [{ messageId: 'missing', line: 1 }],
    },
    {
      name: 'JSON is parsed and not asked for; the edit adds the header',
      code: `const response = await fetch(\`\${plexUrl}/hubs\`, { headers: { 'X-Plex-Token': token } }); ${JSON_BODY}`,
      errors: [
        {
          messageId: 'missing',
          data: { operation: 'GET /hubs', header: 'Accept: application/json', through: '', reason: 'Without Accept the answer is XML.' },
          suggestions: [
            {
              messageId: 'add',
              output: `const response = await fetch(\`\${plexUrl}/hubs\`, { headers: { Accept: 'application/json', 'X-Plex-Token': token } }); ${JSON_BODY}`,
            },
          ],
        },
      ],
    },
    {
      name: 'an identifier that the account service refuses to do without',
      code: "await fetch('https://plex.tv/api/v2/pins', { method: 'POST' });",
      errors: [{ messageId: 'missing' }],
    },
    {
      name: 'an identifier that the operation declares as required',
      code: "await fetch(`${plexUrl}/:/timeline?ratingKey=${id}`, { method: 'POST', headers: { 'X-Plex-Token': token } });",
      errors: [
        {
          messageId: 'missing',
          data: { operation: 'POST /:/timeline', header: 'X-Plex-Client-Identifier', through: '', reason: 'The operation declares it as required.' },
        },
      ],
    },
    {
      name: 'fields that need a version of the API',
      code: "await fetch(`${plexUrl}/hubs?includeFields=title`, { headers: { 'X-Plex-Token': token } });",
      errors: [{ messageId: 'missing' }],
    },
    {
      name: 'the credential of a description without a policy',
      code: "await fetch('https://api.other.example/things/1');",
      settings: { 'plex-api': { descriptions: ['tests/rules/fixtures/other-api.yaml'] } },
      errors: [
        {
          messageId: 'missing',
          data: { operation: 'GET /things/{thingId}', header: 'X-Other-Key', through: '', reason: 'The operation is secured by it.' },
        },
      ],
    },
    {
      name: 'a header of the team',
      code: 'await fetch(`${plexUrl}/identity`);',
      options: [{ also: ['X-Plex-Device-Name'] }],
      errors: [
        {
          messageId: 'missing',
          data: { operation: 'GET /identity', header: 'X-Plex-Device-Name', through: '', reason: 'The options of the rule demand it.' },
        },
      ],
    },
  ],
});
