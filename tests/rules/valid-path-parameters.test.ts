import { validPathParameters } from '../../rules/valid-path-parameters.ts';
import { createRuleTester } from './rule-tester.ts';
import { shop, shopSettings } from './shop-api.ts';

const settings = shopSettings;

createRuleTester().run('valid-path-parameters', validPathParameters, {
  valid: [
    { name: 'values that fit', code: `${shop('/orders/7')} ${shop('/reports/day')}`, settings },
    { name: 'unknown values', code: `${shop('/orders/${id}')} ${shop('/reports/${period}')}`, settings },
    { name: 'a path that is mistyped, which is another rule', code: 'await fetch(`${plexUrl}/library/sections/al`);' },
    { name: 'a comma list where one is taken', code: 'await fetch(`${plexUrl}/library/metadata/1,2`);' },
    { name: 'accepted by the settings', code: shop('/orders/latest'), settings: { 'plex-api': { ...settings['plex-api'], allow: ['GET /v1/orders/latest'] } } },
  ],
  invalid: [
    { name: 'a word for a number', code: shop('/orders/latest'), settings, errors: [{ messageId: 'wrong', data: { operation: 'GET /orders/{orderId}', expected: 'an integer', name: 'orderId', value: "'latest'" } }] },
    { name: 'out of range', code: shop('/orders/0'), settings, errors: [{ messageId: 'wrong', data: { operation: 'GET /orders/{orderId}', expected: 'at least 1', name: 'orderId', value: "'0'" } }] },
    {
      name: 'none of the words, with the edit to a near one',
      code: shop('/reports/weak'),
      settings,
      errors: [
        {
          messageId: 'wrong',
          data: { operation: 'GET /reports/{period}', expected: "'day', 'week' or 'month'", name: 'period', value: "'weak'" },
          suggestions: [{ messageId: 'use', data: { instead: 'week' }, output: shop('/reports/week') }],
        },
      ],
    },
    { name: 'a number for a word', code: 'export const report = (days: number) => fetch(`https://api.shop.example/v1/reports/${days}`);', settings, errors: [{ messageId: 'wrong', data: { operation: 'GET /reports/{period}', expected: "'day', 'week' or 'month'", name: 'period', value: 'a number' } }] },
    { name: 'on the media server', code: 'await fetch(`${plexUrl}/playQueues/mine`);', errors: [{ messageId: 'wrong', data: { operation: 'GET /playQueues/{playQueueId}', expected: 'an integer', name: 'playQueueId', value: "'mine'" } }] },
  ],
});
