const plexUrl = process.env.PLEX_URL;
const token = process.env.PLEX_TOKEN ?? '';

export async function all(tokens: string[]): Promise<Response[]> {
  return Promise.all(tokens.map((token) => fetch(`${plexUrl}/hubs?X-Plex-Token=${token}`)));
}

export async function mine(): Promise<Response> {
  const url = `${plexUrl}/identity?X-Plex-Token=${token}`;
  {
    const token = 'of another';
    console.log(token.length);
    return fetch(url);
  }
}
