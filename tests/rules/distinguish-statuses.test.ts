import { distinguishStatuses } from '../../rules/distinguish-statuses.ts';
import { createRuleTester } from './rule-tester.ts';

const shop = { 'plex-api': { descriptions: ['./tests/rules/fixtures/shop.yaml'] } };
const order = (handling: string, method = 'GET'): string => `export async function order(id) { const response = await fetch(\`https://api.shop.example/v1/orders${method === 'GET' ? '/${id}' : ''}\`, { method: '${method}' }); ${handling} return response.json(); }`;

createRuleTester().run('distinguish-statuses', distinguishStatuses, {
  valid: [
    { name: 'told apart', settings: shop, code: order('if (response.status === 404) return null; if (!response.ok) throw new Error();') },
    { name: 'told apart in a switch', settings: shop, code: order('switch (response.status) { case 404: return null; case 200: break; default: throw new Error(); }') },
    { name: 'told apart in a list', settings: shop, code: order('if ([404, 410].includes(response.status)) return null; if (!response.ok) throw new Error();') },
    { name: 'the error carries the status to whoever may', settings: shop, code: order('if (!response.ok) throw new HttpError(response.status);') },
    { name: 'a function is given the status', settings: shop, code: order('if (!response.ok) fail(response.status);') },
    { name: 'the client throws an error that has it, and the caller gets that', settings: shop, code: "import axios from 'axios'; export const order = async (id) => (await axios.get(`https://api.shop.example/v1/orders/${id}`)).data;" },
    { name: 'nothing is documented that needs an action', settings: shop, code: "export async function cancel(id) { const response = await fetch(`https://api.shop.example/v1/orders/${id}/cancel`, { method: 'POST' }); if (!response.ok) throw new Error('failed'); }" },
    { name: 'never checked: another rule has it', settings: shop, code: order('') },
    { name: 'not wanted', settings: shop, options: [{ statuses: [401] }], code: order('if (!response.ok) throw new Error();') },
  ],
  invalid: [
    {
      name: 'one error for all',
      settings: shop,
      code: order("if (!response.ok) throw new Error(`The shop answers ${response.status}.`);"),
      errors: [{ messageId: 'alike', data: { operation: 'GET /orders/{id}', documented: '404 (listed for it)', them: 'it', action: 'on 404, take it as gone.', through: '' } }],
    },
    { name: 'another status is told', settings: shop, code: order("if (response.status === 500) return null; if (!response.ok) throw new Error('failed');"), errors: [{ messageId: 'alike' }] },
    { name: 'of a POST', settings: shop, code: order("if (!response.ok) throw new Error('failed');", 'POST'), errors: [{ messageId: 'alike', data: { operation: 'POST /orders', documented: '409 (listed for it)', them: 'it', action: 'on 409, read what is there.', through: '' } }] },
    {
      name: 'a handler that only logs',
      settings: shop,
      code: "import axios from 'axios'; export async function order(id) { try { return (await axios.get(`https://api.shop.example/v1/orders/${id}`)).data; } catch (error) { console.error(error); return null; } }",
      errors: [{ messageId: 'alike' }],
    },
    {
      name: 'statuses that every operation has',
      code: "export async function hubs() { const response = await fetch(`${plexUrl}/hubs`); if (!response.ok) throw new Error('failed'); return response.json(); }",
      errors: [{ messageId: 'alike', data: { operation: 'GET /hubs', documented: '401 or 503 (listed for every operation)', them: 'them', action: 'on 401, renew the token once.', through: '' } }],
    },
    {
      name: 'a wrapper: once',
      code: "async function get(path) { const response = await fetch(`${plexUrl}${path}`); if (!response.ok) throw new Error('failed'); return response.json(); }\nawait get('/hubs');\nawait get('/prefs');",
      errors: [{ messageId: 'alike', line: 1 }],
    },
  ],
});
