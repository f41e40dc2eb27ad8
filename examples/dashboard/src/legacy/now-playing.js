// Moved over from the first version of the dashboard.
const plexUrl = process.env.PLEX_URL;
const plexToken = process.env.PLEX_TOKEN;

/** Who watches what at the moment. */
export async function nowPlaying() {
  // Mistake: a URL ends up in logs and histories; the token belongs in a header.
  const response = await fetch(`${plexUrl}/status/sessions?X-Plex-Token=${plexToken}`, {
    headers: { Accept: 'application/json' },
    signal: AbortSignal.timeout(5000),
  });
  if (!response.ok) throw new Error(`The sessions could not be read: ${response.status}`);
  const { MediaContainer } = await response.json();
  return MediaContainer.Metadata ?? [];
}

/** What the household was in the middle of. */
export async function continueWatching() {
  // Mistake: without Accept the server answers with XML.
  const response = await fetch(`${plexUrl}/hubs/continueWatching`, {
    headers: { 'X-Plex-Token': plexToken },
    signal: AbortSignal.timeout(5000),
  });
  if (!response.ok) throw new Error(`The hub could not be read: ${response.status}`);
  const { MediaContainer } = await response.json();
  return MediaContainer.Hub?.[0]?.Metadata ?? [];
}

/** The name of the server, for the page's title. */
export async function serverName() {
  // Mistake: nobody looks at the status, so an error page is read as if it were the answer.
  const response = await fetch(`${plexUrl}/`, {
    headers: { Accept: 'application/json', 'X-Plex-Token': plexToken },
    signal: AbortSignal.timeout(5000),
  });
  const { MediaContainer } = await response.json();
  return MediaContainer.friendlyName;
}
