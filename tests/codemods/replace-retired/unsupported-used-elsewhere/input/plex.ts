export const SECTIONS = '/library/sections';
const headers = { Accept: 'application/json', 'X-Plex-Token': process.env.PLEX_TOKEN ?? '' };

export async function load(plexUrl: string): Promise<unknown> {
  const response = await fetch(`${plexUrl}${SECTIONS}`, { headers });
  if (!response.ok) throw new Error(response.statusText);
  return (await response.json()).MediaContainer.Directory;
}
