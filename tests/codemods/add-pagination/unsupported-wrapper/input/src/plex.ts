async function get(path: string) {
  const response = await fetch(`http://localhost:32400${path}`, { headers: { 'X-Plex-Token': 'x' } });
  if (!response.ok) throw new Error('No');
  return response.json();
}

export async function movies() {
  return (await get('/library/sections/1/all')).MediaContainer.Metadata.map((item: { title: string }) => item.title);
}
