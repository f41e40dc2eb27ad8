import { noMisspeltQuery } from '../../rules/no-misspelt-query.ts';
import { createRuleTester } from './rule-tester.ts';
import { shop, shopSettings } from './shop-api.ts';

const settings = shopSettings;

createRuleTester().run('no-misspelt-query', noMisspeltQuery, {
  valid: [
    { name: 'known names', code: shop('/orders?status=open&limit=5'), settings },
    { name: 'nothing near, which is another rule', code: shop('/orders?colour=red'), settings },
    { name: 'keys of an object', code: shop('/orders?filter[color]=red'), settings },
    { name: 'the credential of a security scheme', code: shop('/orders?api_key=1'), settings },
    { name: 'the near name is sent, too', code: shop('/orders?text=a&texts=b'), settings },
    { name: 'an unknown operation', code: shop('/nothing?stats=open'), settings },
    { name: 'an operation with an open query', code: 'await fetch(`${plexUrl}/library/sections/${id}/all?titel=x`);' },
    { name: 'an undocumented operation, whose names nobody knows', code: 'await fetch(`${plexUrl}/library/sections?includeguids=1`);' },
    { name: 'a switch that any operation takes', code: 'await fetch(`${plexUrl}/library/metadata/${id}?includeGuids=1`);' },
    { name: 'a header sent in the query, in any case', code: 'await fetch(`${plexUrl}/identity?x-plex-token=${token}`);' },
    { name: 'a misspelt header of the API, which is another rule', code: 'await fetch(`${plexUrl}/identity?X-Plex-Tokn=${token}`);' },
  ],
  invalid: [
    {
      name: 'one letter off, with the edit',
      code: shop('/orders?stats=open'),
      settings,
      errors: [
        {
          messageId: 'misspelt',
          line: 1,
          column: 49,
          data: { operation: 'GET /orders', name: 'stats', near: 'status', through: '' },
          suggestions: [{ messageId: 'rename', data: { near: 'status' }, output: shop('/orders?status=open') }],
        },
      ],
    },
    {
      name: 'another case, as a key of an object',
      code: "import axios from 'axios'; axios.get('https://api.shop.example/v1/orders', { params: { 'Limit': 1 } });",
      settings,
      errors: [{ messageId: 'misspelt', suggestions: [{ messageId: 'rename', output: "import axios from 'axios'; axios.get('https://api.shop.example/v1/orders', { params: { 'limit': 1 } });" }] }],
    },
    {
      name: 'set by a function that two requests go through: one finding',
      code: ['const send = (path) => fetch(`https://api.shop.example/v1${path}?stats=open`);', "await send('/orders');", "await send('/orders');"].join('\n'),
      settings,
      errors: [{ messageId: 'misspelt', line: 1, suggestions: [{ messageId: 'rename', output: ['const send = (path) => fetch(`https://api.shop.example/v1${path}?status=open`);', "await send('/orders');", "await send('/orders');"].join('\n') }] }],
    },
  ],
});
