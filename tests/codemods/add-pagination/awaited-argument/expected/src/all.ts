import { plexUrl } from './config';
import { fetchPages } from './read-pages';
import { readToken } from './token';

export async function all(section: number) {
  const response = await fetchPages(['MediaContainer', 'Metadata'], async (start) => fetch(`${plexUrl}/library/sections/${section}/all`, { headers: { 'X-Plex-Container-Start': String(start), 'X-Plex-Container-Size': '200', Accept: 'application/json', 'X-Plex-Token': await readToken() } }));
  if (!response.ok) throw new Error(response.statusText);
  const body = await response.json();
  return body.MediaContainer.Metadata.map((item: { title: string }) => item.title);
}
