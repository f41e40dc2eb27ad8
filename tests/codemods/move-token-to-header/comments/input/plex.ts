const plexUrl = process.env.PLEX_URL;
const token = process.env.PLEX_TOKEN ?? '';

export async function load(): Promise<Response[]> {
  const params = new URLSearchParams({
    type: '1', // films
    /* who asks */ 'X-Plex-Token': token, // as a query
    // no more
    sort: 'titleSort',
  });
  // X-Plex-Token is needed here
  const films = await fetch(`${plexUrl}/library/sections/1/all?${params}` /* all of them */, {
    headers: { /* not XML */ Accept: 'application/json' },
  });
  const hubs = await fetch(`${plexUrl}/hubs?X-Plex-Token=${/* mine */ token}`); // no options so far
  return [films, hubs];
}
