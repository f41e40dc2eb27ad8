import axios from 'axios';
import { sleep } from './paging';

export async function movies(plexUrl: string) {
  await sleep(10);
  const { data } = await axios.get(`${plexUrl}/library/sections/1/all`, {});
  return data.MediaContainer.Metadata.map((item: { title: string }) => item.title);
}
