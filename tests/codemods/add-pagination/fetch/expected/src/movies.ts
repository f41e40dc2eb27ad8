import { plexToken, plexUrl } from './config';
import { fetchPages } from './read-pages';

interface Page<T> {
  readonly MediaContainer: { readonly size: number; readonly Metadata?: readonly T[] };
}

export async function titles<T extends { title: string }>(section: string): Promise<readonly string[]> {
  const response = await fetchPages(['MediaContainer', 'Metadata'], (start) => fetch(`${plexUrl}/library/sections/${section}/all?type=1`, {
    headers: {
      'X-Plex-Container-Start': String(start),
      'X-Plex-Container-Size': '200',
      Accept: 'application/json',
      'X-Plex-Token': plexToken,
    },
  }));
  if (!response.ok) throw new Error(`Status ${response.status}`);
  const body = (await response.json()) as Page<T>;
  return (body.MediaContainer.Metadata ?? []).map(({ title }) => title);
}
