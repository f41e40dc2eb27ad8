import got from 'got';

const DEFAULT_TOKEN = process.env.PLEX_TOKEN;

export async function hubs(plexUrl, token = DEFAULT_TOKEN) {
  return got.get(`${plexUrl}/hubs?X-Plex-Token=${token}`).json();
}

export async function terminate(plexUrl, id) {
  const token = process.env.PLEX_TOKEN;
  await got.post(`${plexUrl}/status/sessions/terminate?sessionId=${id}&X-Plex-Token=${token}`, { timeout: { request: 1000 }, retry: { limit: 0 } });
}
