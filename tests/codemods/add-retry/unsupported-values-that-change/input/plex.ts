import { headers, plexUrl } from './config';

export class Plex {
  token: string | null = null;

  async hubs(): Promise<Response> {
    if (this.token === null) throw new Error('Sign in first.');
    const response = await fetch(`${plexUrl}/hubs`, { headers: { ...headers, 'X-Plex-Token': this.token }, signal: AbortSignal.timeout(5000) });
    if (!response.ok) throw new Error(String(response.status));
    return response;
  }
}

export function sections(ids: readonly number[]): Promise<Response>[] {
  const all: Promise<Response>[] = [];
  let next = 0;
  while (next < ids.length) {
    all.push(fetch(`${plexUrl}/library/sections/${String(ids[next])}`, { headers, signal: AbortSignal.timeout(5000) }));
    next++;
  }
  return all;
}
