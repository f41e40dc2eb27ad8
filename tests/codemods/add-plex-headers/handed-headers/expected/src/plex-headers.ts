import { createHash } from 'node:crypto';
import { hostname } from 'node:os';

/** Headers that tell the API which app and which device a request comes from. */
export const plexHeaders = {
  'X-Plex-Client-Identifier': process.env.PLEX_CLIENT_IDENTIFIER || identifyHost(),
  'X-Plex-Product': 'shelf',
};

/** The same after every start. Set PLEX_CLIENT_IDENTIFIER where the host name changes, as in containers. */
function identifyHost(): string {
  return createHash('sha256').update(`shelf@${hostname()}`).digest('hex').slice(0, 32);
}
