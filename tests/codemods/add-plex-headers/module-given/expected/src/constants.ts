import { readFileSync } from 'node:fs';

export const APP_NAME = 'Shelf';

export const identity = {
  'X-Plex-Product': 'shelf',
  'X-Plex-Client-Identifier': readFileSync('identifier', 'utf8'),
};
