import { noPlainHttp } from '../../rules/no-plain-http.ts';
import { createRuleTester } from './rule-tester.ts';

createRuleTester().run('no-plain-http', noPlainHttp, {
  valid: [
    { name: 'encrypted', code: "await fetch('https://plex.tv/api/v2/user');" },
    { name: 'a server of a user, which may have no certificate', code: "await fetch('http://192.168.1.5:32400/identity');" },
    { name: 'a host that is not known', code: 'await fetch(`http://${plexHost}/identity`);' },
    { name: 'a scheme that is not known', code: 'await fetch(`${scheme}://plex.tv/api/v2/user`);' },
  ],
  invalid: [
    {
      name: 'the account service',
      code: "await fetch('http://plex.tv/api/v2/user');",
      output: "await fetch('https://plex.tv/api/v2/user');",
      errors: [{ messageId: 'plain', line: 1, data: { operation: 'GET /api/v2/user', host: 'plex.tv', scheme: 'http', secure: 'https' } }],
    },
    {
      name: 'a base that a client is made with',
      code: "import axios from 'axios';\nconst plex = axios.create({ baseURL: 'http://discover.provider.plex.tv' });\nawait plex.get('/library/search?query=a');",
      output: "import axios from 'axios';\nconst plex = axios.create({ baseURL: 'https://discover.provider.plex.tv' });\nawait plex.get('/library/search?query=a');",
      errors: [{ messageId: 'plain', line: 3 }],
    },
    {
      name: 'a description of another API; the scheme stands apart and is not edited',
      code: "const base = `${'http'}://api.other.example`; await fetch(`${base}/things/1`);",
      settings: { 'plex-api': { descriptions: ['tests/rules/fixtures/other-api.yaml'] } },
      errors: [{ messageId: 'plain' }],
    },
  ],
});
