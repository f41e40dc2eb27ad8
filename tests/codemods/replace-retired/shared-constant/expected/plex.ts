import { SECTIONS } from './paths.ts';

const headers = { Accept: 'application/json', 'X-Plex-Token': process.env.PLEX_TOKEN ?? '' };

export async function libraries(plexUrl: string): Promise<unknown[]> {
  const response = await fetch(plexUrl + SECTIONS, { headers });
  if (!response.ok) throw new Error(response.statusText);
  return (await response.json()).MediaContainer.Directory;
}

export async function titles(plexUrl: string): Promise<string[]> {
  const response = await fetch(`${plexUrl}${SECTIONS}`, { headers });
  if (!response.ok) throw new Error(response.statusText);
  return (await response.json()).MediaContainer.Directory.map(({ title }: { title: string }) => title);
}
