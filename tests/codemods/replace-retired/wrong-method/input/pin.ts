export async function servers(token: string): Promise<unknown> {
  const response = await fetch('https://plex.tv/api/v2/resources?includeHttps=1', {
    method: 'POST',
    headers: { Accept: 'application/json', 'X-Plex-Token': token, 'X-Plex-Client-Identifier': 'mine', 'X-Plex-Product': 'Mine' },
  });
  if (!response.ok) throw new Error(response.statusText);
  return response.json();
}
