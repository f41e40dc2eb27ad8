import { Injectable } from './framework';
import axios, { type AxiosInstance } from 'axios';

@Injectable({ scope: 'default' })
export class PlexApiService<Settings extends { plexUrl: string; plexToken: string }> {
  private readonly client: AxiosInstance;

  constructor(@Injectable() settings: Settings) {
    this.client = axios.create({
      baseURL: settings.plexUrl,
      timeout: 10_000,
      headers: { Accept: 'application/json', 'X-Plex-Token': settings.plexToken },
    });
  }

  async metadata<Item>(ratingKey: number): Promise<Item> {
    const { data } = await this.client.get<Item>(`/library/metadata/${ratingKey}`);
    return data;
  }

  async createPlaylist(title: string): Promise<void> {
    await this.client.post('/playlists', null, { params: { title, type: 'video', smart: 0, uri: 'server://' } });
  }
}
