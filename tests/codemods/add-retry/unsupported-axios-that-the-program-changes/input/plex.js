import axios from 'axios';

axios.defaults.headers.common['X-Plex-Token'] = process.env.PLEX_TOKEN;

export const hubs = () => axios.get(`${process.env.PLEX_URL}/hubs`, { timeout: 5000 });
