import { plexHeaders } from './headers';
import { fetchPages } from './read-pages';

export async function watchlist(token: string) {
  const response = await fetchPages(['MediaContainer', 'Metadata'], (start) => fetch('https://discover.provider.plex.tv/library/sections/watchlist/all', { method: 'GET', headers: { 'X-Plex-Container-Start': String(start), 'X-Plex-Container-Size': '100', ...plexHeaders(token) } }));
  if (response.status !== 200) return null;
  const { MediaContainer } = await response.json();
  return MediaContainer.Metadata.map((item: { guid: string }) => item.guid);
}
