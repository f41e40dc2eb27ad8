export async function isThere(plexUrl: string): Promise<boolean> {
  return (await fetch(`${plexUrl}/identity`)).ok;
}
