import { Settings } from './settings.js';

const settings = new Settings().load();

export async function makePin() {
  const response = await fetch('https://plex.tv/api/v2/pins', {
    method: 'POST',
    headers: { Accept: 'application/json', 'X-Plex-Client-Identifier': `${settings.clientId}`, 'X-Plex-Product': 'Shelf' },
  });
  if (!response.ok) throw new Error('No pin.');
  return response.json();
}

export async function isThere(plexUrl) {
  return (await fetch(`${plexUrl}/identity`)).ok;
}
