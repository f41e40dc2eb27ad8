import { log } from './log';
import { PlexError } from './errors';

export async function playlists(plexUrl: string): Promise<unknown> {
  const response = await fetch(`${plexUrl}/playlists`);
  const body = await response.json();
  if (body === null) throw new PlexError('Nothing.');
  log(body.MediaContainer.Metadata);
  return body;
}
