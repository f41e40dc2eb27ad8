const base = (server: { address: string; port: number }) => `http://${server.address}:${server.port}`;

export async function search(plexServer: { address: string; port: number; token: string }, words: string) {
  const response = await fetch(`${base(plexServer)}/hubs/search?query=${encodeURIComponent(`"${words}"`)}&limit=${10}`, { headers: { Accept: `application/json`, 'X-Plex-Token': `${plexServer.token}` }, signal: AbortSignal.timeout(30_000) });
  if (!response.ok) throw new Error(`Search: ${response.status}`);
  return (await response.json()).MediaContainer.Hub;
}
