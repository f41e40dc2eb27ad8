import { plexHeaders } from './plex-headers';

export async function isThere(plexUrl: string): Promise<boolean> {
  return (await fetch(`${plexUrl}/identity`, { headers: { ...plexHeaders } })).ok;
}
