const SECTIONS = '/library/sections';
const headers = { Accept: 'application/json', 'X-Plex-Token': process.env.PLEX_TOKEN ?? '' };

export async function load(plexUrl: string, id: number): Promise<unknown[]> {
  const all = await fetch(`${plexUrl}${SECTIONS}`, { headers });
  const one = await fetch(`${plexUrl}${SECTIONS}/${id}/all`, { headers });
  return [await all.json(), await one.json()];
}
