import { validQueryStyle } from '../../rules/valid-query-style.ts';
import { createRuleTester } from './rule-tester.ts';
import { shop, shopSettings } from './shop-api.ts';

const settings = shopSettings;
const AXIOS = "import axios from 'axios'; axios.get('https://api.shop.example/v1/orders', { params: ";

createRuleTester().run('valid-query-style', validQueryStyle, {
  valid: [
    { name: 'a name for each item', code: shop('/orders?ids=1&ids=2'), settings },
    { name: 'one item', code: shop('/orders?ids=1&tags=a'), settings },
    { name: 'a comma list where the description states it', code: shop('/orders?tags=a,b'), settings },
    { name: 'a comma in a text', code: shop('/orders?text=a,b'), settings },
    { name: 'keys in brackets', code: shop('/orders?filter[color]=red'), settings },
    { name: 'an object of a client that writes brackets', code: `${AXIOS}{ filter: { color: 'red' } } });`, settings },
    { name: 'a serialiser of the program', code: `${AXIOS}{ ids: [1, 2] }, paramsSerializer: mine });`, settings },
    { name: 'no style stated, and left to the server', code: shop('/orders?ids=1,2'), options: [{ unstated: 'ignore' }], settings },
    { name: 'a form that servers are known to take', code: 'await fetch(`${plexUrl}/hubs?identifier=home.continue,home.ondeck`);' },
  ],
  invalid: [
    {
      name: 'a comma list of numbers where OpenAPI repeats the name',
      code: shop('/orders?ids=1,2'),
      settings,
      errors: [{ messageId: 'style', column: 49, data: { operation: 'GET /orders', name: 'ids', expected: 'one `ids=` for each item', written: '`ids=1,2`', through: '' } }],
    },
    { name: 'brackets, as a client writes lists', code: `${AXIOS}{ ids: [1, 2] } });`, settings, errors: [{ messageId: 'style', data: { operation: 'GET /orders', name: 'ids', expected: 'one `ids=` for each item', written: '`ids[]=1&ids[]=2`', through: '' } }] },
    { name: 'brackets in the URL', code: shop('/orders?ids[]=1'), settings, errors: [{ messageId: 'style' }] },
    { name: 'repeated where one list is read', code: shop('/orders?tags=a&tags=b'), settings, errors: [{ messageId: 'style', data: { operation: 'GET /orders', name: 'tags', expected: 'one comma list, `tags=1,2`', written: '`tags=1&tags=2`', through: '' } }] },
    { name: 'joined by URLSearchParams', code: "await fetch(`https://api.shop.example/v1/orders?${new URLSearchParams({ ids: [1, 2] })}`);", settings, errors: [{ messageId: 'style' }] },
    { name: 'dots for brackets', code: shop('/orders?filter.color=red'), settings, errors: [{ messageId: 'style', data: { operation: 'GET /orders', name: 'filter', expected: 'one `filter[key]=` for each key', written: '`filter.color=`', through: '' } }] },
    { name: 'an object as one text', code: shop('/orders?filter=red'), settings, errors: [{ messageId: 'style' }] },
    { name: 'a list where one value is taken', code: `${AXIOS}{ status: ['open', 'paid'] } });`, settings, errors: [{ messageId: 'oneValue', data: { operation: 'GET /orders', name: 'status', expected: '', written: '`status[]=1&status[]=2`', through: '' } }] },
  ],
});
