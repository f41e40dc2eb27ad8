import { settings } from './settings';

interface Sessions<T> {
  readonly MediaContainer: { readonly Metadata?: readonly T[] };
}

/** What is played now. */
export async function nowPlaying<T>(): Promise<readonly T[]> {
  const response = await fetch(`${settings.plexUrl}/status/sessions`, {
    headers: { 'X-Plex-Token': settings.plexToken },
  });
  const { MediaContainer } = (await response.json()) as Sessions<T>;
  return MediaContainer.Metadata ?? [];
}
