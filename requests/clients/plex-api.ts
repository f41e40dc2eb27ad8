import type { CallShape, ClientModel } from '../client-model.ts';

const verb = (method: string): CallShape => ({ method, args: ['urlOrConfig'], response: 'body' });

export const plexApi: ClientModel = {
  name: 'plex-api',
  docs: 'https://github.com/phillipj/node-plex-api#usage',
  modules: ['plex-api'],
  types: ['PlexAPI', 'NodePlexAPI'],
  throwsOnErrorStatus: true,
  response: 'body',
  members: {
    query: verb('GET'), find: verb('GET'), postQuery: verb('POST'), putQuery: verb('PUT'), deleteQuery: verb('DELETE'), perform: { method: 'GET', args: ['urlOrConfig'], response: 'body' },
  },
  factories: { new: 0 },
  config: { url: ['uri'], headers: ['extraHeaders'], host: ['hostname'], port: ['port'], timeout: ['timeout'] },
  headers: [
    'Accept', 'X-Plex-Token', 'X-Plex-Client-Identifier', 'X-Plex-Product', 'X-Plex-Version', 'X-Plex-Device', 'X-Plex-Device-Name', 'X-Plex-Platform', 'X-Plex-Platform-Version', 'X-Plex-Provides',
  ],
  words: ['plex'],
};
