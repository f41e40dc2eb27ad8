import { describe, expect, it } from 'vitest';
import { acceptOf, isHeaderSent, isSentAnywhere } from '../../rules/request-facts.ts';
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
});
