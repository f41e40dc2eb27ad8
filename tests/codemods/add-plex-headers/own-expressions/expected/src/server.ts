import { getSettings } from './settings.js';

export async function isThere(plexUrl: string) {
  return (await fetch(`${plexUrl}/identity`, { headers: { 'X-Plex-Client-Identifier': getSettings().clientId } })).ok;
}
