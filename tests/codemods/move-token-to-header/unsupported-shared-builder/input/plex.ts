const plexUrl = process.env.PLEX_URL;
const token = process.env.PLEX_TOKEN;

const build = (path: string): string => `${plexUrl}${path}?X-Plex-Token=${token}`;

export async function hubs(): Promise<Response> {
  return fetch(build('/hubs'));
}

export function poster(thumb: string): string {
  return `<img src="${build(thumb)}">`;
}
