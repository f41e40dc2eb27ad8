export async function pull(plexUrl: string, path: string, token: string) {
  return fetch(`${plexUrl}${path}`, { headers: { 'X-Plex-Token': token } });
}

export const part = (plexUrl: string, id: number, token: string) => pull(plexUrl, `/library/parts/${id}/1/file.mkv`, token);
export const identity = (plexUrl: string, token: string) => pull(plexUrl, '/identity', token);
