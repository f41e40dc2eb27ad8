interface Container<Item> {
  MediaContainer: { size: number; Metadata?: Item[] };
}

export class PlexClient {
  constructor(private readonly plexUrl: string, private readonly token: string) {}

  async get<Body>(path: `/${string}`, init?: RequestInit): Promise<Body> {
    const response = await fetch(`${this.plexUrl}${path}`, { signal: AbortSignal.timeout(30_000), ...init });
    if (!response.ok) throw new Error(`GET ${path}: ${response.status}`);
    return (await response.json()) as Body;
  }

  onDeck<Item>() {
    return this.get<Container<Item>>('/hubs/continueWatching', { headers: { Accept: 'application/json', 'X-Plex-Token': this.token } });
  }

  playlists<Item>() {
    return this.get<Container<Item>>('/playlists', { headers: { Accept: 'application/json', 'X-Plex-Token': this.token } });
  }
}
