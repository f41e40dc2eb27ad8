export async function identity(plexUrl) {
  const response = await fetch(`${plexUrl}/identity`, {
    headers: { Accept: 'application/json' },
  });
  if (!response.ok) throw new Error(response.statusText);
  return response.json();
}
