import { ofetch } from 'ofetch';

const headers = { 'X-Plex-Token': process.env.PLEX_TOKEN ?? '' };

export const hubs = () => ofetch(`${process.env.PLEX_URL}/hubs`, { headers, timeout: 30_000 });
