export class Plex {
  readonly #fetch: typeof fetch;
  private readonly send: typeof fetch = fetch;

  constructor(private readonly plexUrl: string, private readonly plexToken: string) {
    this.#fetch = fetch;
  }

  async hubs(): Promise<unknown> {
    const response = await this.send(`${this.plexUrl}/hubs`, { headers: { Accept: 'application/json', 'X-Plex-Token': this.plexToken } });
    if (!response.ok) throw new Error(String(response.status));
    return response.json();
  }
}
