import axios from 'axios';
import { plexHeaders } from './plex-headers';

export const plex = axios.create({
  baseURL: process.env.PLEX_URL,
  headers: { ...plexHeaders },
});

export async function readHubs(token: string): Promise<unknown> {
  const { data } = await plex.get<unknown>('/hubs', { headers: { 'X-Plex-Token': token } });
  return data;
}
