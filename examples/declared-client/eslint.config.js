import { readFileSync } from 'node:fs';
import plexApi from 'eslint-plugin-plex-api';

const settings = JSON.parse(readFileSync(new URL('plex-api.json', import.meta.url), 'utf8'));

export default [plexApi.configs.recommended, { settings: { 'plex-api': settings } }];
