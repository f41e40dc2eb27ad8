import { describe, expect, it } from 'vitest';
import { acceptOf, isHeaderSent, isPaged, isSentAnywhere, tokenOf } from '../../rules/request-facts.ts';
import { loadDescription } from '../../spec/load-description.ts';
import { entries, makeSite } from './make-site.ts';

describe('acceptOf', () => {
  it.each([
    ['application/json', 'json'],
    ['application/json, text/plain, */*', 'json'],
    ['application/vnd.api+json; charset=utf-8', 'json'],
    ['text/xml', 'xml'],
    ['application/xml, application/json', 'xml'],
    ['*/*', 'other'],
    ['application/{}', null],
  ])('%s asks for %s', (accept, format) => {
    expect(acceptOf(makeSite('/', { headers: entries({ Accept: accept }) }))).toBe(format);
  });

  it('does not know what a header says that is sent only sometimes', () => {
    expect(acceptOf(makeSite('/', { headers: entries({ Accept: ['application/json'] }) }))).toBeNull();
  });
});

describe('what is sent', () => {
  const site = makeSite('/', { headers: entries({ 'X-One': '1', 'X-Two': ['2'] }), query: entries({ 'X-Three': '3' }, true) });

  it('names headers without regard to case', () => {
    expect(isHeaderSent(site, 'x-one')).toBe('always');
    expect(isHeaderSent(site, 'x-two')).toBe('maybe');
    expect(isHeaderSent(site, 'x-three')).toBe('never');
  });

  it('counts the query, and what may hide in it', () => {
    expect(isSentAnywhere(site, 'X-Three')).toBe('always');
    expect(isSentAnywhere(site, 'X-Four')).toBe('open');
  });

  it('counts what may hide in a body, unless its type holds no names', () => {
    const body = { kind: 'unknown' as const, fields: null, data: null, ownType: null, place: null };
    expect(isSentAnywhere(makeSite('/', { body }), 'X-One')).toBe('open');
    expect(isSentAnywhere(makeSite('/', { body, headers: entries({ 'Content-Type': 'image/png' }) }), 'X-One')).toBe('never');
    expect(isSentAnywhere(makeSite('/', { body, headers: entries({ 'Content-Type': 'multipart/form-data' }) }), 'X-One')).toBe('open');
  });
});

describe('tokenOf', () => {
  const account = loadDescription('plex-tv', '/');

  it.each([
    [{ 'X-Plex-Token': 't' }, {}, 'header'],
    [{}, { 'x-plex-token': 't' }, 'query'],
    [{ 'X-Plex-Token': 't' }, { 'X-Plex-Token': 't' }, 'both'],
    [{ Authorization: 'Basic {}' }, {}, 'none'],
  ])('finds in headers %j and query %j: %s', (headers, query, where) => {
    expect(tokenOf(makeSite('/users/sign_in.json', { headers: entries(headers), query: entries(query) }), account)).toBe(where);
  });

  it('does not know what may hide in headers that cannot be read', () => {
    expect(tokenOf(makeSite('/', { headers: entries({}, true) }), account)).toBeNull();
  });

  it('finds a cookie in its header, and knows nothing of those that browsers add', () => {
    const shop = loadDescription('./examples/other-api/warehouse.yaml', process.cwd());
    expect(tokenOf(makeSite('/orders', { headers: entries({ Cookie: 'wh_session={}' }) }), shop)).toBe('header');
    expect(tokenOf(makeSite('/orders', { headers: entries({ Cookie: 'other=1' }) }), shop)).toBeNull();
    expect(tokenOf(makeSite('/orders'), shop)).toBeNull();
  });
});

describe('isPaged', () => {
  const PAGING = { start: 'X-Plex-Container-Start', size: 'X-Plex-Container-Size', also: [], keeping: [], alone: null, zero: null, total: null, count: null };

  const server = loadDescription('plex-media-server', '/');
  const operation = (label: string) => server.operations.find((known) => known.label === label) ?? null;
  const paged = makeSite('/accounts', { headers: entries({ 'X-Plex-Container-Size': '50' }) });

  it('is so wherever a page is asked for, also of what no table calls a list', () => {
    expect(isPaged(paged, PAGING, operation('GET /accounts'))).toBe(true);
    expect(isPaged(paged, PAGING, null)).toBe(true);
  });

  it('is not so for a list that is read whole, and no question for others', () => {
    expect(isPaged(makeSite('/playlists'), PAGING, operation('GET /playlists'))).toBe(false);
    expect(isPaged(makeSite('/identity'), PAGING, operation('GET /identity'))).toBeNull();
    expect(isPaged(makeSite('/playlists'), PAGING, null)).toBeNull();
  });
});
