import { getClientId } from './identity.js';

export async function makePin() {
  const response = await fetch('https://plex.tv/api/v2/pins', {
    method: 'POST',
    headers: { Accept: 'application/json', 'X-Plex-Client-Identifier': getClientId(), 'X-Plex-Product': 'Shelf' },
  });
  if (!response.ok) throw new Error('No pin.');
  return response.json();
}

// works without PLEX_CLIENT_ID
export const isThere = async (plexUrl) => (await fetch(`${plexUrl}/identity`)).ok;
