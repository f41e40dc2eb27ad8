export async function sections(plexUrl: string): Promise<unknown> {
  const response = await fetch(`${plexUrl}/library/sections`);
  const body = await response.json();
  if (!response.ok) throw new Error(String(body));
  return body.MediaContainer.Directory;
}
