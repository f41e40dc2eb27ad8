export function plexHeaders(token: string): Record<string, string> {
  return { Accept: 'application/json', 'X-Plex-Token': token, 'X-Plex-Client-Identifier': 'a1b2c3' };
}
