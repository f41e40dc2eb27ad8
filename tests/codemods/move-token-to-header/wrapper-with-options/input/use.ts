import { plexFetch } from './plex-fetch.ts';

export const hubs = () => plexFetch('/hubs', { headers: { Accept: 'application/json' } });
export const playlists = () => plexFetch('/playlists?sort=titleSort', { method: 'GET' });
