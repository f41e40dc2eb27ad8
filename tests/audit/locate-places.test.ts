import { describe, expect, it } from 'vitest';
import { createPlaceLocator, findLineStarts, positionIn } from '../../audit/locate-places.ts';

describe('positionIn', () => {
  it('counts every line break that ECMAScript knows, CRLF as one', () => {
    const text = 'a\nb\r\nc\rd\u2028e\u2029f';
    const starts = findLineStarts(text);
    const lines = ['a', 'b', 'c', 'd', 'e', 'f'].map((letter) => positionIn(starts, text.indexOf(letter)).line);
    expect(lines).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('counts columns from 1 in UTF-16 code units', () => {
    const text = 'x\n\u{1F600}y';
    expect(positionIn(findLineStarts(text), text.indexOf('y'))).toEqual({ line: 2, column: 3 });
  });

  it('gives the end of a text its place', () => {
    expect(positionIn(findLineStarts('ab\n'), 3)).toEqual({ line: 2, column: 1 });
    expect(positionIn(findLineStarts(''), 0)).toEqual({ line: 1, column: 1 });
  });
});

describe('createPlaceLocator', () => {
  it('reads a file once and names it from the root', () => {
    let reads = 0;
    const locator = createPlaceLocator('/app', () => {
      reads++;
      return 'one\ntwo';
    });
    expect(locator.print({ file: '/app/src/a.ts', start: 4, end: 7 })).toBe('src/a.ts:2');
    expect(locator.positionOf('/app/src/a.ts', 5)).toEqual({ line: 2, column: 2 });
    expect(reads).toBe(1);
  });

  it('gives a file that cannot be read its first line', () => {
    expect(createPlaceLocator('/app', () => null).print({ file: '/lib/b.ts', start: 40, end: 44 })).toBe('../lib/b.ts:1');
  });
});
