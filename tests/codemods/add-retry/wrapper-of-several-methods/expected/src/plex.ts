import { plexToken, plexUrl } from './config';
import { withRetry } from './with-retry';

export async function plexRequest<Body>(path: string, method: 'GET' | 'POST' | 'DELETE' = 'GET'): Promise<Body> {
  const response = await withRetry(() => fetch(`${plexUrl}${path}`, {
    method,
    headers: { Accept: 'application/json', 'X-Plex-Token': plexToken },
  }), { method });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`);
  return response.json();
}

export const hubs = () => plexRequest('/hubs');
export const addPlaylist = () => plexRequest('/playlists?title=Best&type=video&smart=0&uri=server', 'POST');
export const remove = (id: number) => plexRequest(`/library/metadata/${id}`, 'DELETE');
