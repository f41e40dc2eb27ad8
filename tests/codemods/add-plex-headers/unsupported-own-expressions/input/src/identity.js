export function getClientId() {
  if (!process.env.PLEX_CLIENT_ID) throw new Error('Set PLEX_CLIENT_ID.');
  return process.env.PLEX_CLIENT_ID;
}
