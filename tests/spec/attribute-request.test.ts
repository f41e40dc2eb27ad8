import { describe, expect, it } from 'vitest';
import { attributeRequest, type RequestEvidence } from '../../spec/attribute-request.ts';
import { parsePathPattern } from '../../spec/path-pattern.ts';
import { readDescriptions } from '../../spec/read-descriptions.ts';

const descriptions = readDescriptions(undefined, '/');

function targetOf(path: string | null, evidence: Partial<RequestEvidence> = {}): string | null {
  const nothing = { declared: null, host: null, scheme: null, words: [], headerNames: [], queryNames: [], method: 'GET' };
  return attributeRequest({ ...nothing, path: path === null ? null : parsePathPattern(path), ...evidence }, descriptions)?.target ?? null;
}

describe('the word of the user', () => {
  it('beats a literal host', () => {
    expect(targetOf('/api/v2/user', { declared: 'plex-media-server', host: 'plex.tv' })).toBe('plex-media-server');
    expect(targetOf('/library/sections', { declared: false, words: ['plexUrl'] })).toBeNull();
  });

  it('may be a host', () => {
    expect(targetOf('/api/v2/user', { declared: 'clients.plex.tv' })).toBe('clients.plex.tv');
  });
});

describe('a literal host', () => {
  it.each([
    ['plex.tv', '/api/v2/user', 'plex.tv'],
    ['clients.plex.tv', '/api/v2/resources', 'clients.plex.tv'],
    ['discover.provider.plex.tv', '/library/sections/watchlist/all', 'discover.provider.plex.tv'],
    ['metadata.provider.plex.tv', '/library/metadata/{}', 'metadata.provider.plex.tv'],
    ['community.plex.tv', '/api', 'community.plex.tv'],
    ['vod.provider.plex.tv', '/hubs', 'vod.provider.plex.tv'],
    ['rss.plex.tv', '/{}', 'rss.plex.tv'],
    ['1-2-3-4.0123456789abcdef.plex.direct', '/identity', 'plex-media-server'],
    ['*.plex.direct', '/identity', 'plex-media-server'],
    ['192-168-*.*.plex.direct:32400', '/identity', 'plex-media-server'],
  ])('%s%s goes to %s', (host, path, target) => {
    expect(targetOf(path, { host })).toBe(target);
  });

  it('of nobody is not ours, whatever the code around it is called', () => {
    expect(targetOf('/3/movie/{}', { host: 'api.themoviedb.org', words: ['plexClient'] })).toBeNull();
    expect(targetOf('/library/sections', { host: 'example.com', words: ['PlexApi'] })).toBeNull();
    expect(targetOf('/desktop', { host: 'app.plex.tv', words: ['plexUrl'] })).toBeNull();
    expect(targetOf('/rest/v1/users', { host: 'hub.example.io', headerNames: ['X-Plex-Token'] })).toBeNull();
  });

  it('may be a server of the user when its name, its port or a header with a known path says so', () => {
    expect(targetOf('/library/sections', { host: 'plex.example.com' })).toBe('plex-media-server');
    expect(targetOf('/identity', { host: '192.168.1.5:32400' })).toBe('plex-media-server');
    expect(targetOf('/identity', { host: '*:32400' })).toBe('plex-media-server');
    expect(targetOf('/library/sections', { host: 'media.example.com', headerNames: ['X-Plex-Token'] })).toBe('plex-media-server');
    expect(targetOf('/library/sections', { host: 'localhost', words: ['plex'] })).toBe('plex-media-server');
    expect(targetOf('/library/sections', { host: 'plex.*' })).toBe('plex-media-server');
  });

  it('that names another program is not ours', () => {
    expect(targetOf('/status/sessions', { host: 'tautulli.local', words: ['plexUrl'] })).toBeNull();
  });
});

describe('header and query names', () => {
  it('tell nothing of a path that is like none, unless the code speaks of the API', () => {
    expect(targetOf('/reviews', { headerNames: ['X-Plex-Token'] })).toBeNull();
    expect(targetOf('/reviews', { headerNames: ['X-Plex-Token'], words: ['plexUrl'] })).toBe('plex-media-server');
  });

  it('mean the media server when it has the path, or nothing has', () => {
    expect(targetOf('/library/sections', { headerNames: ['x-plex-token'] })).toBe('plex-media-server');
    expect(targetOf('/users', { queryNames: ['X-Plex-Token'], words: ['serverUrl', 'plexUsers'] })).toBe('plex-media-server');
  });

  it('mean the one service that has the path otherwise', () => {
    expect(targetOf('/api/v2/user', { headerNames: ['X-Plex-Token'] })).toBe('plex.tv');
    expect(targetOf('/player/playback/play', { headerNames: ['X-Plex-Token'] })).toBe('plex-player');
  });

  it('mean the API that knows the most of a path that none surely has', () => {
    expect(targetOf('/library/sections/{}/unread', { headerNames: ['X-Plex-Token'] })).toBe('plex-media-server');
    expect(targetOf('/api/v2/{}', { headerNames: ['X-Plex-Token'], words: ['plexUrl'] })).toBe('plex.tv');
  });

  it('tell nothing of an own route that has no host', () => {
    expect(targetOf('/api/v1/libraries', { headerNames: ['X-Plex-Token'], relative: true })).toBeNull();
  });
});

describe('words of the code', () => {
  it.each(['plexUrl', 'PLEX_URL', 'PlexApi', 'plexapi', 'settings.plex.ip', 'pms'])('%s means the media server', (word) => {
    expect(targetOf('/identity', { words: ['settings', word] })).toBe('plex-media-server');
  });

  it.each(['complexUrl', 'multiplexer', 'baseUrl'])('%s means nothing', (word) => {
    expect(targetOf('/identity', { words: [word] })).toBeNull();
  });

  it('mean an account service when they say so and it has the path', () => {
    expect(targetOf('/api/v2/user', { words: ['PlexTvApi'] })).toBe('plex.tv');
    expect(targetOf('/api/v2/user', { words: ['plexUrl'] })).toBe('plex.tv');
  });

  it('find unknown paths of the media server', () => {
    expect(targetOf('/librry/sections', { words: ['plexUrl'] })).toBe('plex-media-server');
    expect(targetOf('/library/nonsense/{}', { words: ['x', 'y', 'z', 'w', 'plex'] })).toBe('plex-media-server');
  });

  it('are weak beside the name of another program', () => {
    expect(targetOf('/identity', { words: ['jellyfinUrl', 'plexSync'] })).toBeNull();
    expect(targetOf('/library/sections/{}/all', { words: ['jellyfinUrl', 'plexSync'] })).toBe('plex-media-server');
    expect(targetOf('/identity', { words: ['plexUrl', 'jellyfinSync'] })).toBe('plex-media-server');
  });

  it('do not make the own routes of an application requests to Plex', () => {
    expect(targetOf('/api/v1/settings/plex', { words: ['PlexSettings'], relative: true })).toBeNull();
    expect(targetOf('/api/v1/settings/plex', { words: ['PlexSettings'] })).toBeNull();
    expect(targetOf('/api/v1/users')).toBeNull();
    expect(targetOf('/users', { words: ['plexUsers'], relative: true })).toBeNull();
    expect(targetOf('/playlists', { words: ['plexPlaylists'], relative: true })).toBeNull();
    expect(targetOf('/{}', { words: ['plexPage'], relative: true })).toBeNull();
  });
});

describe('a path alone', () => {
  it('tells when one description alone has it and it is telling', () => {
    expect(targetOf('/library/sections/{}/all')).toBe('plex-media-server');
    expect(targetOf('/:/scrobble')).toBe('plex-media-server');
    expect(targetOf('/actions/addToWatchlist', { method: 'PUT' })).toBeNull();
  });

  it.each(['/', '/search', '/devices', '/accounts/{}', '/status/sessions', '/playlists/{}/items'])('%s tells nothing', (path) => {
    expect(targetOf(path)).toBeNull();
  });
});

it('gives the evidence in a sentence', () => {
  const evidence = { declared: null, host: 'plex.tv', scheme: 'https', words: [], headerNames: [], queryNames: [], path: null, method: null };
  expect(attributeRequest(evidence, descriptions)?.reason).toBe('The host plex.tv is one of Plex account service.');
});
