import { CLIENT_ID } from './identity.js';

const PRODUCT = 'Shelf';

export async function makePin() {
  const response = await fetch('https://plex.tv/api/v2/pins', {
    method: 'POST',
    headers: { Accept: 'application/json', 'X-Plex-Client-Identifier': CLIENT_ID, 'X-Plex-Product': PRODUCT },
  });
  if (!response.ok) throw new Error('No pin.');
  return response.json();
}

export async function readPin(id) {
  const response = await fetch(`https://plex.tv/api/v2/pins/${id}`, { headers: { Accept: 'application/json' } });
  if (!response.ok) throw new Error('No pin.');
  return response.json();
}
