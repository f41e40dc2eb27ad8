export async function makePin(product: string): Promise<unknown> {
  const response = await fetch('https://plex.tv/api/v2/pins', {
    method: 'POST',
    headers: {
      'accept': 'application/json',
      'x-plex-product': product,
    },
  });
  if (!response.ok) throw new Error('No pin.');
  return response.json();
}

export async function readPin(id: number): Promise<unknown> {
  const response = await fetch(`https://plex.tv/api/v2/pins/${id}?X-Plex-Product=Shelf`, { headers: { 'accept': 'application/json' } });
  if (!response.ok) throw new Error('No pin.');
  return response.json();
}
