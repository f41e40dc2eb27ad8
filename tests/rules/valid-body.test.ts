import { validBody } from '../../rules/valid-body.ts';
import { createRuleTester } from './rule-tester.ts';
import { post, shop, shopSettings } from './shop-api.ts';

const settings = shopSettings;
const ORDER = "{ customer: 'a', lines: [{ sku: 'b', count: 2 }] }";
const FORM = 'application/x-www-form-urlencoded';

createRuleTester().run('valid-body', validBody, {
  valid: [
    { name: 'a body that fits', code: post('/orders', ORDER), settings },
    { name: 'through a client that names JSON by itself', code: `import axios from 'axios'; axios.post('https://api.shop.example/v1/orders', ${ORDER});`, settings },
    { name: 'what is not known', code: `${post('/orders', 'order')} ${post('/orders', "{ ...order, note: 'x' }")}`, settings },
    { name: 'null where it may be null', code: post('/orders', "{ customer: 'a', lines: [], note: null }"), settings },
    { name: 'a field that an open object may have', code: post('/orders', "{ customer: 'a', lines: [], coupon: 'x' }"), settings },
    { name: 'a field that only responses have', code: post('/orders', "{ customer: 'a', lines: [] }"), settings },
    { name: 'one of two forms', code: post('/orders/1/payment', "{ iban: 'x' }", 'PUT'), settings },
    { name: 'headers that are not known', code: shop('/orders', `{ method: 'POST', headers, body: JSON.stringify(${ORDER}) }`), settings },
    { name: 'a form', code: shop('/login', "{ method: 'POST', body: new URLSearchParams({ user: 'a', password: 'b', days: '3' }) }"), settings },
    { name: 'an operation without a body', code: shop('/orders', "{ body: 'x' }"), settings },
    { name: 'sign-in by a form, as its own guide does it', code: "await fetch('https://plex.tv/api/v2/pins', { method: 'POST', body: new URLSearchParams({ strong: 'true' }) });" },
  ],
  invalid: [
    { name: 'no body', code: shop('/orders', "{ method: 'POST' }"), settings, errors: [{ messageId: 'noBody', data: { operation: 'POST /orders', accepted: 'application/json' } }] },
    {
      name: 'JSON that is not called so, with the edit',
      code: shop('/orders', `{ method: 'POST', headers: { Accept: 'application/json' }, body: JSON.stringify(${ORDER}) }`),
      settings,
      errors: [
        {
          messageId: 'mediaType',
          data: { operation: 'POST /orders', accepted: 'application/json', sent: 'text/plain' },
          suggestions: [{ messageId: 'addType', output: shop('/orders', `{ method: 'POST', headers: { 'Content-Type': 'application/json', Accept: 'application/json' }, body: JSON.stringify(${ORDER}) }`) }],
        },
      ],
    },
    { name: 'a form for JSON', code: shop('/orders', "{ method: 'POST', body: new URLSearchParams({ customer: 'a' }) }"), settings, errors: [{ messageId: 'mediaType', data: { operation: 'POST /orders', accepted: 'application/json', sent: FORM } }] },
    { name: 'JSON for a form', code: post('/login', "{ user: 'a', password: 'b' }"), settings, errors: [{ messageId: 'mediaType', data: { operation: 'POST /login', accepted: FORM, sent: 'application/json' } }] },
    { name: 'a field without which it fails', code: post('/orders', "{ customer: 'a' }"), settings, errors: [{ messageId: 'missing', data: { operation: 'POST /orders', field: 'lines' } }] },
    { name: 'the same in an item', code: post('/orders', "{ customer: 'a', lines: [{ count: 1 }] }"), settings, errors: [{ messageId: 'missing', data: { operation: 'POST /orders', field: 'lines[].sku' } }] },
    {
      name: 'a slip, with the edit',
      code: post('/orders', "{ custommer: 'a', lines: [] }"),
      settings,
      errors: [{ messageId: 'misspelt', data: { operation: 'POST /orders', field: 'custommer', near: 'customer', through: '' }, suggestions: [{ messageId: 'rename', output: post('/orders', "{ customer: 'a', lines: [] }") }] }],
    },
    { name: 'a field that a closed object does not have', code: post('/orders', "{ customer: 'a', lines: [], ship: { city: 'b', country: 'c' } }"), settings, errors: [{ messageId: 'unknown', data: { operation: 'POST /orders', field: 'ship.country', through: '' } }] },
    { name: 'a text for a number', code: post('/orders', "{ customer: 'a', lines: [{ sku: 'b', count: '2' }] }"), settings, errors: [{ messageId: 'value', data: { operation: 'POST /orders', field: 'lines[].count', expected: 'an integer', value: "'2'", through: '' } }] },
    { name: 'an object for a list', code: post('/orders', "{ customer: 'a', lines: { sku: 'b' } }"), settings, errors: [{ messageId: 'value', data: { operation: 'POST /orders', field: 'lines', expected: 'an array', value: 'an object', through: '' } }] },
    { name: 'no match', code: post('/orders', "{ customer: 'a', lines: [], ship: { city: 'b', zip: '1' } }"), settings, errors: [{ messageId: 'value' }] },
    { name: 'none of two forms', code: post('/orders/1/payment', "{ cash: 1 }", 'PUT'), settings, errors: [{ messageId: 'unknown', data: { operation: 'PUT /orders/{orderId}/payment', field: 'cash', through: '' } }] },
    { name: 'a field that a form does not have', code: shop('/login', "{ method: 'POST', body: new URLSearchParams({ user: 'a', password: 'b', days: 'x', remember: '1' }) }"), settings, errors: [{ messageId: 'value' }, { messageId: 'unknown' }] },
    { name: 'a form without a field', code: shop('/login', "{ method: 'POST', body: new URLSearchParams({ user: 'a' }) }"), settings, errors: [{ messageId: 'missing' }] },
  ],
});
