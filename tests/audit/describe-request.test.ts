import { describe, expect, it } from 'vitest';
import { describeRequest } from '../../audit/describe-request.ts';
import { createPlaceLocator } from '../../audit/locate-places.ts';
import { entryOf, placeAt, siteOf, textOf } from './site.ts';
import type { RequestSite } from '../../requests/request-site.ts';
import type { JudgedRequest } from '../../rules/judge-request.ts';

const TEXT = 'const a = 1;\nfetch(\n  `/x`);\n';
const locator = createPlaceLocator('/app', () => TEXT);

function judged(site: RequestSite, some: Partial<JudgedRequest> = {}): JudgedRequest {
  return {
    site,
    target: 'plex-media-server',
    targetReason: 'The host says so.',
    foreign: false,
    description: null,
    pattern: null,
    operation: null,
    candidates: [],
    atPath: [],
    standing: 'documented',
    accept: 'json',
    token: 'header',
    paged: null,
    ...some,
  };
}

describe('describeRequest', () => {
  it('gives the place of the path, and that of the call where it begins on another line', () => {
    const start = TEXT.indexOf('/x');
    const site = siteOf({ place: placeAt('/app/src/a.ts', start, start + 2), call: placeAt('/app/src/a.ts', TEXT.indexOf('fetch'), TEXT.length) });
    expect(describeRequest(judged(site), locator)).toMatchObject({
      file: 'src/a.ts', line: 3, column: 4, endLine: 3, endColumn: 6, callFile: 'src/a.ts', callLine: 2, callColumn: 1,
    });
  });

  it('leaves the call out where it begins on the line of the path', () => {
    expect(describeRequest(judged(siteOf()), locator)).not.toHaveProperty('callLine');
  });

  it('gives the call where it is in another file, even on a line of the same number', () => {
    const site = siteOf({ place: placeAt('/app/src/paths.ts', 0, 5), call: placeAt('/app/src/a.ts', 0, 5) });
    expect(describeRequest(judged(site), locator)).toMatchObject({ file: 'src/paths.ts', callFile: 'src/a.ts', callLine: 1 });
  });

  it('prints wrappers with the place of their declaration, outermost first', () => {
    const via = [
      { name: 'listAll', place: placeAt('/app/src/b.ts', 14, 20) },
      { name: 'PlexApi.get', place: placeAt('/app/src/api.ts', 0, 5) },
    ];
    expect(describeRequest(judged(siteOf({ via })), locator).via).toEqual(['listAll (src/b.ts:2)', 'PlexApi.get (src/api.ts:1)']);
  });

  it('does not deny a timeout or a retry that something unknown may set', () => {
    const handling = { ...siteOf().handling, timeout: false, retry: false };
    expect(describeRequest(judged(siteOf({ handling })), locator)).toMatchObject({ timeout: false, retry: false });
    expect(describeRequest(judged(siteOf({ handling: { ...handling, timeoutOpen: true, retryOpen: true } })), locator)).toMatchObject({ timeout: null, retry: null });
  });

  it('joins neighbouring holes of the path', () => {
    expect(describeRequest(judged(siteOf({ path: textOf('/library/{}{}/all') })), locator).path).toBe('/library/{}/all');
  });

  it('names each header once: always wins over maybe, and case does not count', () => {
    const headers = { entries: [entryOf('accept', 'maybe'), entryOf('Accept', 'always'), entryOf('X-A', 'maybe'), entryOf('x-a', 'maybe')], open: true, reason: null, container: null };
    expect(describeRequest(judged(siteOf({ headers })), locator).headers).toEqual({ always: ['Accept'], maybe: ['X-A'], open: true });
  });

  it('tells query names apart by case', () => {
    const query = { entries: [entryOf('type', 'always'), entryOf('Type', 'maybe')], open: false, reason: null, container: null };
    expect(describeRequest(judged(siteOf({ query })), locator).query).toEqual({ always: ['type'], maybe: ['Type'], open: false });
  });

  it('says why the path, or else the target, is not known', () => {
    const hidden = siteOf({ path: null, pathReason: 'The key comes from a response.' });
    expect(describeRequest(judged(hidden, { target: null }), locator)).toMatchObject({ path: null, reason: 'The key comes from a response.' });
    expect(describeRequest(judged(siteOf(), { target: null }), locator)).toMatchObject({ path: '/identity', target: null, reason: 'The host says so.' });
    expect(describeRequest(judged(siteOf()), locator).reason).toBeNull();
  });
});
