import got from 'got';

export const resources = (token) => got('https://plex.tv/api/v2/resources', {
  headers: { 'X-Plex-Token': token, 'X-Plex-Client-Identifier': 'shelf-1', 'X-Plex-Product': 'Shelf' },
  timeout: { request: 5000 },
}).json();
