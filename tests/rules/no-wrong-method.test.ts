import { noWrongMethod } from '../../rules/no-wrong-method.ts';
import { createRuleTester } from './rule-tester.ts';

createRuleTester().run('no-wrong-method', noWrongMethod, {
  valid: [
    { name: 'the method of the operation', code: "await fetch(`${plexUrl}/:/scrobble?key=1`, { method: 'PUT' });" },
    { name: 'a method that servers take beside it', code: 'await fetch(`${plexUrl}/:/scrobble?key=1`);' },
    { name: 'a method that cannot be known', code: 'await fetch(`${plexUrl}/identity`, { method });' },
    { name: 'a path that cannot be known', code: "await fetch(`${plexUrl}/library/${path}`, { method: 'PATCH' });" },
    { name: 'an unknown path is another rule', code: "await fetch(`${plexUrl}/no/such/path`, { method: 'DELETE' });" },
  ],
  invalid: [
    {
      name: 'written as a literal, with the edit',
      code: "await fetch(`${plexUrl}/identity`, { method: 'DELETE' });",
      errors: [
        {
          messageId: 'wrongMethod',
          data: { api: 'Plex Media Server', accepted: 'GET', path: '/identity', method: 'DELETE' },
          line: 1,
          suggestions: [{ messageId: 'useMethod', data: { accepted: 'GET' }, output: "await fetch(`${plexUrl}/identity`, { method: 'GET' });" }],
        },
      ],
    },
    {
      name: 'in lower case, which the edit keeps',
      code: 'await fetch(`${plexUrl}/identity`, { method: "delete" });',
      errors: [{ messageId: 'wrongMethod', suggestions: [{ messageId: 'useMethod', output: 'await fetch(`${plexUrl}/identity`, { method: "get" });' }] }],
    },
    {
      name: 'implied by the call, whose name the edit changes',
      code: "import axios from 'axios'; await axios.delete(`${plexUrl}/identity`);",
      errors: [{ messageId: 'wrongMethod', suggestions: [{ messageId: 'useMethod', output: "import axios from 'axios'; await axios.get(`${plexUrl}/identity`);" }] }],
    },
  ],
});
