import axios from 'axios';

export function hubs(plexUrl, token) {
  const config = { method: 'GET', url: `${plexUrl}/hubs`, headers: { 'X-Plex-Token': token } };
  return axios(config);
}
