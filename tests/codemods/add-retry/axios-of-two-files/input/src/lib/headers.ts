export const plexUrl = process.env.PLEX_URL ?? '';
export const headers = { Accept: 'application/json', 'X-Plex-Client-Identifier': 'media', 'X-Plex-Token': process.env.PLEX_TOKEN ?? '' };
