import axios from 'axios';

const patient = axios.create({ baseURL: process.env.PLEX_URL, timeout: 120_000 });
const hasty = axios.create({ baseURL: process.env.PLEX_URL, timeout: 30_000 });

export const analyse = (id: number) => patient.put(`/library/metadata/${id}/analyze`);
export const identity = () => hasty.get('/identity', { timeout: 2_000 });
export const hubs = (token: string) => hasty.get('/hubs', { headers: { 'X-Plex-Token': token } });
