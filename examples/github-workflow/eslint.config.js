import plexApi from 'eslint-plugin-plex-api';

export default [plexApi.configs.recommended];
