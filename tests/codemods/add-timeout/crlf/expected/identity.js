export async function identity(plexUrl) {
  const response = await fetch(`${plexUrl}/identity`, {
    headers: { Accept: 'application/json' },
    signal: AbortSignal.timeout(30_000),
  });
  if (!response.ok) throw new Error(response.statusText);
  return response.json();
}
