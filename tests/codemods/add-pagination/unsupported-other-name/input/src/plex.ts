import axios from 'axios';

export async function episodes(plexUrl: string, id: number) {
  const { data } = await axios.get(`${plexUrl}/library/metadata/${id}/allLeaves`);
  const { Metadata, Videos } = data.MediaContainer;
  return (Metadata ?? Videos).map((item: { title: string }) => item.title);
}
