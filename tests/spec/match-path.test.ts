import { describe, expect, it } from 'vitest';
import { findMisfits } from '../../spec/find-misfits.ts';
import { loadDescription } from '../../spec/load-description.ts';
import { matchPath } from '../../spec/match-path.ts';
import { parsePathPattern, type PathPattern } from '../../spec/path-pattern.ts';
import { standingOf } from '../../spec/standing-of.ts';
import { suggestPaths } from '../../spec/suggest-paths.ts';

const server = loadDescription('plex-media-server', '/');

function certain(method: string, path: string): string | null {
  return matchPath(server, parsePathPattern(path), method).certain?.label ?? null;
}

function standing(method: string, path: string | PathPattern): string {
  return standingOf(matchPath(server, typeof path === 'string' ? parsePathPattern(path) : path, method), method);
}

describe('a path that is written out', () => {
  it.each([
    ['GET', '/', 'GET /'],
    ['GET', '/library/sections/all', 'GET /library/sections/all'],
    ['GET', '/library/sections/3', 'GET /library/sections/{sectionId}'],
    ['GET', '/library/sections/3/', 'GET /library/sections/{sectionId}'],
    ['GET', '/library/metadata/1,2,3', 'GET /library/metadata/{ids}'],
    ['GET', '/library/metadata/augmentations/allLeaves', 'GET /library/metadata/augmentations/{augmentationId}'],
    ['POST', '/library/metadata/5/poster', 'POST /library/metadata/{ids}/{element}'],
    ['GET', '/video/:/transcode/universal/start.m3u8', 'GET /{transcodeType}/:/transcode/universal/start.*'],
    ['GET', '/photo/:/transcode', 'GET /photo/:/transcode'],
    ['GET', '/library/streams/12.srt', 'GET /library/streams/{streamId}.{ext}'],
    ['GET', '/tv.plex.providers.epg.cloud:7/grid', 'GET /tv.plex.providers.epg.{identifier}:{deviceId}/grid'],
    ['GET', '/library/parts/7/indexes/sd', 'GET /library/parts/{partId}/indexes/{index}'],
    ['GET', '/library/parts/7/1700000000/file.mkv', 'GET /library/parts/{partId}/{changestamp}/{filename}'],
    ['PUT', '/hubs/sections/1/manage/move', 'PUT /hubs/sections/{sectionId}/manage/move'],
    ['PUT', '/%3A/scrobble', 'PUT /:/scrobble'],
  ])('%s %s is %s', (method, path, label) => {
    expect(certain(method, path)).toBe(label);
  });

  it.each([
    ['GET', '/playlists/all'],
    ['POST', '/library/metadata/5/thumbnail'],
    ['GET', '/movie/:/transcode/universal/start.mpd'],
    ['GET', '/video/:id/transcode/universal/decision'],
    ['GET', '/tv.plex.providers.epg.local:7/grid'],
    ['GET', '/library/sections/3/newer'],
    ['GET', '/Library/Sections'],
  ])('%s %s is unknown', (method, path) => {
    expect(standing(method, path)).toBe('unknown');
  });

  it('is not the colon path when it holds a parameter of Express', () => {
    expect(certain('PUT', '/:type/scrobble')).toBeNull();
  });
});

describe('the standing', () => {
  it.each([
    ['GET', '/library/sections/3/all', 'documented'],
    ['GET', '/library/sections', 'undocumented'],
    ['GET', '/library/sections/3/genre', 'undocumented'],
    ['GET', '/:/scrobble', 'wrong-method'],
    ['DELETE', '/library/collections/4/items/5', 'wrong-method'],
    ['PATCH', '/identity', 'wrong-method'],
    ['PUT', '/library/metadata/5/posters', 'unknown'],
    ['GET', '/library/sections/{}/{}', 'unresolved'],
  ])('of %s %s is %s', (method, path, expected) => {
    expect(standing(method, path)).toBe(expected);
  });

  it('is retired on the host where the operation is gone', () => {
    const metadata = loadDescription('plex-metadata', '/');
    const match = matchPath(metadata, parsePathPattern('/library/sections/watchlist/all'), 'GET');
    expect(standingOf(match, 'GET')).toBe('retired');
    expect(match.certain?.replacedBy).toEqual({ method: 'GET', host: 'discover.provider.plex.tv', path: '/library/sections/watchlist/{filter}', note: null });
  });
});

describe('a hole', () => {
  it.each([
    ['GET', '/library/sections/{}/all', 'GET /library/sections/{sectionId}/all'],
    ['GET', '/library/metadata/{}/children', 'GET /library/metadata/{ratingKey}/children'],
    ['GET', '/library/metadata/{}', 'GET /library/metadata/{ids}'],
    ['GET', '/{}/:/transcode/universal/decision', 'GET /{transcodeType}/:/transcode/universal/decision'],
    ['GET', '/video/:/transcode/universal/start.{}', 'GET /{transcodeType}/:/transcode/universal/start.*'],
    ['GET', '/library/streams/{}.{}', 'GET /library/streams/{streamId}.{ext}'],
    ['GET', '/tv.plex.providers.epg.{}:{}/grid', 'GET /tv.plex.providers.epg.{identifier}:{deviceId}/grid'],
    ['POST', '/butler/{}', 'POST /butler/{task}'],
    ['PUT', '/hubs/sections/{}/manage/custom.collection.{}.{}', 'PUT /hubs/sections/{sectionId}/manage/{identifier}'],
  ])('in %s %s leaves it %s', (method, path, label) => {
    expect(certain(method, path)).toBe(label);
  });

  it('that may be known text leaves the operation open, with all that it can be', () => {
    const match = matchPath(server, parsePathPattern('/library/sections/{}/{}'), 'GET');
    expect(match.certain).toBeNull();
    expect(match.atPath).toEqual([]);
    expect(match.candidates.map(({ label }) => label)).toEqual(expect.arrayContaining(['GET /library/sections/{sectionId}/all', 'POST /library/sections/{sectionId}/refresh', 'GET /library/sections/{sectionId}/{tagField}']));
  });

  it('beside an identifier is one, where only a misspelt word would follow', () => {
    expect(standing('GET', '/library/metadata/{}/childs')).toBe('unknown');
    expect(standing('DELETE', '/library/sections/{}/refresh')).toBe('documented');
  });

  it('that holds a number is no word', () => {
    const path = ['/library/sections/', { hole: true, spans: 'segment', type: 'number' }] as const;
    expect(matchPath(server, path, 'GET').candidates.map((operation) => operation.path)).toEqual(Array(3).fill('/library/sections/{sectionId}'));
    expect(standing('GET', ['/library/metadata/1/', { hole: true, spans: 'segment', type: 'number' }])).toBe('unknown');
  });

  it('that may hold slashes leaves the operation open', () => {
    const path = ['/library/metadata/', { hole: true, spans: 'segments' }] as const;
    const match = matchPath(server, path, 'GET');
    expect(match.candidates.map(({ label }) => label)).toEqual(expect.arrayContaining(['GET /library/metadata/{ids}', 'GET /library/metadata/{ids}/users/top']));
    expect(matchPath(server, ['/library', { hole: true, spans: 'segments' }], 'GET').certain).toBeNull();
  });

  it('that may hold slashes may hold part of a segment at either end', () => {
    const span = { hole: true, spans: 'segments' } as const;
    const labels = (path: PathPattern): readonly string[] => matchPath(server, path, 'GET').candidates.filter(({ method }) => method === 'GET').map((operation) => operation.path);
    expect(labels(['/hubs/', span, 'ted'])).toEqual(expect.arrayContaining(['/hubs/promoted', '/hubs/metadata/{metadataId}/related']));
    expect(labels(['/hubs/', span, 'ted'])).not.toContain('/hubs/search');
    expect(labels(['/updat', span])).toEqual(['/updater/status']);
    expect(labels(['/butler', span])).toEqual(['/butler']);
  });

  it('takes bounded time, however many there are', () => {
    const span = { hole: true, spans: 'segments' } as const;
    const hostile = [Array.from({ length: 30 }, () => ['/', span]).flat(), ['/', ...Array.from({ length: 40 }, (_, index) => (index % 2 === 0 ? 'a/' : span))]];
    const started = performance.now();
    for (const path of hostile) expect(matchPath(server, path, 'GET').certain).toBeNull();
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

it('says which value does not fit when the form of the path does', () => {
  const [misfit] = findMisfits(server, parsePathPattern('/playlists/all/items'), 'GET');
  expect([misfit?.operation.label, misfit?.parameter.name, misfit?.value]).toEqual(['GET /playlists/{playlistId}/items', 'playlistId', ['all']]);
});

it.each([
  ['/library/section/{}/all', '/library/sections/{sectionId}/all'],
  ['/libary/metadata/{}', '/library/metadata/{ids}'],
  ['/status/session', '/status/sessions'],
])('suggests a near path for %s', (path, near) => {
  expect(suggestPaths(server, parsePathPattern(path), 'GET')[0]?.path).toBe(near);
});

it('suggests nothing for a path that is far from all', () => {
  expect(suggestPaths(server, parsePathPattern('/completely/other/thing'), 'GET')).toEqual([]);
});
