export const config = { plexUrl: process.env.PLEX_URL, token: process.env.PLEX_TOKEN };
