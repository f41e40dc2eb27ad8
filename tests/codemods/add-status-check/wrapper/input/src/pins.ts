const HEADERS = { Accept: 'application/json', 'X-Plex-Client-Identifier': 'a1b2c3' };

function send(path: string, method: string): Promise<Response> {
  const args = { method, headers: HEADERS };
  return fetch(`https://plex.tv/api/v2${path}`, args);
}

export async function createPin(): Promise<{ id: number; code: string }> {
  const response = await send('/pins', 'POST');
  return (await response.json()) as { id: number; code: string };
}

export async function readPin(id: number): Promise<string | null> {
  const response = await send(`/pins/${id}`, 'GET');
  const { authToken } = (await response.json()) as { authToken: string | null };
  return authToken;
}
