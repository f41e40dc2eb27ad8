import { encodeQueryValues } from '../../rules/encode-query-values.ts';
import { createRuleTester } from './rule-tester.ts';
import { shop, shopSettings } from './shop-api.ts';

const settings = shopSettings;

createRuleTester().run('encode-query-values', encodeQueryValues, {
  valid: [
    { name: 'encoded', code: shop('/orders?text=${encodeURIComponent(text)}'), settings },
    { name: 'encoded before', code: 'const encodedText = encode(text); ' + shop('/orders?text=${encodedText}'), settings },
    { name: 'in an object, which the client encodes', code: "import axios from 'axios'; axios.get('https://api.shop.example/v1/orders', { params: { text } });", settings },
    { name: 'a number', code: shop('/orders?limit=${limit}'), settings },
    { name: 'one of a few words', code: shop('/orders?status=${title}'), settings },
    { name: 'an identifier by its name', code: shop('/orders?text=${orderId}'), settings },
    { name: 'a number by its type', code: 'export const find = (text: number) => fetch(`https://api.shop.example/v1/orders?text=${text}`);', settings },
    { name: 'a piece of a value, by a name that says nothing', code: shop('/orders?text=${field}:${encodeURIComponent(title)}'), settings },
    { name: 'a parameter of which nothing is known', code: shop('/orders?other=${text}'), settings },
  ],
  invalid: [
    {
      name: 'text, with the edit',
      code: shop('/orders?text=${words}'),
      settings,
      errors: [{ messageId: 'unencoded', column: 56, data: { operation: 'GET /orders', name: 'text', value: '`words`', through: '' }, suggestions: [{ messageId: 'encode', output: shop('/orders?text=${encodeURIComponent(words)}') }] }],
    },
    {
      name: 'added to a text',
      code: "await fetch('https://api.shop.example/v1/orders?text=' + item.title);",
      settings,
      errors: [{ messageId: 'unencoded', suggestions: [{ messageId: 'encode', output: "await fetch('https://api.shop.example/v1/orders?text=' + encodeURIComponent(item.title));" }] }],
    },
    {
      name: 'a search on the media server',
      code: 'export const find = (term: string) => fetch(`${plexUrl}/hubs/search?query=${term}`);',
      errors: [{ messageId: 'unencoded', suggestions: [{ messageId: 'encode', output: 'export const find = (term: string) => fetch(`${plexUrl}/hubs/search?query=${encodeURIComponent(term)}`);' }] }],
    },
  ],
});
