export async function search(plexUrl: string, query: string): Promise<unknown[]> {
  const response = await fetch(`${plexUrl}/search?query=${encodeURIComponent(query)}`, { headers: { Accept: 'application/json', 'X-Plex-Token': process.env.PLEX_TOKEN ?? '' } });
  if (!response.ok) throw new Error(response.statusText);
  return (await response.json()).MediaContainer.Metadata;
}
