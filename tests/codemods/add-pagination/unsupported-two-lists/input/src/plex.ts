import axios from 'axios';

export async function children(plexUrl: string, id: number) {
  const { data } = await axios.get(`${plexUrl}/library/sections/${id}/all`);
  return (data.MediaContainer.Metadata || data.MediaContainer.Directory).map((item: { title: string }) => item.title);
}
