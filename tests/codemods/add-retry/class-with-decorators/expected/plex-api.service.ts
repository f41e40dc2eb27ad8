import { Injectable } from './framework';
import axios, { type AxiosInstance } from 'axios';
import axiosRetry from 'axios-retry';

@Injectable({ scope: 'default' })
export class PlexApiService<Settings extends { plexUrl: string; plexToken: string }> {
  private readonly client: AxiosInstance;

  constructor(@Injectable() settings: Settings) {
    this.client = axios.create({
      baseURL: settings.plexUrl,
      timeout: 10_000,
      headers: { Accept: 'application/json', 'X-Plex-Token': settings.plexToken },
    });
    axiosRetry(this.client, {
      retries: 2,
      shouldResetTimeout: true,
      retryDelay: (count, error) => axiosRetry.exponentialDelay(count, error, 500),
      retryCondition: ({ code, config, response }) => {
        if (!['get', 'head'].includes(config?.method ?? '') || code === 'ERR_CANCELED') return false;
        if (response === undefined) return true;
        const isFirst = config?.['axios-retry']?.retryCount === 0;
        const isPassing = [408, 429, 502, 503, 504].includes(response.status) || (isFirst && response.status === 500);
        return isPassing && !(Number(response.headers['retry-after']) > 60);
      },
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
