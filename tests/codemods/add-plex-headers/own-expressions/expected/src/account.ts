import { getSettings as readSettings } from './settings.js';

export async function makePin() {
  const { clientId } = readSettings();
  const response = await fetch('https://plex.tv/api/v2/pins', {
    method: 'POST',
    headers: { Accept: 'application/json', 'X-Plex-Client-Identifier': clientId, 'X-Plex-Product': 'Shelf' },
  });
  if (!response.ok) throw new Error('No pin.');
  // the same variable is at hand
  const check = await fetch('https://plex.tv/api/v2/pins', { method: 'POST', headers: { 'X-Plex-Client-Identifier': clientId, Accept: 'application/json', 'X-Plex-Product': 'Shelf' } });
  if (!check.ok) throw new Error('No answer.');
  return response.json();
}

export const isThere = async (plexUrl: string) => (await fetch(`${plexUrl}/identity`, { headers: { 'X-Plex-Client-Identifier': readSettings().clientId } })).ok;
