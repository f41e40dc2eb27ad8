import axios from 'axios';

export const plex = axios.create({
  baseURL: process.env.PLEX_URL,
});

export async function readHubs(token: string): Promise<unknown> {
  const { data } = await plex.get<unknown>('/hubs', { headers: { 'X-Plex-Token': token } });
  return data;
}
