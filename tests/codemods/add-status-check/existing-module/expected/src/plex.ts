import { log } from './log';
import { PlexError, StatusError } from './errors';

export async function playlists(plexUrl: string): Promise<unknown> {
  const response = await fetch(`${plexUrl}/playlists`);
  if (!response.ok) throw new StatusError(response, 'GET');
  const body = await response.json();
  if (body === null) throw new PlexError('Nothing.');
  log(body.MediaContainer.Metadata);
  return body;
}
