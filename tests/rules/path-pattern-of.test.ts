import { expect, it } from 'vitest';
import { pathPatternOf } from '../../rules/path-pattern-of.ts';
import type { Hole, Text } from '../../requests/request-site.ts';

function fed(text: string, more: Partial<Hole> = {}): Text {
  return [
    { kind: 'literal', text, place: null },
    { kind: 'hole', reason: 'parameter', words: ['rest'], place: null, fedByParameter: true, ...more },
  ];
}

it.each([
  ['/library', 'segments'],
  ['/library/', 'segment'],
  ['/hubs/sections/1/manage/custom.', 'segment'],
  ['/hubs/sections/1/manage/custom-', 'segment'],
])('what a caller hands in behind %s fills a %s', (text, spans) => {
  expect(pathPatternOf(fed(text))).toEqual([text, { hole: true, spans }]);
});

it('holds no slash when it is a number or encoded', () => {
  expect(pathPatternOf(fed('/library', { type: 'number' }))).toEqual(['/library', { hole: true, spans: 'segment', type: 'number' }]);
  expect(pathPatternOf(fed('/library', { encoded: true }))).toEqual(['/library', { hole: true, spans: 'segment' }]);
});
