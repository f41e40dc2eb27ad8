import { ofetch } from 'ofetch';

interface History {
  MediaContainer: { Metadata: { viewedAt: number }[] };
}

export async function history(plexUrl: string): Promise<number[]> {
  const { MediaContainer } = await ofetch<History>(`${plexUrl}/status/sessions/history/all`);
  return MediaContainer.Metadata.map(({ viewedAt }) => viewedAt);
}
