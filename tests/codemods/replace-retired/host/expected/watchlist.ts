import axios from 'axios';

const provider = axios.create({
  baseURL: 'https://discover.provider.plex.tv',
  headers: { 'X-Plex-Token': process.env.PLEX_TOKEN ?? '', Accept: 'application/json' },
});

export async function watchlist(start: number): Promise<unknown[]> {
  const { data } = await provider.get('/library/sections/watchlist/all', { params: { 'X-Plex-Container-Start': start, 'X-Plex-Container-Size': 50 } });
  return data.MediaContainer.Metadata;
}
