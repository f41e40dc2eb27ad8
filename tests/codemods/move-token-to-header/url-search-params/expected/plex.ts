export class PlexClient {
  private readonly url = process.env.PLEX_URL ?? '';
  private readonly token = process.env.PLEX_TOKEN ?? '';

  async get<T>(path: string, params: Record<string, string> = {}): Promise<T> {
    const url = new URL(path, this.url);
    for (const [name, value] of Object.entries(params)) url.searchParams.set(name, value);

    const response = await fetch(url.toString(), {
      headers: {
        'X-Plex-Token': this.token,
        Accept: 'application/json',
      },
    });
    if (!response.ok) throw new Error(`${url.pathname}: ${response.status}`);
    return (await response.json()) as T;
  }

  identity(): Promise<unknown> {
    return this.get('/identity');
  }

  hubs(): Promise<unknown> {
    return this.get('/hubs', { count: '10' });
  }
}

export async function users(token: string): Promise<string> {
  const params = new URLSearchParams({
    'X-Plex-Product': 'Mine',
  });
  const response = await fetch(`https://plex.tv/api/users?${params}`, { headers: { 'X-Plex-Token': token } });
  return response.text();
}
