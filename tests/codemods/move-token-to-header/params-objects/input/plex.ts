import axios from 'axios';
import got from 'got';

const plex = axios.create({ baseURL: process.env.PLEX_URL, headers: { Accept: 'application/json' } });

interface Settings {
  readonly plexUrl: string;
  readonly token: string;
}

export async function load({ plexUrl, token }: Settings): Promise<unknown[]> {
  const hubs = await plex.get('/hubs', { params: { 'X-Plex-Token': token } });
  const sections = await plex.get('/library/sections/all', {
    params: {
      includeDetails: 1,
      'X-Plex-Token': token, // the owner's
    },
    timeout: 5000,
  });
  const prefs = await got(`${plexUrl}/:/prefs`, {
    searchParams: { 'X-Plex-Token': token },
    headers: {
      Accept: 'application/json',
    },
  }).json();
  return [hubs.data, sections.data, prefs];
}
