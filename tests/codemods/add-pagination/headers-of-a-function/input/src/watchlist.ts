import { plexHeaders } from './headers';

export async function watchlist(token: string) {
  const response = await fetch('https://discover.provider.plex.tv/library/sections/watchlist/all', { method: 'GET', headers: plexHeaders(token) });
  if (response.status !== 200) return null;
  const { MediaContainer } = await response.json();
  return MediaContainer.Metadata.map((item: { guid: string }) => item.guid);
}
