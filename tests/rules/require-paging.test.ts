import { requirePaging } from '../../rules/require-paging.ts';
import { createRuleTester } from './rule-tester.ts';

/** Reads the items of what `path` answers. */
function read(path: string): string {
  return `const response = await fetch(\`\${plexUrl}${path}\`); if (!response.ok) throw new Error(); const { MediaContainer } = await response.json(); for (const item of MediaContainer.Metadata) use(item.title);`;
}

createRuleTester().run('require-paging', requirePaging, {
  valid: [
    { name: 'a page', code: read('/library/sections/1/all?X-Plex-Container-Start=0&X-Plex-Container-Size=100') },
    { name: 'the first few', code: read('/library/sections/1/all?sort=addedAt:desc&limit=10') },
    { name: 'a filter, which makes it short', code: read('/library/all?guid=plex://movie/1') },
    { name: 'a query that cannot be read', code: read('/library/sections/1/all?${query}') },
    { name: 'no list', code: read('/library/metadata/1') },
    { name: 'a shorter list, which only `required` reports', code: read('/library/metadata/1/children') },
    { name: 'a list of which nothing is read', code: 'await fetch(`${plexUrl}/library/sections/1/all`);' },
    {
      name: 'a list of which only the number is read',
      code: 'const response = await fetch(`${plexUrl}/library/sections/1/all`); if (response.ok) use((await response.json()).MediaContainer.size);',
    },
    {
      name: 'what stands beside the list: the filters that it takes',
      code: 'const response = await fetch(`${plexUrl}/library/sections/1/all?includeMeta=1`); if (response.ok) { const { MediaContainer } = await response.json(); use(...MediaContainer.Meta.Type); for (const type of MediaContainer.Meta.FieldType) use(type.key); }',
    },
    { name: 'pages set by a wrapper', code: "const page = { 'X-Plex-Container-Start': 0, 'X-Plex-Container-Size': 50 };\nconst response = await fetch(`${plexUrl}/library/sections/1/all`, { headers: page }); if (response.ok) for (const item of (await response.json()).MediaContainer.Metadata) use(item);" },
  ],
  invalid: [
    {
      name: 'a whole section',
      code: read('/library/sections/1/all?type=1&includeGuids=1&X-Plex-Token=${token}'),
      errors: [
        {
          messageId: 'whole',
          line: 1,
          data: {
            operation: 'GET /library/sections/{sectionId}/all',
            what: 'a list that grows with the library',
            start: 'X-Plex-Container-Start',
            size: 'X-Plex-Container-Size',
            limit: ', or limit for the first few',
          },
        },
      ],
    },
    { name: 'the history', code: read('/status/sessions/history/all?sort=viewedAt:desc'), errors: [{ messageId: 'whole' }] },
    {
      name: 'a list that is handed on',
      code: "import axios from 'axios';\nexport async function items() { const { data } = await axios.get(`${plexUrl}/library/sections/1/all`); return data.MediaContainer.Metadata ?? []; }",
      errors: [{ messageId: 'whole', line: 2 }],
    },
    { name: 'a shorter list', code: read('/library/metadata/1/children'), options: [{ lists: 'required' }], errors: [{ messageId: 'whole' }] },
    { name: 'a list for which pages are advised', code: read('/hubs/home/recentlyAdded'), options: [{ lists: 'advised' }], errors: [{ messageId: 'whole' }] },
  ],
});
