import { plexToken, plexUrl } from './config.ts';
import { withRetry } from './net/again.ts';

export async function hubs(): Promise<unknown> {
  const response = await withRetry(() => fetch(`${plexUrl}/hubs`, { headers: { Accept: 'application/json', 'X-Plex-Token': plexToken } }));
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}
