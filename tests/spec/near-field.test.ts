import { expect, it } from 'vitest';
import { nearField } from '../../spec/near-field.ts';
import { shapeOf } from '../../spec/schema-shape.ts';
import type { FieldUse } from '../../spec/near-field.ts';

const shape = shapeOf({}, [
  {
    type: 'object',
    properties: { title: { type: 'string' }, title1: {}, ratingKey: { type: 'string' }, audienceRating: { type: 'number' }, Guid: { type: 'array', items: {} }, Sort: { type: 'array', items: {} }, art: {}, viewCount: {}, type: {} },
  },
]);

it.each<[string, FieldUse, string | null]>([
  ['titel', 'value', 'title'],
  ['tittle', 'value', 'title'],
  ['ratingkey', 'value', 'ratingKey'],
  ['rating_key', 'value', 'ratingKey'],
  ['audienceRatin', 'value', 'audienceRating'],
  ['tpye', 'value', 'type'],
  ['guid', 'container', 'Guid'],
  // both exist on media servers: the one is a text, the other a list
  ['guid', 'value', null],
  // other words
  ['score', 'value', null],
  ['smart', 'value', null],
  ['viewOffset', 'value', null],
  // a number or a plural more
  ['title2', 'value', null],
  ['titles', 'value', null],
])('%s, as a %s, is a slip for %s', (name, use, near) => {
  expect(nearField({}, name, shape, new Set(), use)).toBe(near);
});

it('is no slip where it is described at the same place elsewhere', () => {
  expect(nearField({}, 'titel', shape, new Set(['titel']), 'value')).toBeNull();
});
