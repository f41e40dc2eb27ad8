import { noUnknownResponseFields } from '../../rules/no-unknown-response-fields.ts';
import { createRuleTester } from './rule-tester.ts';

const settings = { 'plex-api': { descriptions: ['tests/rules/fixtures/closed-api.yaml'] } };
const depot = 'https://api.depot.example/v1';

/** A checked request whose body is `body`, then `use`. */
function read(path: string, use: string): string {
  return `const response = await fetch(\`${depot}${path}\`); if (!response.ok) throw new Error(); const body = await response.json(); ${use}`;
}

createRuleTester().run('no-unknown-response-fields', noUnknownResponseFields, {
  valid: [
    { name: 'described fields, through lists and functions', code: read('/parcels', 'for (const item of body.items) item.weight; body.items.map(({ id, contents }) => contents[0].state);'), settings },
    { name: 'any key of a map', code: read('/parcels/1', 'body.labels.anything;'), settings },
    { name: 'a method of a list and of a text', code: read('/parcels', 'body.items.copyWithin(0, 1); body.next.normalize();'), settings },
    { name: 'a field of a failure, which fetch hands over as well', code: read('/parcels', 'body.detail;'), settings },
    { name: 'an open object may have more', code: read('/notes', 'body.author; body.headings; send(body.Entries);'), settings },
    { name: 'a text and its JSON are not told apart', code: `const text = await (await fetch('${depot}/parcels')).text(); text.anything;`, settings },
    { name: 'an accepted field', code: read('/parcels', 'body.page;'), options: [{ allow: ['page'] }], settings },
    { name: 'names that stand in for each other', code: read('/notes', 'const entries = body.entires ?? body.entries;'), settings },
    { name: 'written by the program before it is read', code: read('/parcels/1', 'body.seen = true; if (body.seen) delete body.seen;'), settings },
    {
      name: 'a function that serves another operation, which has the field',
      code: `async function get(path) { const r = await fetch('${depot}' + path); if (!r.ok) throw new Error(); const body = await r.json(); return body.items ?? body; }\nawait get('/parcels'); await get('/parcels/1');`,
      settings,
    },
    { name: 'one item or a list of them, whichever it is', code: read('/parcels', 'const all = Array.isArray(body.items) ? body.items : [body.items]; all.map((item) => item.state);'), settings },
    { name: 'an undescribed field of the media server', code: 'const r = await fetch(`${plexUrl}/library/sections/all`); const { MediaContainer } = await r.json(); MediaContainer.Directory[0].guid;' },
  ],
  invalid: [
    {
      name: 'no field of a closed object',
      code: read('/parcels', 'body.page;'),
      settings,
      errors: [{ messageId: 'unknown', data: { operation: 'GET /parcels', field: 'page', through: '', known: '`total`, `next`, `items`' } }],
    },
    {
      name: 'a slip, with the edit',
      code: read('/parcels', 'body.items[0].wieght;'),
      settings,
      errors: [
        {
          messageId: 'near',
          data: { operation: 'GET /parcels', field: 'items[].wieght', through: '', near: 'weight' },
          suggestions: [{ messageId: 'rename', output: read('/parcels', 'body.items[0].weight;') }],
        },
      ],
    },
    {
      name: 'taken out of the body: the variable keeps its name',
      code: read('/parcels', 'const { totl } = body;'),
      settings,
      errors: [{ messageId: 'near', suggestions: [{ messageId: 'rename', output: read('/parcels', 'const { total: totl } = body;') }] }],
    },
    {
      name: 'by a text in brackets',
      code: read('/parcels', "body['totl'];"),
      settings,
      errors: [{ messageId: 'near', suggestions: [{ messageId: 'rename', output: read('/parcels', "body['total'];") }] }],
    },
    {
      name: 'a field of the list instead of its items',
      code: read('/parcels', 'body.items.state;'),
      settings,
      errors: [{ messageId: 'list', data: { operation: 'GET /parcels', parent: '`items`', name: 'state', through: '' } }],
    },
    {
      name: 'a field of a text',
      code: read('/parcels/1', 'body.state.code;'),
      settings,
      errors: [{ messageId: 'plain', data: { operation: 'GET /parcels/{id}', parent: '`state`', types: 'a text', name: 'code', through: '' } }],
    },
    {
      name: 'a sure slip in an open object',
      code: read('/notes', 'body.entires.length;'),
      settings,
      errors: [{ messageId: 'near', suggestions: [{ messageId: 'rename', output: read('/notes', 'body.entries.length;') }] }],
    },
    {
      name: 'a container in the wrong case, on the media server',
      code: 'const r = await fetch(`${plexUrl}/library/sections/all`); const { mediaContainer } = await r.json(); mediaContainer.size;',
      errors: [
        {
          messageId: 'near',
          data: { operation: 'GET /library/sections/all', field: 'mediaContainer', through: '', near: 'MediaContainer' },
          suggestions: [{ messageId: 'rename', output: 'const r = await fetch(`${plexUrl}/library/sections/all`); const { MediaContainer: mediaContainer } = await r.json(); mediaContainer.size;' }],
        },
      ],
    },
    {
      name: 'in a function that two requests go through: once',
      code: `async function get(path) { const r = await fetch('${depot}' + path); if (!r.ok) throw new Error(); return (await r.json()).totl; }\nawait get('/parcels'); await get('/parcels/1');`,
      settings,
      errors: [{ messageId: 'near', line: 1, suggestions: [{ messageId: 'rename', output: `async function get(path) { const r = await fetch('${depot}' + path); if (!r.ok) throw new Error(); return (await r.json()).total; }\nawait get('/parcels'); await get('/parcels/1');` }] }],
    },
    {
      name: 'where the failure is thrown, its fields are none of the answer',
      code: `import axios from 'axios'; const { data } = await axios.get('${depot}/parcels'); data.detail;`,
      settings,
      errors: [{ messageId: 'unknown' }],
    },
  ],
});
