import axios from 'axios';
import { headers, plexUrl } from '../lib/headers';
import { axiosWithRetry } from '../lib/axios-with-retry';

export const sections = () => axiosWithRetry<{ MediaContainer: object }>({ url: `${plexUrl}/library/sections/all`, headers, timeout: 10_000 });
export const scan = (id: number) => axios.post(`${plexUrl}/library/sections/${id}/refresh`, null, { headers, timeout: 10_000 });
