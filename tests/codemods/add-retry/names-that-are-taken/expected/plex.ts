import axios from 'axios';
import axiosRetry2 from 'axios-retry';
import { plexToken, plexUrl } from './config';
import { withRetry as withRetry2 } from './with-retry';

const axiosRetry = 3;
const plex = axios.create({ baseURL: plexUrl, timeout: 5000, headers: { 'X-Plex-Token': plexToken } });

axiosRetry2(plex, {
  retries: 2,
  shouldResetTimeout: true,
  retryDelay: (count, error) => axiosRetry2.exponentialDelay(count, error, 500),
  retryCondition: ({ code, config, response }) => {
    if (!['get', 'head'].includes(config?.method ?? '') || code === 'ERR_CANCELED') return false;
    if (response === undefined) return true;
    const isFirst = config?.['axios-retry']?.retryCount === 0;
    const isPassing = [408, 429, 502, 503, 504].includes(response.status) || (isFirst && response.status === 500);
    return isPassing && !(Number(response.headers['retry-after']) > 60);
  }
});

/** Says how often, with retry. */
export const withRetry = (): number => axiosRetry;

export const identity = () => plex.get('/identity');

export async function hubs(): Promise<unknown> {
  const response = await withRetry2(() => fetch(`${plexUrl}/hubs`, { headers: { Accept: 'application/json', 'X-Plex-Token': plexToken } }));
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}
