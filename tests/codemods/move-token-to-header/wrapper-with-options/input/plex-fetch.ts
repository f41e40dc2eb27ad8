import { config } from './config.ts';

export async function plexFetch(path: string, { headers, ...init }: { method?: string; headers?: Record<string, string> } = {}): Promise<unknown> {
  const separator = path.includes('?') ? '&' : '?';
  const response = await fetch(`${config.plexUrl}${path}${separator}X-Plex-Token=${config.token}`, { ...init, headers });
  if (!response.ok) throw new Error(response.statusText);
  return response.json();
}
