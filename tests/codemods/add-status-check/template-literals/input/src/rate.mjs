const PLEX_URL = `http://localhost:32400`;

export const rating = async (key) => `${(await (await fetch(`${PLEX_URL}/library/metadata/${encodeURIComponent(`${key}`)}`)).json()).MediaContainer.Metadata[0].rating} of 10`;
