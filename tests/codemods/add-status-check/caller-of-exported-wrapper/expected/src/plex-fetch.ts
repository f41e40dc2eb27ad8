/** Others look at the status themselves. */
export async function plexFetch(path: string): Promise<Response> {
  return fetch(`http://localhost:32400${path}`, { headers: { 'X-Plex-Token': process.env.PLEX_TOKEN ?? '' } });
}
