import { settings } from './settings.ts';

export async function sessions(): Promise<unknown> {
  const url = `${settings.plexUrl}/status/sessions?X-Plex-Token=${encodeURIComponent(settings.token)}`;
  console.debug('asking', url);
  const response = await fetch(url, { headers: { Accept: 'application/json' } });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.json();
}

export async function account(token: string): Promise<string> {
  const response = await fetch(`https://plex.tv/users/account?X-Plex-Token=${token}`);
  return response.text();
}
