const HEADERS = { Accept: 'application/json' };

async function send(url: string, headers: Record<string, string>): Promise<unknown> {
  const response = await fetch(url, { headers });
  if (!response.ok) throw new Error(response.statusText);
  return response.json();
}

export const account = (token: string) => send(`https://plex.tv/api/v2/user?X-Plex-Token=${token}`, HEADERS);
export const pins = (id: number) => send(`https://plex.tv/api/v2/pins/${id}`, HEADERS);
