import { token, url } from './config.js';
import { withRetry } from './with-retry.js';

export async function hubs() {
  const response = await withRetry(() => fetch(`${url}/hubs`, { headers: { Accept: 'application/json', 'X-Plex-Token': token } }));
  if (!response.ok) throw new Error(`GET /hubs: ${response.status}`);
  return response.json();
}
