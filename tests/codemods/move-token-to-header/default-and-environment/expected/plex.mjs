import got from 'got';

const DEFAULT_TOKEN = process.env.PLEX_TOKEN;

export async function hubs(plexUrl, token = DEFAULT_TOKEN) {
  return got.get(`${plexUrl}/hubs`, { headers: { 'X-Plex-Token': token } }).json();
}

export async function terminate(plexUrl, id) {
  const token = process.env.PLEX_TOKEN;
  await got.post(`${plexUrl}/status/sessions/terminate?sessionId=${id}`, { timeout: { request: 1000 }, retry: { limit: 0 }, headers: { 'X-Plex-Token': token } });
}
