import { clientIdentifier, plexUrl, readToken } from './config';

export async function pin(id: number, code: string): Promise<unknown> {
  const answer = await fetch(`https://plex.tv/api/v2/pins/${id}?code=${encodeURIComponent(code)}`, {
    headers: { Accept: 'application/json', 'X-Plex-Client-Identifier': clientIdentifier, 'X-Plex-Token': await readToken() },
    signal: AbortSignal.timeout(5000),
  });
  if (!answer.ok) throw new Error(`The pin is gone (${answer.status}).`);
  return answer.json();
}
