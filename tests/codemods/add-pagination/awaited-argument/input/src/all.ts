import { plexUrl } from './config';
import { readToken } from './token';

export async function all(section: number) {
  const response = await fetch(`${plexUrl}/library/sections/${section}/all`, { headers: { Accept: 'application/json', 'X-Plex-Token': await readToken() } });
  if (!response.ok) throw new Error(response.statusText);
  const body = await response.json();
  return body.MediaContainer.Metadata.map((item: { title: string }) => item.title);
}
