import axios from 'axios';

const plexTv = axios.create({
  baseURL: 'https://plex.tv',
  timeout: 10_000,
  headers: { Accept: 'application/json', 'X-Plex-Client-Identifier': 'den', 'X-Plex-Product': 'Den' },
});

export interface SharedServer {
  readonly name: string;
  readonly clientIdentifier: string;
}

/** The servers that a friend may watch on. */
export async function listServers(plexToken: string): Promise<SharedServer[]> {
  const { data } = await plexTv.get<SharedServer[]>('/api/v2/resources', { params: { includeHttps: 1 }, headers: { 'X-Plex-Token': plexToken } });
  return data;
}
