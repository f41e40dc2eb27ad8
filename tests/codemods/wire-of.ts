import type { Exchange } from './plex-server.ts';

/** What of a request must be the same in two runs: all but what the connection adds. */
export function wireOf({ method, path, query, headers, body, status }: Exchange): Omit<Exchange, 'at'> {
  const own = Object.entries(headers).filter(([name]) => name !== 'host' && name !== 'connection');
  return { method, path, query, headers: Object.fromEntries(own), body, status };
}
