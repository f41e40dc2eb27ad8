import { plexToken as token, plexUrl } from './config';
import { withRetry } from './with-retry';

const headers = { 'X-Plex-Token': token };

export async function remove(id: number): Promise<void> {
  const response = await withRetry(() => fetch(
    `${plexUrl}/library/metadata/${id}`,
    { method: 'DELETE', headers },
  ), { method: 'DELETE', idempotent: true });
  if (!response.ok) throw new Error(`DELETE ${id}: ${response.status}`);
}
