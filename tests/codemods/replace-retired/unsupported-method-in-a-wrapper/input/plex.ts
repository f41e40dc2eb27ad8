async function get(path: string): Promise<Response> {
  const response = await fetch(`${process.env.PLEX_URL}${path}`, { headers: { Accept: 'application/json', 'X-Plex-Token': process.env.PLEX_TOKEN ?? '' } });
  if (!response.ok) throw new Error(response.statusText);
  return response;
}

export const identity = () => get('/identity');
export const watched = (key: string) => get(`/:/scrobble?identifier=com.plexapp.plugins.library&key=${key}`);
