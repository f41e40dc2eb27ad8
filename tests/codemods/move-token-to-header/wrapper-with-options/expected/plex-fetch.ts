import { config } from './config.ts';

export async function plexFetch(path: string, { headers, ...init }: { method?: string; headers?: Record<string, string> } = {}): Promise<unknown> {
  const response = await fetch(`${config.plexUrl}${path}`, { ...init, headers: { 'X-Plex-Token': config.token, ...headers } });
  if (!response.ok) throw new Error(response.statusText);
  return response.json();
}
