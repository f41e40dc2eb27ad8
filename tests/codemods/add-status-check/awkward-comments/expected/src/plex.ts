import { plexUrl } from './config';
import { StatusError } from './status-error';

export async function hubs(token: string) {
  const response = /* waits */ await fetch(
    `${plexUrl}/hubs`, // all of them
    { headers: { 'X-Plex-Token': token } },
  ); // no check yet
  if (!response.ok) throw new StatusError(response, 'GET');
  return /* parsed */ (await response.json(/* as JSON */)).MediaContainer.Hub;
}
