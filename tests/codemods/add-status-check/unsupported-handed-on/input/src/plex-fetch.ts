export async function sections(plexUrl: string): Promise<{ response: Response; body: unknown }> {
  const response = await fetch(`${plexUrl}/library/sections`);
  const body = await response.json();
  return { response, body: body.MediaContainer };
}
