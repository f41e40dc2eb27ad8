import { noFloatingRequests } from '../../rules/no-floating-requests.ts';
import { createRuleTester } from './rule-tester.ts';

const refresh = 'fetch(`${plexUrl}/library/sections/all/refresh`, { method: \'DELETE\' })';

createRuleTester().run('no-floating-requests', noFloatingRequests, {
  valid: [
    { name: 'awaited', code: `await ${refresh};` },
    { name: 'returned', code: `export function send() { return ${refresh}; }` },
    { name: 'caught', code: `${refresh}.catch(console.error);` },
    { name: 'marked', code: `void ${refresh};` },
    { name: 'kept for later', code: `const sent = ${refresh}; await sent;` },
    { name: 'given to Promise.all', code: `await Promise.all([${refresh}]);` },
    { name: 'answered by a callback', code: "const request = require('request'); request(`${plexUrl}/hubs`, (error, response, body) => { if (error) throw error; });" },
    { name: 'an arrow answers it', code: `button.onclick = () => ${refresh};` },
  ],
  invalid: [
    {
      name: 'nobody waits, in a function that is not async',
      code: `export function send() { ${refresh}; }`,
      errors: [{ messageId: 'floating', data: { operation: 'DELETE /library/sections/all/refresh' }, suggestions: [{ messageId: 'addVoid', output: `export function send() { void ${refresh}; }` }] }],
    },
    {
      name: 'nobody waits, in an async function',
      code: `export async function send() { ${refresh}; }`,
      errors: [
        {
          messageId: 'floating',
          suggestions: [
            { messageId: 'addAwait', output: `export async function send() { await ${refresh}; }` },
            { messageId: 'addVoid', output: `export async function send() { void ${refresh}; }` },
          ],
        },
      ],
    },
    {
      name: 'what follows is no handler',
      code: `export function send() { ${refresh}.then((response) => console.log(response.status)); }`,
      errors: [{ messageId: 'floating', suggestions: [{ messageId: 'addVoid', output: `export function send() { void ${refresh}.then((response) => console.log(response.status)); }` }] }],
    },
    {
      name: 'through a wrapper',
      code: "async function plexPut(path) { await fetch(`${plexUrl}${path}`, { method: 'PUT' }); }\nexport function send() { plexPut('/library/sections/all/refresh'); }",
      errors: [{ messageId: 'floating', line: 2, suggestions: [{ messageId: 'addVoid', output: "async function plexPut(path) { await fetch(`${plexUrl}${path}`, { method: 'PUT' }); }\nexport function send() { void plexPut('/library/sections/all/refresh'); }" }] }],
    },
  ],
});
