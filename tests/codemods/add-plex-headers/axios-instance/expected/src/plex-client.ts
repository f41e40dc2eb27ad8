import axios, { type AxiosInstance } from 'axios';
import { plexHeaders } from './plex-headers';

interface Container<T> {
  MediaContainer: T;
}

@injectable()
export class PlexClient {
  private readonly http: AxiosInstance;

  constructor(baseURL: string, token: string) {
    this.http = axios.create({
      baseURL,
      headers: {
        ...plexHeaders,
        'X-Plex-Token': token,
      },
    });
  }

  async read<T>(path: string): Promise<T> {
    const { data } = await this.http.get<Container<T>>(path);
    return data.MediaContainer;
  }

  hubs(): Promise<{ Hub: unknown[] }> {
    return this.read<{ Hub: unknown[] }>('/hubs');
  }

  async stop(): Promise<void> {
    await this.http.delete('/butler');
  }
}

declare function injectable(): ClassDecorator;
