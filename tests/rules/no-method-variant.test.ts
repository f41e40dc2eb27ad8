import { noMethodVariant } from '../../rules/no-method-variant.ts';
import { createRuleTester } from './rule-tester.ts';

createRuleTester().run('no-method-variant', noMethodVariant, {
  valid: [
    { name: 'the documented method', code: "await fetch(`${plexUrl}/:/scrobble?key=1`, { method: 'PUT' });" },
    { name: 'what the document most likely means', code: "await fetch(`${plexUrl}/library/collections/${id}/items/${item}`, { method: 'DELETE' });" },
    { name: 'a method that is wrong is another rule', code: "await fetch(`${plexUrl}/:/scrobble?key=1`, { method: 'DELETE' });" },
    { name: 'a search that the document has under PUT', code: 'await fetch(`${plexUrl}/library/metadata/${id}/matches`);' },
    { name: 'a refresh of all, which DELETE cancels', code: 'await fetch(`${plexUrl}/library/sections/all/refresh`);' },
  ],
  invalid: [
    {
      name: 'the verb that does the same, and not another one of the path',
      code: 'await fetch(`${plexUrl}/library/sections/${id}/refresh`);',
      errors: [{ messageId: 'methodVariant', data: { api: 'Plex Media Server', accepted: 'POST', path: '/library/sections/{}/refresh', method: 'GET' }, suggestions: [{ messageId: 'useMethod', output: "await fetch(`${plexUrl}/library/sections/${id}/refresh`, { method: 'POST' });" }] }],
    },
    {
      name: 'a write by GET, by default',
      code: 'await fetch(`${plexUrl}/:/scrobble?key=1`);',
      errors: [{ messageId: 'methodVariant', data: { api: 'Plex Media Server', accepted: 'PUT', path: '/:/scrobble', method: 'GET' }, suggestions: [{ messageId: 'useMethod', output: "await fetch(`${plexUrl}/:/scrobble?key=1`, { method: 'PUT' });" }] }],
    },
    {
      name: 'by the function of a client, whose name the edit changes; its options stay behind the body',
      code: "import axios from 'axios'; await axios.get(`${plexUrl}/:/scrobble`, { params: { key: 1 } });",
      errors: [{ messageId: 'methodVariant', suggestions: [{ messageId: 'useMethod', output: "import axios from 'axios'; await axios.put(`${plexUrl}/:/scrobble`, undefined, { params: { key: 1 } });" }] }],
    },
    {
      name: 'by a wrapper, which may send others: no edit',
      code: "const get = (path) => fetch(`${plexUrl}${path}`); await get('/:/scrobble?key=1'); await get('/identity');",
      errors: [{ messageId: 'methodVariant' }],
    },
    {
      name: 'a write by GET that is written out, with the edit',
      code: "await fetch(`${plexUrl}/:/scrobble?key=1`, { method: 'GET' });",
      errors: [
        {
          messageId: 'methodVariant',
          suggestions: [{ messageId: 'useMethod', output: "await fetch(`${plexUrl}/:/scrobble?key=1`, { method: 'PUT' });" }],
        },
      ],
    },
  ],
});
