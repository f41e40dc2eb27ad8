import { env } from 'node:process';
import { plexHeaders } from './plex-headers';

export async function readHubs(): Promise<unknown> {
  const headers = new Headers({ ...plexHeaders, Accept: 'application/json' });
  headers.set('X-Plex-Token', env.PLEX_TOKEN ?? '');
  const response = await fetch(new URL('/hubs', env.PLEX_URL), { headers });
  if (!response.ok) throw new Error('No hubs.');
  return response.json();
}

export async function readSessions(): Promise<unknown> {
  const response = await fetch(`${env.PLEX_URL}/status/sessions`, { headers: new Headers({ ...plexHeaders, Accept: 'application/json', 'X-Plex-Token': env.PLEX_TOKEN ?? '' }) });
  if (!response.ok) throw new Error('No sessions.');
  return response.json();
}
