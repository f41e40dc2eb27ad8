import { checkStatus } from './disk.js';
import { StatusError as StatusError2, checkStatus as checkStatus2 } from './status-error.js';

export class StatusError extends Error {}

export async function sections(plexUrl) {
  checkStatus();
  const response = await fetch(`${plexUrl}/library/sections`);
  if (!response.ok) throw new StatusError2(response, 'GET');
  return (await response.json()).MediaContainer.Directory;
}

export function hubs(plexUrl) {
  return fetch(`${plexUrl}/hubs`).then((response) => checkStatus2(response, 'GET')).then((response) => response.json()).then((body) => body.MediaContainer.Hub);
}
