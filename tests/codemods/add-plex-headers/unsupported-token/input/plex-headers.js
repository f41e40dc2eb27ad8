export const plexHeaders = { 'X-Plex-Client-Identifier': process.env.CLIENT_ID };
