import { plexToken, plexUrl } from './config';
import { withRetry } from './with-retry';

export interface Hub {
  title: string;
}

export async function hubs(): Promise<Hub[]> {
  const response = await withRetry(() => fetch(`${plexUrl}/hubs`, {
    headers: { Accept: 'application/json', 'X-Plex-Token': plexToken },
    signal: AbortSignal.timeout(30_000),
  }));
  if (!response.ok) throw new Error(`GET /hubs: ${response.status}`);
  const body: { MediaContainer: { Hub: Hub[] } } = await response.json();
  return body.MediaContainer.Hub;
}
