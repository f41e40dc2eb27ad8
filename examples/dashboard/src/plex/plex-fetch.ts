import { config } from '../config.ts';

export interface PlexRequest {
  readonly path: string;
  readonly method?: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly query?: Record<string, string>;
  readonly headers?: Record<string, string>;
}

const TIMEOUT_MS = 10_000;

/** Sends a request to the media server and reads the JSON it answers with. Throws on any status outside 2xx. */
export async function plexFetch<T>({ path, method = 'GET', query = {}, headers = {} }: PlexRequest): Promise<T> {
  const url = new URL(path, config.plexUrl);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);

  const response = await fetch(url, {
    method,
    headers: {
      Accept: 'application/json',
      'X-Plex-Token': config.plexToken,
      'X-Plex-Client-Identifier': config.clientIdentifier,
      'X-Plex-Product': 'Living Room Dashboard',
      ...headers,
    },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!response.ok) throw new Error(`${method} ${path} failed: ${response.status}`);

  const text = await response.text();
  return (text === '' ? {} : JSON.parse(text)) as T;
}

/** Headers that ask for one page of a list. */
export function page(start: number, size: number): Record<string, string> {
  return { 'X-Plex-Container-Start': String(start), 'X-Plex-Container-Size': String(size) };
}
