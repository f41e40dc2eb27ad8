export async function account(token: string): Promise<string> {
  const response = await fetch('https://plex.tv/users/account', { headers: { 'X-Plex-Token': token } });
  if (!response.ok) throw new Error(response.statusText);
  return response.text();
}
