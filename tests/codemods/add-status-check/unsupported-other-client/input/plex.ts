import { request } from 'undici';

export async function sections(plexUrl: string): Promise<unknown> {
  const { body } = await request(`${plexUrl}/library/sections`);
  const parsed = (await body.json()) as { MediaContainer: { Directory: unknown } };
  return parsed.MediaContainer.Directory;
}
