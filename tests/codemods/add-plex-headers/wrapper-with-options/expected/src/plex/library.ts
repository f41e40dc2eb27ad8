import { plexRequest } from './request';

const token = process.env.PLEX_TOKEN ?? '';

export const readHubs = () => plexRequest<{ MediaContainer: unknown }>('/hubs', { headers: { 'X-Plex-Token': token } });
export const readSections = () => plexRequest<{ MediaContainer: unknown }>('/library/sections/all', { headers: { 'X-Plex-Token': token } });
export const readSome = (id: string) => plexRequest<{ MediaContainer: unknown }>(`/library/metadata/${id}`, { headers: { 'X-Plex-Token': token, accept: 'application/json' } });
