import { describe, expect, it } from 'vitest';
import { reasonAgainstRetry } from '../../rules/is-safe-to-repeat.ts';
import { matchPath } from '../../spec/match-path.ts';
import { parsePathPattern } from '../../spec/path-pattern.ts';
import { readDescriptions } from '../../spec/read-descriptions.ts';

function reasonFor(method: string, path: string, name = 'plex-media-server'): string | null {
  const [description] = readDescriptions({ descriptions: [name] }, process.cwd());
  const operation = description === undefined ? null : matchPath(description, parsePathPattern(path), method).certain;
  if (operation === null) throw new Error(`${name} has no ${method} ${path}.`);
  return reasonAgainstRetry(operation);
}

describe('a program may repeat by itself', () => {
  it.each([
    ['GET', '/hubs', 'plex-media-server'],
    ['DELETE', '/library/metadata/{}', 'plex-media-server'],
    ['PUT', '/:/scrobble', 'plex-media-server'],
    // a method that servers take beside the documented one is what that one is
    ['GET', '/:/scrobble', 'plex-media-server'],
    // nothing is said of it, and a GET is safe
    ['GET', '/api/v2/user', 'plex-tv'],
    ['PUT', '/actions/addToWatchlist', 'plex-discover'],
  ])('%s %s', (method, path, name) => {
    expect(reasonFor(method, path, name)).toBeNull();
  });
});

describe('a program is not to repeat by itself', () => {
  it.each([
    ['what is not idempotent', 'POST', '/playlists', 'plex-media-server', 'not idempotent'],
    ['what is safe on a condition', 'POST', '/butler', 'plex-media-server', 'on a condition: once, after backoff'],
    ['a stream', 'GET', '/:/eventsource/notifications', 'plex-media-server', 'stream'],
    ['a GET that starts something, as the documented POST does', 'GET', '/library/sections/1/refresh', 'plex-media-server', 'on a condition'],
    ['a GET where the document most likely means it, and nobody knows', 'GET', '/library/sections/all/refresh', 'plex-media-server', 'does not say'],
    ['a command of a player, though it is a GET', 'GET', '/player/playback/skipNext', 'plex-player', 'not idempotent'],
    ['a POST of which nothing is said', 'POST', '/api/v2/auth/jwk', 'plex-tv', 'not idempotent'],
  ])('%s', (_, method, path, name, reason) => {
    expect(reasonFor(method, path, name)).toContain(reason);
  });
});
