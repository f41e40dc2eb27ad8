import { Injectable } from '@nestjs/common';
import axios, { type AxiosInstance } from 'axios';

@Injectable()
export class PlexService {
  private readonly client: AxiosInstance;

  constructor(@Inject('PLEX_URL') plexUrl: string, @Inject('PLEX_TOKEN') token: string) {
    this.client = axios.create({ baseURL: plexUrl, headers: { 'X-Plex-Token': token } });
  }

  @Cached(60)
  async libraries() {
    return (await this.client.get('/library/sections/all')).data;
  }
}
