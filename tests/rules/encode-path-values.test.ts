import { encodePathValues } from '../../rules/encode-path-values.ts';
import { createRuleTester } from './rule-tester.ts';
import { shop, shopSettings } from './shop-api.ts';

const settings = shopSettings;

createRuleTester().run('encode-path-values', encodePathValues, {
  valid: [
    { name: 'encoded', code: shop('/customers/${encodeURIComponent(name)}'), settings },
    { name: 'a number', code: shop('/orders/${name}'), settings },
    { name: 'one of a few words', code: shop('/reports/${name}?from=a&to=b'), settings },
    { name: 'an identifier by its name', code: shop('/customers/${customerId}'), settings },
    { name: 'an identifier of the media server', code: 'await fetch(`${plexUrl}/library/metadata/${ratingKey}`);' },
    { name: 'an operation that is not certain', code: shop('/nothing/${name}'), settings },
  ],
  invalid: [
    {
      name: 'text, with the edit',
      code: shop('/customers/${customer.fullName}'),
      settings,
      errors: [{ messageId: 'unencoded', column: 54, data: { operation: 'GET /customers/{name}', name: 'name', value: '`customer.fullName`' }, suggestions: [{ messageId: 'encode', output: shop('/customers/${encodeURIComponent(customer.fullName)}') }] }],
    },
    {
      name: 'a value that a caller gives',
      code: 'export const find = (who: string) => fetch(`https://api.shop.example/v1/customers/${who}`);',
      settings,
      errors: [{ messageId: 'unencoded', suggestions: [{ messageId: 'encode', output: 'export const find = (who: string) => fetch(`https://api.shop.example/v1/customers/${encodeURIComponent(who)}`);' }] }],
    },
    { name: 'any text, when asked for', code: 'await fetch(`${plexUrl}/activities/${activity}`, { method: \'DELETE\' });', options: [{ report: 'all' }], errors: [{ messageId: 'unencoded', suggestions: [{ messageId: 'encode', output: 'await fetch(`${plexUrl}/activities/${encodeURIComponent(activity)}`, { method: \'DELETE\' });' }] }] },
  ],
});
