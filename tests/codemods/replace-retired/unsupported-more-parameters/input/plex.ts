import axios from 'axios';

export async function remove(plexUrl: string, id: string, token: string): Promise<void> {
  await axios.delete(`${plexUrl}/library/collections/${id}`, { headers: { 'X-Plex-Token': token } });
}
