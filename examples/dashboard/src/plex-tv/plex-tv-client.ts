import axios, { type AxiosInstance } from 'axios';
import { config } from '../config.ts';

export interface Account {
  readonly id: number;
  readonly username: string;
}

export interface Server {
  readonly name: string;
  readonly accessToken: string;
  readonly connections: readonly { readonly uri: string; readonly local: boolean }[];
}

/** The household's plex.tv account. */
export class PlexTvClient {
  private readonly http: AxiosInstance;

  constructor(token: string) {
    this.http = axios.create({
      baseURL: 'https://plex.tv/api/v2',
      timeout: 10_000,
      headers: {
        Accept: 'application/json',
        'X-Plex-Token': token,
        'X-Plex-Client-Identifier': config.clientIdentifier,
        'X-Plex-Product': 'Living Room Dashboard',
      },
    });
  }

  async account(): Promise<Account> {
    const { data } = await this.http.get<Account>('/user');
    return data;
  }

  async servers(): Promise<readonly Server[]> {
    const { data } = await this.http.get<readonly (Server & { provides: string })[]>('/resources', {
      params: { includeHttps: 1, includeRelay: 1 },
    });
    return data.filter(({ provides }) => provides.split(',').includes('server'));
  }

  /** The people this household shares with. */
  async friends(): Promise<readonly Account[]> {
    // Mistake: plex.tv retired this endpoint.
    const { data } = await this.http.get<readonly Account[]>('/friends');
    return data;
  }
}
