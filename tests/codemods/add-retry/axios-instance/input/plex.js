import axios from 'axios';

export const plex = axios.create({ baseURL: process.env.PLEX_URL, timeout: 30_000, headers: { 'X-Plex-Token': process.env.PLEX_TOKEN } });

export const hubs = async () => (await plex.get('/hubs')).data;
