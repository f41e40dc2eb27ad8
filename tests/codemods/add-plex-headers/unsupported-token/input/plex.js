import { plexHeaders } from './plex-headers.js';

export async function stop(plexUrl) {
  const response = await fetch(`${plexUrl}/butler`, { method: 'DELETE', headers: { ...plexHeaders } });
  if (!response.ok) throw new Error(response.statusText);
}
