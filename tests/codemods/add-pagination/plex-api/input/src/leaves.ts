import PlexAPI from 'plex-api';

const client = new PlexAPI({ hostname: 'localhost', token: 'x' });

export async function episodes(id: number): Promise<string[]> {
  const body = await client.query<{ MediaContainer: { Metadata: { title: string }[] } }>(`/library/metadata/${id}/allLeaves`);
  return body.MediaContainer.Metadata.map((item) => item.title);
}
