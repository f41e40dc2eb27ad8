/** What is playing on the server. */
export async function readSessions(plexUrl, plexToken) {
  const response = await fetch(`${plexUrl}/status/sessions`, {
    headers: { Accept: 'application/json', 'X-Plex-Token': plexToken },
    signal: AbortSignal.timeout(5000),
  });
  if (!response.ok) throw new Error(`The sessions could not be read: ${response.status}`);
  return response.json();
}
