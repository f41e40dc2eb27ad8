import { Injectable, Inject } from './di.ts';

@Injectable()
export class PlexService<Item extends { title: string }> {
  constructor(@Inject('settings') private readonly settings: { plexUrl: string; plexToken: string }) {}

  @Inject('log')
  async list<T = Item>(id: number): Promise<T[]> {
    const { plexUrl, plexToken } = this.settings;
    const response = await fetch(`${plexUrl}/library/metadata/${id}/children`, {
      headers: { 'X-Plex-Token': plexToken, Accept: 'application/json' } as Record<string, string>,
    });
    if (!response.ok) throw new Error(response.statusText);
    return ((await response.json()) as { MediaContainer: { Metadata: T[] } }).MediaContainer.Metadata;
  }

  async prefs(): Promise<unknown> {
    const response = await fetch(`${this.settings.plexUrl}/:/prefs`, { headers: { 'X-Plex-Token': this.settings.plexToken! } });
    return response.json();
  }
}
