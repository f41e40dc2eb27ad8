import got from 'got';
import ky from 'ky';

const headers = { 'X-Plex-Token': process.env.PLEX_TOKEN };

export const hubs = () => got(`${process.env.PLEX_URL}/hubs`, { headers, timeout: { request: 30_000 }, retry: { limit: 0 } }).json();

export const identity = () => ky.get(`${process.env.PLEX_URL}/identity`, {
  headers,
  retry: 0,
}).json();
