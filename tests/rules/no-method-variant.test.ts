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
      errors: [{ messageId: 'methodVariant', data: { api: 'Plex Media Server', accepted: 'POST', path: '/library/sections/{}/refresh', method: 'GET' } }],
    },
    {
      name: 'a write by GET, by default',
      code: 'await fetch(`${plexUrl}/:/scrobble?key=1`);',
      errors: [{ messageId: 'methodVariant', data: { api: 'Plex Media Server', accepted: 'PUT', path: '/:/scrobble', method: 'GET' } }],
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
