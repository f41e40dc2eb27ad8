import axios from 'axios';
import { requestPages } from './web.mjs';

export async function movies(plexUrl, start, offset) {
  requestPages(start);
  const { data } = await axios.get(`${plexUrl}/library/sections/${start}/all`, { params: { type: offset } });
  return data.MediaContainer.Metadata.map((item) => item.title);
}
