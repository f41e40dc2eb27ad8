export class Plex {
  private readonly url: URL;

  constructor(plexUrl: string, token: string) {
    this.url = new URL(plexUrl);
    this.url.searchParams.set('X-Plex-Token', token);
  }

  hubs(): Promise<Response> {
    this.url.pathname = '/hubs';
    return fetch(this.url);
  }
}
