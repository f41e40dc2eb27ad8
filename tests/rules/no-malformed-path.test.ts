import { noMalformedPath } from '../../rules/no-malformed-path.ts';
import { createRuleTester } from './rule-tester.ts';
import { shop, shopSettings } from './shop-api.ts';

const settings = shopSettings;

createRuleTester().run('no-malformed-path', noMalformedPath, {
  valid: [
    { name: 'one slash', code: shop('/orders'), settings },
    { name: 'a base whose end is not known', code: 'await fetch(`${plexUrl}/identity`); await fetch(`${plexUrl}identity`);' },
    { name: 'a client that puts one slash between base and path', code: "import axios from 'axios'; axios.create({ baseURL: 'https://api.shop.example/v1/' }).get('/orders');", settings },
    { name: 'a scheme that is not known', code: 'await fetch(`${protocol}//${plexHost}/identity`);' },
    { name: 'a URL in the place of a path', code: 'const get = (path) => fetch(`${plexUrl}/${path}`); await get(`https://plex.tv/api/v2/user`);' },
    { name: 'a colon path', code: 'await fetch(`${plexUrl}/:/prefs`);' },
    { name: 'a URL in the query', code: 'await fetch(`${plexUrl}/identity?from=http://x`);' },
  ],
  invalid: [
    {
      name: 'a base with a slash and a path with one, with the edit',
      code: "const base = 'https://api.shop.example/v1/';\nawait fetch(base + '/orders');",
      settings,
      errors: [
        {
          messageId: 'doubled',
          line: 2,
          data: { api: 'Shop API', path: '/v1//orders', through: '' },
          suggestions: [{ messageId: 'removeSlash', output: "const base = 'https://api.shop.example/v1/';\nawait fetch(base + 'orders');" }],
        },
      ],
    },
    { name: 'behind a base by its name', code: 'await fetch(`${plexUrl}//library/sections/all`);', errors: [{ messageId: 'doubled', suggestions: [{ messageId: 'removeSlash', output: 'await fetch(`${plexUrl}/library/sections/all`);' }] }] },
    { name: 'in one text', code: shop('//orders'), settings, errors: [{ messageId: 'doubled', suggestions: [{ messageId: 'removeSlash', output: shop('/orders') }] }] },
    {
      name: 'a rooted path behind a slash',
      code: "const get = (path) => fetch(`${plexUrl}/${path}`);\nawait get('/library/sections/all');",
      errors: [{ messageId: 'doubled', line: 2, suggestions: [{ messageId: 'removeSlash', output: "const get = (path) => fetch(`${plexUrl}/${path}`);\nawait get('library/sections/all');" }] }],
    },
    {
      name: 'no slash behind a port',
      code: 'await fetch(`http://${plexHost}:32400library/sections/all`);',
      errors: [{ messageId: 'missing', data: { path: '/library/sections/all', through: '' }, suggestions: [{ messageId: 'addSlash', output: 'await fetch(`http://${plexHost}:32400/library/sections/all`);' }] }],
    },
    {
      name: 'no slash between two texts',
      code: "const base = 'http://localhost:32400';\nawait fetch(base + 'library/sections/all');",
      errors: [{ messageId: 'missing', line: 2, suggestions: [{ messageId: 'addSlash', output: "const base = 'http://localhost:32400';\nawait fetch(base + '/library/sections/all');" }] }],
    },
  ],
});
