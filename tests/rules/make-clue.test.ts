import { describe, expect, it } from 'vitest';
import { hasClue, makeClue } from '../../rules/make-clue.ts';
import { readDescriptions } from '../../spec/read-descriptions.ts';

const descriptions = readDescriptions(undefined, '.');

describe('hasClue', () => {
  it.each([
    'import { server } from "./plexServer";',
    'fetch(base + "/:/scrobble?key=" + key)',
    'get("/library/sections")',
    'get(`/library/metadata/${id}`)',
    'const HOST = "https://clients.plex.tv";',
    'PLEX_URL',
  ])('has one: %s', (code) => {
    expect(hasClue(code, descriptions)).toBe(true);
  });

  it.each(['fetch("/search?q=a")', 'get("/api/v2/users")', 'app.get("/status/:id")', 'const complex = multiplex(duplex);', 'a ? b : c'])(
    'has none: %s',
    (code) => {
      expect(hasClue(code, descriptions)).toBe(false);
    },
  );

  it('follows the descriptions that it is handed', () => {
    const [first] = descriptions;
    expect(hasClue('fetch("/library/sections")', first === undefined ? [] : [first])).toBe(true);
    expect(hasClue('fetch("/library/sections")', [])).toBe(false);
  });
});

it('is an expression of bounded size', () => {
  expect(makeClue(descriptions).source.length).toBeLessThan(6000);
});
