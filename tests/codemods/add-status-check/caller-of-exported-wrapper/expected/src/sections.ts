import { plexFetch } from './plex-fetch';
import { StatusError } from './status-error';

export async function sections(): Promise<unknown> {
  const answer = await plexFetch('/library/sections');
  if (!answer.ok) throw new StatusError(answer, 'GET');
  return (await answer.json()).MediaContainer.Directory;
}
