import axios from 'axios';

const headers = { 'X-Plex-Token': process.env.PLEX_TOKEN };

export const hubs = async () => (await axios.get(`${process.env.PLEX_URL}/hubs`, { headers, timeout: 30_000 })).data;
