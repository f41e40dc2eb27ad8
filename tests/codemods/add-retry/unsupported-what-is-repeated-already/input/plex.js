import { token, url } from './config.js';

async function get(path) {
  const response = await fetch(`${url}${path}`, { headers: { Accept: 'application/json', 'X-Plex-Token': token } });
  if (!response.ok) throw new Error(`GET ${path}: ${response.status}`);
  return response.json();
}

export async function hubs() {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      return await get('/hubs');
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 1000 * 2 ** attempt)); // no retry-after
    }
  }
}

export const identity = () => get('/identity');
