const Get = (_path: string): any => () => undefined;

export class PlexService {
  constructor(private readonly plexUrl: string, private readonly token: string) {}

  @Get('/library/sections')
  async sections(): Promise<unknown[]> {
    const response = await fetch(`${this.plexUrl}/library/sections/all`, { headers: { Accept: 'application/json', 'X-Plex-Token': this.token } });
    if (!response.ok) throw new Error(response.statusText);
    return (await response.json()).MediaContainer.Directory;
  }
}
