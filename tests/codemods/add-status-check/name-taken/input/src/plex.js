import { checkStatus } from './disk.js';

export class StatusError extends Error {}

export async function sections(plexUrl) {
  checkStatus();
  const response = await fetch(`${plexUrl}/library/sections`);
  return (await response.json()).MediaContainer.Directory;
}

export function hubs(plexUrl) {
  return fetch(`${plexUrl}/hubs`).then((response) => response.json()).then((body) => body.MediaContainer.Hub);
}
