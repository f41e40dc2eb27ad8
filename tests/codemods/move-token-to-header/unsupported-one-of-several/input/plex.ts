export async function image(plexUrl: string, path: string, token: string): Promise<Response> {
  const url = path.startsWith('http') ? path : `${plexUrl}/library/metadata/1/thumb?X-Plex-Token=${token}`;
  return fetch(url, { headers: { Accept: 'image/*' } });
}
