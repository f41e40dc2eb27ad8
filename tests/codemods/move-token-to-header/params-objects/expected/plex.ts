import axios from 'axios';
import got from 'got';

const plex = axios.create({ baseURL: process.env.PLEX_URL, headers: { Accept: 'application/json' } });

interface Settings {
  readonly plexUrl: string;
  readonly token: string;
}

export async function load({ plexUrl, token }: Settings): Promise<unknown[]> {
  const hubs = await plex.get('/hubs', { headers: { 'X-Plex-Token': token } });
  const sections = await plex.get('/library/sections/all', {
    params: {
      includeDetails: 1,
    },
    timeout: 5000,
    headers: { 'X-Plex-Token': token },
  });
  const prefs = await got(`${plexUrl}/:/prefs`, {
    headers: {
      'X-Plex-Token': token,
      Accept: 'application/json',
    },
  }).json();
  return [hubs.data, sections.data, prefs];
}
