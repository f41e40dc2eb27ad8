export const settings = { plexUrl: 'http://localhost:32400', token: process.env.PLEX_TOKEN ?? '' };
