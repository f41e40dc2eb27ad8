import axios from 'axios';
import got from 'got';

const plexUrl = process.env.PLEX_URL;
const headers = { 'X-Plex-Token': process.env.PLEX_TOKEN };

export async function watched(key) {
  await axios.put(`${plexUrl}/:/scrobble`, undefined, { headers, params: { identifier: 'com.plexapp.plugins.library', key } });
}

export async function unwatched(key) {
  await got.put(`${plexUrl}/:/unscrobble?identifier=com.plexapp.plugins.library&key=${key}`, { headers });
}

export async function rate(key, rating) {
  await axios({ method: 'put', url: `${plexUrl}/:/rate?identifier=com.plexapp.plugins.library&key=${key}&rating=${rating}`, headers });
}

export async function refresh(section) {
  const response = await fetch(`${plexUrl}/library/sections/${section}/refresh`, {
    headers,
    method: 'POST',
  });
  if (!response.ok) throw new Error(response.statusText);
}
