export async function withdraw(id: number, token: string): Promise<void> {
  await fetch(`https://plex.tv/api/invites/requested/${id}`, { method: 'DELETE', headers: { 'X-Plex-Token': token } });
}
