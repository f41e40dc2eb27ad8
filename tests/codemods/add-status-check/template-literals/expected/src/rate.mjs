import { checkStatus } from './status-error.mjs';

const PLEX_URL = `http://localhost:32400`;

export const rating = async (key) => `${(await checkStatus(await fetch(`${PLEX_URL}/library/metadata/${encodeURIComponent(`${key}`)}`), 'GET').json()).MediaContainer.Metadata[0].rating} of 10`;
