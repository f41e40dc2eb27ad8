import { plexFetch } from './plex-fetch';

export async function sections(): Promise<unknown> {
  const answer = await plexFetch('/library/sections');
  return (await answer.json()).MediaContainer.Directory;
}
