export async function isThere(plexUrl: string) {
  return (await fetch(`${plexUrl}/identity`)).ok;
}
