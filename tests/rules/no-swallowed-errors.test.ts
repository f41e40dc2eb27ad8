import { noSwallowedErrors } from '../../rules/no-swallowed-errors.ts';
import { createRuleTester } from './rule-tester.ts';

const send = 'const response = await fetch(`${plexUrl}/hubs`); if (!response.ok) throw new Error(); return await response.json();';

createRuleTester().run('no-swallowed-errors', noSwallowedErrors, {
  valid: [
    { name: 'the error goes to the caller', code: `export async function hubs() { ${send} }` },
    { name: 'a handler that logs', code: `export async function hubs() { try { ${send} } catch (error) { console.error(error); return []; } }` },
    { name: 'a handler that answers null tells of the failure', code: `export async function hubs() { try { ${send} } catch { return null; } }` },
    { name: 'a handler that throws on', code: `export async function hubs() { try { ${send} } catch (error) { throw new Error('No hubs.', { cause: error }); } }` },
    { name: 'an empty handler outside of the function that throws', code: `export async function hubs() { ${send} }\nexport async function show() { try { await hubs(); } catch {} }` },
    { name: 'another API', code: "export async function rates() { try { return await (await fetch('https://rates.example/latest')).json(); } catch {} }" },
  ],
  invalid: [
    {
      name: 'an empty handler, at the handler',
      code: ['export async function hubs() {', '  try {', `    ${send}`, '  } catch {', '  }', '}'].join('\n'),
      errors: [{ messageId: 'swallowed', line: 4, data: { operation: 'GET /hubs', at: '' } }],
    },
    {
      name: 'a stand-in value with no log',
      code: 'export const hubs = () => fetch(`${plexUrl}/hubs`).then((response) => response.json()).catch(() => []);',
      errors: [{ messageId: 'swallowed' }],
    },
    {
      name: 'one handler around two requests: once',
      code: 'export async function home() { try { await (await fetch(`${plexUrl}/hubs`)).json(); await (await fetch(`${plexUrl}/identity`)).json(); } catch {} }',
      errors: [{ messageId: 'swallowed' }],
    },
    {
      name: 'in a wrapper: once, in the wrapper',
      code: ['async function get(path) {', `  try { ${send.replace('/hubs', '${path}')} }`, '  catch { return []; }', '}', "await get('/hubs');", "await get('/identity');"].join('\n'),
      errors: [{ messageId: 'swallowed', line: 3 }],
    },
  ],
});
