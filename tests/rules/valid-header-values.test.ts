import { validHeaderValues } from '../../rules/valid-header-values.ts';
import { createRuleTester } from './rule-tester.ts';

const ALL = '${plexUrl}/library/sections/1/all';
const READ = 'if (!response.ok) throw new Error(); const { MediaContainer } = await response.json();';

createRuleTester().run('valid-header-values', validHeaderValues, {
  valid: [
    { name: 'a page', code: `await fetch(\`${ALL}?X-Plex-Container-Start=0&X-Plex-Container-Size=1000\`);` },
    { name: 'a page in headers', code: `await fetch(\`${ALL}\`, { headers: { 'X-Plex-Container-Start': '0', 'X-Plex-Container-Size': '50' } });` },
    { name: 'a size that is not known', code: `await fetch(\`${ALL}?X-Plex-Container-Start=0&X-Plex-Container-Size=\${size}\`);` },
    {
      name: 'a size of 0 of which only the total is read',
      code: `const response = await fetch(\`${ALL}?X-Plex-Container-Size=0\`); ${READ} use(MediaContainer.totalSize);`,
    },
    { name: 'a start that may be set elsewhere', code: `await fetch(\`${ALL}?X-Plex-Container-Size=5\`, { headers });` },
    { name: 'a size that is sent sometimes', code: `const url = new URL(\`${ALL}\`); if (size) url.searchParams.set('X-Plex-Container-Size', size); await fetch(url);` },
    { name: 'any format', code: "const response = await fetch(`${plexUrl}/hubs`, { headers: { Accept: '*/*' } }); if (response.ok) use(await response.json());" },
    { name: 'JSON asked for, where there is only XML', code: "import { parseStringPromise } from 'xml2js'; const response = await fetch('https://plex.tv/api/users', { headers: { Accept: 'application/json' } }); if (response.ok) use((await parseStringPromise(await response.text())).MediaContainer);" },
    { name: 'several formats', code: "await fetch(`${plexUrl}/hubs`, { headers: { Accept: 'application/json, text/plain;q=0.9, */*' } });" },
  ],
  invalid: [
    {
      name: 'no items, where a documented operation with the same answer says which field is the list',
      code: "export async function items() { const response = await fetch(`${plexUrl}/library/collections/${id}/children`, { headers: { 'X-Plex-Container-Size': '0' } }); if (!response.ok) throw new Error(); return (await response.json()).MediaContainer?.Metadata ?? []; }",
      errors: [{ messageId: 'none', line: 1 }],
    },
    {
      name: 'a page over the cap of the server',
      code: `await fetch(\`${ALL}?X-Plex-Container-Start=0&X-Plex-Container-Size=5000\`);`,
      errors: [
        { messageId: 'overCap', line: 1, data: { operation: 'GET /library/sections/{sectionId}/all', name: 'X-Plex-Container-Size', cap: 1000, value: '5000', through: '' } },
      ],
    },
    {
      name: 'a page over the cap of another host, as a default',
      code: "async function list(size = 300) { return fetch(`https://discover.provider.plex.tv/library/sections/watchlist/all?X-Plex-Container-Start=0&X-Plex-Container-Size=${size}`); }\nlist();",
      errors: [{ messageId: 'overCap' }],
    },
    {
      name: 'a size without a start',
      code: `await fetch(\`${ALL}?X-Plex-Container-Size=50\`);`,
      errors: [{ messageId: 'alone', data: { operation: 'GET /library/sections/{sectionId}/all', name: 'X-Plex-Container-Size', other: 'X-Plex-Container-Start', through: '', reason: 'A page has a start and a size; without either the answer is the whole list or 400.' } }],
    },
    {
      name: 'a start without a size',
      code: `await fetch(\`${ALL}\`, { headers: { 'X-Plex-Container-Start': '0' } });`,
      errors: [{ messageId: 'alone' }],
    },
    {
      name: 'a size of 0 meant as everything',
      code: `const response = await fetch(\`${ALL}\`, { headers: { 'X-Plex-Container-Size': '0' } }); ${READ} for (const item of MediaContainer.Metadata) use(item);`,
      errors: [{ messageId: 'none', data: { operation: 'GET /library/sections/{sectionId}/all', name: 'X-Plex-Container-Size', value: 0, through: '', reason: 'A size of 0 asks for no items, only for how many there are.' } }],
    },
    {
      name: 'a size that is no number',
      code: `await fetch(\`${ALL}?X-Plex-Container-Start=0&X-Plex-Container-Size=all\`);`,
      errors: [{ messageId: 'noCount' }],
    },
    {
      name: 'a word that is no media type',
      code: "await fetch(`${plexUrl}/hubs`, { headers: { Accept: 'json' } });",
      errors: [{ messageId: 'noMediaType', data: { operation: 'GET /hubs', name: 'Accept', value: 'json', through: '' } }],
    },
    {
      name: 'XML asked for, JSON parsed',
      code: "const response = await fetch(`${plexUrl}/hubs`, { headers: { Accept: 'application/xml' } }); if (response.ok) use(await response.json());",
      errors: [{ messageId: 'otherFormat', data: { operation: 'GET /hubs', name: 'Accept', value: 'application/xml', format: 'JSON', through: '' } }],
    },
  ],
});
