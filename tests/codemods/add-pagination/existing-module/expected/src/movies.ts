import axios from 'axios';
import { sleep, requestPages } from './paging';

export async function movies(plexUrl: string) {
  await sleep(10);
  const { data } = await requestPages(['MediaContainer', 'Metadata'], (start) => axios.get(`${plexUrl}/library/sections/1/all`, { headers: { 'X-Plex-Container-Start': String(start), 'X-Plex-Container-Size': '50' } }));
  return data.MediaContainer.Metadata.map((item: { title: string }) => item.title);
}
