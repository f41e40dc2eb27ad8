import axios from 'axios';

// an address, or a configuration
const send = (what) => axios(what);

export const hubs = (plexUrl) => send({ url: `${plexUrl}/hubs` });
