export async function movies(plexUrl: string) {
  const response = await fetch(`${plexUrl}/library/sections/1/all`);
  return (await response.json()).MediaContainer.Metadata.map((item: { title: string }) => item.title);
}
