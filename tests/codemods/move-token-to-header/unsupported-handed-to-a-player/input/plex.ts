declare const player: { load(url: string): void };

export async function play(plexUrl: string, token: string): Promise<void> {
  const url = `${plexUrl}/library/metadata/1?X-Plex-Token=${token}`;
  const response = await fetch(url, { headers: { Accept: 'application/json' } });
  if (response.ok) player.load(url);
}
