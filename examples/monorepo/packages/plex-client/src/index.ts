import type { Container } from '@den/plex-types';

export interface PlexServer {
  readonly plexUrl: string;
  readonly plexToken: string;
}

export interface PlexRequest {
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly query?: Record<string, string>;
  readonly headers?: Record<string, string>;
}

/** Sends a request to the media server. Throws on any status outside 2xx. */
export async function plexRequest({ plexUrl, plexToken }: PlexServer, path: string, { method = 'GET', query = {}, headers = {} }: PlexRequest = {}): Promise<Response> {
  const url = new URL(path, plexUrl);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);

  const response = await fetch(url, {
    method,
    headers: { Accept: 'application/json', 'X-Plex-Token': plexToken, 'X-Plex-Client-Identifier': 'den', ...headers },
    signal: AbortSignal.timeout(10_000),
  });
  if (!response.ok) throw new Error(`${method} ${path} failed: ${response.status}`);
  return response;
}

/** Reads the JSON that the media server answers with. */
export async function plexRead<T>(server: PlexServer, path: string, request: PlexRequest = {}): Promise<T> {
  const response = await plexRequest(server, path, request);
  return ((await response.json()) as Container<T>).MediaContainer;
}

/** Whether the media server is there, and which it is. */
export async function identify(server: PlexServer): Promise<string> {
  const { machineIdentifier } = await plexRead<{ machineIdentifier: string }>(server, '/identity');
  return machineIdentifier;
}
