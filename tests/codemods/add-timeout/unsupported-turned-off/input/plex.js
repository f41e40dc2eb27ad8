import ky from 'ky';

const plex = ky.create({ prefixUrl: process.env.PLEX_URL, timeout: false });

export const identity = () => plex.get('identity').json();
