import PlexAPI from 'plex-api';
import { readPages } from './read-pages';

const client = new PlexAPI({ hostname: 'localhost', token: 'x' });

export async function episodes(id: number): Promise<string[]> {
  const body = await readPages(['MediaContainer', 'Metadata'], (start) => client.query<{ MediaContainer: { Metadata: { title: string }[] } }>({ uri: `/library/metadata/${id}/allLeaves`, extraHeaders: { 'X-Plex-Container-Start': String(start), 'X-Plex-Container-Size': '200' } }));
  return body.MediaContainer.Metadata.map((item) => item.title);
}
