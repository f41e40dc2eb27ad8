import { fetchJson } from '../http.js';
import { APP_NAME, identity } from '../constants.js';

export const readPin = (id: number) => fetchJson(`https://plex.tv/api/v2/pins/${id}`, { headers: { ...identity, Accept: 'application/json' } });

export async function makePin() {
  const response = await fetch('https://plex.tv/api/v2/pins', { method: 'POST', headers: { ...identity, Accept: 'application/json' } });
  if (!response.ok) throw new Error(`No pin for ${APP_NAME}, ${Object.keys(identity).length}`);
  return response.json();
}
