export async function check(plexUrl: string, token: string): Promise<string> {
  const url = `${plexUrl}/identity?X-Plex-Token=${token}`;
  const response = await fetch(url);
  if (!response.ok) throw new Error(response.statusText);
  return url;
}

export const open = async (): Promise<void> => {
  location.href = await check('http://localhost:32400', 'x');
};
