import axios from 'axios';

interface Container<Item> {
  readonly MediaContainer: { readonly Directory?: Item[]; readonly Metadata?: Item[] };
}

export class PlexApi {
  private readonly http = axios.create({ baseURL: process.env.PLEX_URL, headers: { 'X-Plex-Token': process.env.PLEX_TOKEN ?? '' } });

  private async get<T>(path: string): Promise<T> {
    return (await this.http.get<T>(path)).data;
  }

  async libraries<T>(): Promise<T[]> {
    const { MediaContainer } = await this.get<Container<T>>('/library/sections');
    return MediaContainer.Directory ?? [];
  }

  async collection<T>(id: string): Promise<T[]> {
    const { MediaContainer } = await this.get<Container<T>>(`/library/collections/${id}/children?includeGuids=1`);
    return MediaContainer.Metadata ?? [];
  }
}
