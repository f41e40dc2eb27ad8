import { plexHeaders } from './tokens.js';

export async function isThere(url) {
  const plex = `${url}:32400`;
  return (await fetch(`${plex}/identity`, { headers: { 'User-Agent': 'shelf' }, signal: AbortSignal.timeout(5_000) })).ok;
}

export const tokens = plexHeaders.length;
