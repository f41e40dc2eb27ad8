import { noDroppedHeaders } from '../../rules/no-dropped-headers.ts';
import { createRuleTester } from './rule-tester.ts';

const DROPS = "const get = (path, options) => fetch(`${plexUrl}${path}`, { ...options, headers: { Accept: 'application/json' } });";
const KEEPS = "const get = (path, options) => fetch(`${plexUrl}${path}`, { ...options, headers: { Accept: 'application/json', ...options.headers } });";

createRuleTester().run('no-dropped-headers', noDroppedHeaders, {
  valid: [
    { name: 'headers that are handed on', code: `${KEEPS}\nawait get('/hubs', { headers: { 'X-Plex-Token': token } });` },
    { name: 'a caller without headers', code: `${DROPS}\nawait get('/hubs', { method: 'GET' });` },
    { name: 'a caller whose headers are not known', code: `${DROPS}\nexport const hubs = (options) => get('/hubs', options);` },
    { name: 'a header that the function sends too', code: `${DROPS}\nawait get('/hubs', { headers: { accept: 'application/json' } });` },
  ],
  invalid: [
    {
      name: 'each header that a caller hands in',
      code: `${DROPS}\nawait get('/hubs', {\n  headers: { 'X-Plex-Token': token,\n    'X-Plex-Product': 'mine' },\n});`,
      errors: [{ messageId: 'lost', line: 3 }, { messageId: 'lost', line: 4 }],
    },
    {
      name: 'through a client',
      code: "import axios from 'axios';\nconst get = (path, config) => axios.get(`${plexUrl}${path}`, { ...config, headers: { Accept: 'application/json' } });\nawait get('/hubs', { headers: { 'X-Plex-Token': token } });",
      errors: [{ messageId: 'lost', line: 3 }],
    },
  ],
});
