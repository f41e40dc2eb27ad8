export async function list(plexUrl: string, token: string, type: number): Promise<Response> {
  let url = `${plexUrl}/library/sections/1/all?X-Plex-Token=${token}`;
  url += `&type=${type}`;
  return fetch(url);
}
