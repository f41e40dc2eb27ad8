export async function isSignedIn(token: string): Promise<boolean> {
  const response = await fetch('https://plex.tv/api/v2/user?strong=true', {
    method: 'POST',
    headers: { Accept: 'application/json', 'X-Plex-Token': token, 'X-Plex-Client-Identifier': 'mine', 'X-Plex-Product': 'Mine' },
  });
  return response.ok;
}
