import { noDuplicateQuery } from '../../rules/no-duplicate-query.ts';
import { createRuleTester } from './rule-tester.ts';
import { shop, shopSettings } from './shop-api.ts';

const settings = shopSettings;

createRuleTester().run('no-duplicate-query', noDuplicateQuery, {
  valid: [
    { name: 'a list', code: shop('/orders?ids=1&ids=2'), settings },
    { name: 'a name that the operation does not have', code: shop('/orders?other=1&other=2'), settings },
    { name: 'one of two', code: shop("/orders?${all ? 'status=open' : 'status=paid'}"), settings },
    { name: 'replaced', code: "const params = new URLSearchParams({ status: 'open' }); params.set('status', 'paid'); await fetch(`https://api.shop.example/v1/orders?${params}`);", settings },
    { name: 'a client whose parameters replace those of the URL', code: "import ky from 'ky'; ky.get('https://api.shop.example/v1/orders?status=open', { searchParams: { status: 'paid' } });", settings },
  ],
  invalid: [
    { name: 'in one URL', code: shop('/orders?status=open&limit=1&status=paid'), settings, errors: [{ messageId: 'twice', column: 69, data: { operation: 'GET /orders', name: 'status', through: '' } }] },
    { name: 'appended', code: "const params = new URLSearchParams({ status: 'open' });\nparams.append('status', 'paid');\nawait fetch(`https://api.shop.example/v1/orders?${params}`);", settings, errors: [{ messageId: 'twice', line: 2 }] },
    { name: 'in the URL and in the parameters of axios', code: "import axios from 'axios'; axios.get('https://api.shop.example/v1/orders?status=open', { params: { status: 'paid' } });", settings, errors: [{ messageId: 'twice' }] },
    { name: 'on the media server, though its query is open', code: 'await fetch(`${plexUrl}/status/sessions/history/all?accountID=1&librarySectionID=2&accountID=3`);', errors: [{ messageId: 'twice' }] },
  ],
});
