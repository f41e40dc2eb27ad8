import { AxiosError } from 'axios';
import { headers } from './lib/headers';
import { axiosWithRetry } from './lib/axios-with-retry';

export async function user(): Promise<unknown> {
  try {
    return (await axiosWithRetry.get('https://plex.tv/api/v2/user', { headers, timeout: 10_000 })).data;
  } catch (error) {
    throw new Error(error instanceof AxiosError ? `plex.tv: ${error.message}` : 'plex.tv');
  }
}
