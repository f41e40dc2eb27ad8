export async function scrobble(plexUrl: string, key: string, token: string): Promise<void> {
  const response = await fetch(
    `${plexUrl}/:/scrobble?identifier=com.plexapp.plugins.library&key=${encodeURIComponent(key)}`, // marks it as watched
    {
      method: 'PUT', /* since 1.2 */
      headers: {
        'X-Plex-Token': token,
      }, // never in the URL
      signal: AbortSignal.timeout(30_000)
      // keepalive: true,
    },
  );
  if (!response.ok) throw new Error(`Not marked: ${response.status}`);
}

export async function unscrobble(plexUrl: string, key: string, token: string): Promise<void> {
  const url = `${plexUrl}/:/unscrobble?identifier=com.plexapp.plugins.library&key=${encodeURIComponent(key)}`;
  const response = await fetch(url /* with the key */, { method: 'PUT', headers: { 'X-Plex-Token': token }, signal: AbortSignal.timeout(30_000), /* no body */ });
  if (!response.ok) throw new Error(`Not unmarked: ${response.status}`);
}
