import { ofetch } from 'ofetch';
import { readPages } from './read-pages.mjs';

interface History {
  MediaContainer: { Metadata: { viewedAt: number }[] };
}

export async function history(plexUrl: string): Promise<number[]> {
  const { MediaContainer } = await readPages(['MediaContainer', 'Metadata'], (start) => ofetch<History>(`${plexUrl}/status/sessions/history/all`, { headers: { 'X-Plex-Container-Start': String(start), 'X-Plex-Container-Size': '200' } }));
  return MediaContainer.Metadata.map(({ viewedAt }) => viewedAt);
}
