import { plexFetch } from './plex-fetch';

export async function hubs(): Promise<unknown> {
  const response = await plexFetch('/hubs');
  if (response.status === 401) throw new Error('Sign in again.');
  if (!response.ok) return [];
  return (await response.json()).MediaContainer.Hub;
}
