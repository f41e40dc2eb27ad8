import { validQueryValues } from '../../rules/valid-query-values.ts';
import { createRuleTester } from './rule-tester.ts';
import { shop, shopSettings } from './shop-api.ts';

const settings = shopSettings;
const AXIOS = "import axios from 'axios'; axios.get('https://api.shop.example/v1/orders', { params: ";

createRuleTester().run('valid-query-values', validQueryValues, {
  valid: [
    { name: 'values that fit', code: shop('/orders?status=open&limit=100&gift=true&archived=0&since=2026-01-31&ids=4'), settings },
    { name: 'encoded text', code: shop('/orders?status=op%65n'), settings },
    { name: 'unknown values', code: shop('/orders?status=${status}&limit=${limit}'), settings },
    { name: 'no value, which says nothing', code: shop('/orders?limit='), settings },
    { name: 'undefined, which is not sent', code: `${AXIOS}{ limit: undefined } });`, settings },
    { name: 'a number in a text', code: `${AXIOS}{ limit: '5' } });`, settings },
    {
      name: 'which of several values goes with which name is not known',
      code: "export const list = (more) => { const params = new URLSearchParams(); for (const [key, value] of Object.entries({ limit: 5, text: 'a', ...more })) params.set(key, value); return fetch(`https://api.shop.example/v1/orders?${params}`); };",
      settings,
    },
    { name: 'a parameter that the description does not have', code: shop('/orders?other=x'), settings },
    { name: 'a description that is known to be wrong', code: 'await fetch(`${plexUrl}/video/:/transcode/universal/decision?videoResolution=1920x1080`);' },
  ],
  invalid: [
    {
      name: 'none of the words',
      code: shop('/orders?status=closed'),
      settings,
      errors: [{ messageId: 'wrong', column: 56, data: { operation: 'GET /orders', name: 'status', expected: "'open', 'paid' or 'shipped'", value: "'closed'", through: '' } }],
    },
    {
      name: 'a word in another case, with the edit',
      code: shop('/orders?status=OPEN'),
      settings,
      errors: [{ messageId: 'wrong', suggestions: [{ messageId: 'use', data: { instead: 'open' }, output: shop('/orders?status=open') }] }],
    },
    { name: 'no number', code: shop('/orders?limit=all'), settings, errors: [{ messageId: 'wrong', data: { operation: 'GET /orders', name: 'limit', expected: 'an integer', value: "'all'", through: '' } }] },
    { name: 'out of range', code: `${AXIOS}{ limit: 1000 } });`, settings, errors: [{ messageId: 'wrong', data: { operation: 'GET /orders', name: 'limit', expected: 'at most 100', value: "'1000'", through: '' } }] },
    { name: 'true for 1, with the fix', code: shop('/orders?archived=true'), output: shop('/orders?archived=1'), settings, errors: [{ messageId: 'wrong' }] },
    { name: 'the same as a value of the program', code: `${AXIOS}{ archived: true, gift: 1 } });`, output: `${AXIOS}{ archived: 1, gift: true } });`, settings, errors: [{ messageId: 'wrong' }, { messageId: 'wrong' }] },
    { name: 'a boolean that is not known', code: 'export const list = (old: boolean) => fetch(`https://api.shop.example/v1/orders?archived=${old}`);', settings, errors: [{ messageId: 'wrong', data: { operation: 'GET /orders', name: 'archived', expected: '0 or 1', value: 'a boolean', through: '' } }] },
    { name: 'one of two that are written out', code: "export const list = (old) => fetch(`https://api.shop.example/v1/orders?status=${old ? 'gone' : 'open'}`);", settings, errors: [{ messageId: 'wrong', data: { operation: 'GET /orders', name: 'status', expected: "'open', 'paid' or 'shipped'", value: "'gone'", through: '' } }] },
    { name: 'no date', code: shop('/orders?since=yesterday'), settings, errors: [{ messageId: 'wrong' }] },
    { name: 'one of a list', code: shop('/orders?ids=1&ids=x'), settings, errors: [{ messageId: 'wrong', data: { operation: 'GET /orders', name: 'ids', expected: 'an integer', value: "'x'", through: '' } }] },
    { name: 'a switch of the media server', code: 'await fetch(`${plexUrl}/library/metadata/${id}?includeExtras=true`);', output: 'await fetch(`${plexUrl}/library/metadata/${id}?includeExtras=1`);', errors: [{ messageId: 'wrong' }] },
  ],
});
