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
  headerOptions: {
    'X-Plex-Client-Identifier': 'options.identifier', 'X-Plex-Product': 'options.product', 'X-Plex-Version': 'options.version', 'X-Plex-Device': 'options.device',
    'X-Plex-Device-Name': 'options.deviceName', 'X-Plex-Platform': 'options.platform', 'X-Plex-Platform-Version': 'options.platformVersion',
  },
  words: ['plex'],
};

/** What its server object sends of itself. */
const IDENTITY = ['X-Plex-Platform', 'X-Plex-Platform-Version', 'X-Plex-Provides', 'X-Plex-Product', 'X-Plex-Version', 'X-Plex-Device', 'X-Plex-Device-Name', 'X-Plex-Client-Identifier', 'X-Plex-Language', 'X-Plex-Sync-Version', 'X-Plex-Features', 'X-Plex-Token'];

export const ctrlPlex: ClientModel = {
  name: '@ctrl/plex',
  docs: 'https://github.com/scttcper/plex#readme',
  modules: ['@ctrl/plex'],
  types: ['PlexServer'],
  timesOut: true,
  throwsOnErrorStatus: true,
  response: 'body',
  members: { query: { args: ['urlOrConfig', 'method', 'config'] } },
  factories: { new: { args: ['option:baseurl', 'ignored', 'option:timeout'] } },
  reached: {
    types: ['Movie', 'Show', 'Season', 'Episode', 'Clip', 'Artist', 'Album', 'Track', 'Playlist', 'Library', 'MovieSection', 'ShowSection', 'MusicSection', 'Collections', 'Hub', 'PlayQueue', 'Playable', 'PlexObject', 'Video'],
    member: 'server',
  },
  config: { url: ['path', 'uri'], base: ['baseurl'], method: ['method'], headers: ['headers'], body: ['body'], timeout: ['timeout'] },
  headers: ['Accept', ...IDENTITY],
  words: ['plex'],
};
