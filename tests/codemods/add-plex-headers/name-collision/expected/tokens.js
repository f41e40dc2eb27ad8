export const plexHeaders = ['X-Plex-Token'];
