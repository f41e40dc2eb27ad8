import { plexToken, plexUrl } from './config';

interface Page<T> {
  readonly MediaContainer: { readonly size: number; readonly Metadata?: readonly T[] };
}

export async function titles<T extends { title: string }>(section: string): Promise<readonly string[]> {
  const response = await fetch(`${plexUrl}/library/sections/${section}/all?type=1`, {
    headers: {
      Accept: 'application/json',
      'X-Plex-Token': plexToken,
    },
  });
  if (!response.ok) throw new Error(`Status ${response.status}`);
  const body = (await response.json()) as Page<T>;
  return (body.MediaContainer.Metadata ?? []).map(({ title }) => title);
}
