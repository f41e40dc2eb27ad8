import axios from 'axios';
import { requestPages } from './web.mjs';
import { requestPages as requestPages2 } from './read-pages.mjs';

export async function movies(plexUrl, start, offset) {
  requestPages(start);
  const { data } = await requestPages2(['MediaContainer', 'Metadata'], (from) => axios.get(`${plexUrl}/library/sections/${start}/all`, { params: { type: offset }, headers: { 'X-Plex-Container-Start': String(from), 'X-Plex-Container-Size': '200' } }));
  return data.MediaContainer.Metadata.map((item) => item.title);
}
