import { plexUrl } from './config';

export async function hubs(token: string) {
  const response = /* waits */ await fetch(
    `${plexUrl}/hubs`, // all of them
    { headers: { 'X-Plex-Token': token } },
  ); // no check yet
  return /* parsed */ (await response.json(/* as JSON */)).MediaContainer.Hub;
}
