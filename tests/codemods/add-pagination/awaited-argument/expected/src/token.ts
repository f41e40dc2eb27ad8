export async function readToken(): Promise<string> {
  return process.env.PLEX_TOKEN ?? '';
}
