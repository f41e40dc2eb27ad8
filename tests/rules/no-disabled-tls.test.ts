import { noDisabledTls } from '../../rules/no-disabled-tls.ts';
import { createRuleTester } from './rule-tester.ts';

createRuleTester().run('no-disabled-tls', noDisabledTls, {
  valid: [
    { name: 'an agent of other options', code: "import https from 'node:https'; import axios from 'axios'; await axios.get(`${plexUrl}/hubs`, { httpsAgent: new https.Agent({ keepAlive: true }) });" },
    { name: 'a setting', code: "import https from 'node:https'; import axios from 'axios'; await axios.get(`${plexUrl}/hubs`, { httpsAgent: new https.Agent({ rejectUnauthorized: settings.strict }) });" },
    { name: 'an agent for some', code: "import https from 'node:https'; import axios from 'axios'; await axios.get(`${plexUrl}/hubs`, { httpsAgent: lax ? new https.Agent({ rejectUnauthorized: false }) : undefined });" },
    { name: 'another API', code: "import https from 'node:https'; import axios from 'axios'; await axios.get('https://api.example.com/plex', { httpsAgent: new https.Agent({ rejectUnauthorized: false }) });" },
    { name: 'a comment about the variable', code: "// never NODE_TLS_REJECT_UNAUTHORIZED=0\nawait fetch(`${plexUrl}/hubs`);" },
    { name: 'the variable switched on', code: "process.env.NODE_TLS_REJECT_UNAUTHORIZED = '1'; await fetch(`${plexUrl}/hubs`);" },
  ],
  invalid: [
    {
      name: 'an agent of a client that two requests share: one finding, where it is turned off',
      code: "import https from 'node:https';\nimport axios from 'axios';\nconst plex = axios.create({ baseURL: plexUrl, httpsAgent: new https.Agent({\n  rejectUnauthorized: false }) });\nawait plex.get('/hubs');\nawait plex.get('/identity');",
      errors: [{ messageId: 'off', line: 4 }],
    },
    {
      name: 'an option of got',
      code: "import got from 'got'; await got(`${plexUrl}/hubs`, { https: { rejectUnauthorized: false } });",
      errors: [{ messageId: 'off', line: 1 }],
    },
    {
      name: 'a dispatcher of undici',
      code: "import { Agent } from 'undici'; await fetch(`${plexUrl}/hubs`, { dispatcher: new Agent({ connect: { rejectUnauthorized: false } }) });",
      errors: [{ messageId: 'off' }],
    },
    {
      name: 'for the whole process',
      code: "process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';\nawait fetch(`${plexUrl}/hubs`);",
      errors: [{ messageId: 'offForAll', line: 1 }],
    },
  ],
});
