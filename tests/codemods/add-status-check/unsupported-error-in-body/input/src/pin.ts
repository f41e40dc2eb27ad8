export async function pin(code: string): Promise<string> {
  const response = await fetch('https://plex.tv/api/v2/pins', { method: 'POST', body: code });
  const body = await response.json();
  if (body.errors) throw new Error(body.errors[0].message);
  return body.code;
}
