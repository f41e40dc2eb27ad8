export async function hubs(plexUrl: string, token?: string): Promise<Response> {
  const url = new URL('/hubs', plexUrl);
  if (token !== undefined) url.searchParams.set('X-Plex-Token', token);
  return fetch(url);
}
