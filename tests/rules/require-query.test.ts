import { requireQuery } from '../../rules/require-query.ts';
import { createRuleTester } from './rule-tester.ts';
import { shop, shopSettings } from './shop-api.ts';

const settings = shopSettings;

createRuleTester().run('require-query', requireQuery, {
  valid: [
    { name: 'all sent', code: shop('/reports/day?from=a&to=b'), settings },
    { name: 'sent in some cases', code: shop("/reports/day?from=a${all ? '&to=b' : ''}"), settings },
    { name: 'a query that cannot be read', code: 'await fetch(`https://api.shop.example/v1/reports/day?${query}`);', settings },
    { name: 'an operation that is not certain', code: shop('/reports/${period}/x'), settings },
    { name: 'an object whose keys are names of their own', code: "await fetch(`${plexUrl}/:/prefs?FriendlyName=a`, { method: 'PUT' });" },
    { name: 'misspelt, which is another rule', code: shop('/reports/day?from=a&tu=b'), settings },
  ],
  invalid: [
    { name: 'one missing', code: shop('/reports/day?from=a'), settings, errors: [{ messageId: 'missing', data: { operation: 'GET /reports/{period}', names: 'to' } }] },
    { name: 'one of which the document is known to be wrong in another way', code: 'await fetch(`${plexUrl}/hubs/items?count=1`);', errors: [{ messageId: 'missing', data: { operation: 'GET /hubs/items', names: 'identifier' } }] },
    { name: 'all missing: one finding', code: shop('/reports/week'), settings, errors: [{ messageId: 'missingSeveral', data: { operation: 'GET /reports/{period}', names: "'from', 'to'" } }] },
    { name: 'on the media server', code: 'await fetch(`${plexUrl}/hubs/search?limit=1`);', errors: [{ messageId: 'missing' }] },
  ],
});
