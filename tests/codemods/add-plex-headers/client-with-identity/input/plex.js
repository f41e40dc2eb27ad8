import PlexAPI from 'plex-api';
import { settings } from './settings.js';

const client = new PlexAPI({ hostname: settings.host, token: settings.token, options: { identifier: settings.clientId } });

export const readHubs = () => client.query('/hubs');
export const readSessions = () => client.query('/status/sessions');

export async function isThere(plexUrl) {
  return (await fetch(`${plexUrl}/identity`)).ok;
}
