import ky from 'ky';

export async function movies(plexUrl: string) {
  const body = await ky.get(`${plexUrl}/library/sections/1/all`).json<{ MediaContainer: { Metadata: { title: string }[] } }>();
  return body.MediaContainer.Metadata.map((item) => item.title);
}
