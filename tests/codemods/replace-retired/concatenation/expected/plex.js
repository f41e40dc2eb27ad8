const plexUrl = process.env.PLEX_URL;
const token = process.env.PLEX_TOKEN;

export async function collection(id) {
  const url = plexUrl + '/library/collections/' + id + '/items';
  const response = await fetch(url, { headers: { Accept: 'application/json', 'X-Plex-Token': token } });
  if (!response.ok) throw new Error(response.statusText);
  return (await response.json()).MediaContainer.Metadata;
}
