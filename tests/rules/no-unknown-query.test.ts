import { noUnknownQuery } from '../../rules/no-unknown-query.ts';
import { createRuleTester } from './rule-tester.ts';
import { shop, shopSettings } from './shop-api.ts';

const settings = shopSettings;

createRuleTester().run('no-unknown-query', noUnknownQuery, {
  valid: [
    { name: 'known names', code: shop('/orders?status=open&ids=1&ids=2'), settings },
    { name: 'a slip, which is another rule', code: shop('/orders?stats=open'), settings },
    { name: 'accepted by an option', code: shop('/orders?utm_source=mail&debug=1'), options: [{ allow: ['utm_*', 'debug'] }], settings },
    { name: 'a filter of the media server', code: 'await fetch(`${plexUrl}/library/sections/${id}/all?anything=1`);' },
    { name: 'a name that any operation takes', code: 'await fetch(`${plexUrl}/hubs?X-Plex-Anything=1`);' },
    { name: 'a name that a type lists', code: 'interface More { colour?: string } export const list = (more: More) => fetch(`https://api.shop.example/v1/orders?${new URLSearchParams({ ...more })}`);', settings },
    { name: 'an open query of which nothing is known', code: 'await fetch(`https://api.shop.example/v1/orders?${query}`);', settings },
  ],
  invalid: [
    { name: 'no such name', code: shop('/orders?colour=red'), settings, errors: [{ messageId: 'unknown', column: 49, data: { operation: 'GET /orders', name: 'colour', through: '' } }] },
    { name: 'near one that is sent, too', code: shop('/orders?text=a&texts=b'), settings, errors: [{ messageId: 'unknown', data: { operation: 'GET /orders', name: 'texts', through: '' } }] },
    { name: 'in parameters that are set one by one', code: "const params = new URLSearchParams();\nparams.set('colour', 'red');\nawait fetch(`https://api.shop.example/v1/orders?${params}`);", settings, errors: [{ messageId: 'unknown', line: 2 }] },
  ],
});
