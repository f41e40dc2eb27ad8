import { noUncheckedNull } from '../../rules/no-unchecked-null.ts';
import { createRuleTester } from './rule-tester.ts';

const get = 'async function get(path) { try { const response = await fetch(`${plexUrl}${path}`); if (!response.ok) return null; return await response.json(); } catch { return null; } }';
const hubs = (body: string): string => `${get}\nexport async function hubs() { ${body} }`;

createRuleTester().run('no-unchecked-null', noUncheckedNull, {
  valid: [
    { name: 'asked for first', code: hubs("const body = await get('/hubs'); if (body === null) return []; return body.MediaContainer;") },
    { name: 'asked for together with something else', code: hubs("const body = await get('/hubs'); if (!body || body.error) return []; return body.MediaContainer;") },
    { name: 'asked for by a field', code: hubs("const body = await get('/hubs'); if (!body?.MediaContainer) return []; return body.MediaContainer;") },
    { name: 'an optional chain', code: hubs("const body = await get('/hubs'); return body?.MediaContainer;") },
    { name: 'a stand-in', code: hubs("const body = (await get('/hubs')) ?? {}; return body.MediaContainer;") },
    { name: 'an assertion of the project', code: hubs("const body = await get('/hubs'); assertBody(body); return body.MediaContainer;") },
    { name: 'handed on', code: hubs("return get('/hubs');") },
    { name: 'a wrapper that throws', code: hubs("const body = await get('/hubs'); return body.MediaContainer;").replaceAll('return null', 'throw new Error()') },
    { name: 'null that has nothing to do with a failure', code: 'async function get(path) { if (!path) return null; return (await fetch(`${plexUrl}${path}`)).json(); }\nexport const hubs = async () => (await get("/hubs")).MediaContainer;' },
  ],
  invalid: [
    { name: 'a field of a variable, at the read', code: hubs("const body = await get('/hubs');\nreturn body.MediaContainer;"), errors: [{ messageId: 'unchecked', line: 3, data: { operation: 'GET /hubs', field: 'MediaContainer' } }] },
    { name: 'several fields: at the first', code: hubs("const body = await get('/hubs'); log(body.size);\nreturn body.MediaContainer;"), errors: [{ messageId: 'unchecked', line: 2 }] },
    { name: 'a field at once', code: hubs("return (await get('/hubs')).MediaContainer;"), errors: [{ messageId: 'unchecked' }] },
    {
      name: 'null by catch',
      code: 'const get = (path) => fetch(`${plexUrl}${path}`).then((response) => response.json()).catch(() => null);\nexport async function hubs() { const body = await get("/hubs"); return body.MediaContainer.Hub; }',
      errors: [{ messageId: 'unchecked', line: 2 }],
    },
    {
      name: 'a function that knows its path',
      code: 'async function hubs() { const response = await fetch(`${plexUrl}/hubs`); if (!response.ok) return undefined; return response.json(); }\nexport async function titles() { const body = await hubs(); return body.MediaContainer; }',
      errors: [{ messageId: 'unchecked', line: 2, data: { operation: 'GET /hubs', field: 'MediaContainer' } }],
    },
  ],
});
