import { noUndocumentedEndpoint } from '../../rules/no-undocumented-endpoint.ts';
import { createRuleTester } from './rule-tester.ts';

createRuleTester().run('no-undocumented-endpoint', noUndocumentedEndpoint, {
  valid: [
    { name: 'documented', code: 'await fetch(`${plexUrl}/library/sections/all`);' },
    { name: 'nothing documented does the same', code: 'await fetch(`${plexUrl}/accounts`);' },
    { name: 'allowed', code: 'await fetch(`${plexUrl}/library/sections`);', options: [{ allow: ['GET /library/sections'] }] },
    { name: 'a method variant is another rule', code: 'await fetch(`${plexUrl}/:/scrobble?key=1`);', options: [{ report: 'all' }] },
  ],
  invalid: [
    {
      name: 'a documented operation does the same',
      code: 'await fetch(`${plexUrl}/library/sections`);',
      errors: [{ messageId: 'hasEqual', data: { operation: 'GET /library/sections', equal: 'GET /library/sections/all' } }],
    },
    {
      name: 'all, by option',
      code: 'await fetch(`${plexUrl}/accounts`);',
      options: [{ report: 'all' }],
      errors: [{ messageId: 'undocumented' }],
    },
  ],
});
