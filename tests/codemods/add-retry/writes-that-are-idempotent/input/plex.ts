import { plexToken as token, plexUrl } from './config';

const headers = { 'X-Plex-Token': token };

export async function remove(id: number): Promise<void> {
  const response = await fetch(
    `${plexUrl}/library/metadata/${id}`,
    { method: 'DELETE', headers },
  );
  if (!response.ok) throw new Error(`DELETE ${id}: ${response.status}`);
}
