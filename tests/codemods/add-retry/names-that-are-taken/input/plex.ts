import axios from 'axios';
import { plexToken, plexUrl } from './config';

const axiosRetry = 3;
const plex = axios.create({ baseURL: plexUrl, timeout: 5000, headers: { 'X-Plex-Token': plexToken } });

/** Says how often, with retry. */
export const withRetry = (): number => axiosRetry;

export const identity = () => plex.get('/identity');

export async function hubs(): Promise<unknown> {
  const response = await fetch(`${plexUrl}/hubs`, { headers: { Accept: 'application/json', 'X-Plex-Token': plexToken } });
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}
