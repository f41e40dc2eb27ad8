import { describe, expect, it } from 'vitest';
import { findProperty, propertyNames, requiredNames } from '../../spec/find-property.ts';
import type { Schema } from '../../spec/description.ts';

const document = {
  components: {
    schemas: {
      base: { type: 'object', properties: { id: { type: 'integer' } }, required: ['id'] },
      closed: { type: 'object', properties: { name: { type: 'string' } }, additionalProperties: false },
      tree: { type: 'object', properties: { left: { $ref: '#/components/schemas/tree' } }, oneOf: [{ $ref: '#/components/schemas/tree' }] },
    },
  },
};
const base: Schema = { $ref: '#/components/schemas/base' };
const closed: Schema = { $ref: '#/components/schemas/closed' };
const find = (schema: unknown, name: string) => findProperty(document, [schema as Schema], name);

describe('findProperty', () => {
  it('finds what is listed, through references and allOf', () => {
    expect(find({ allOf: [base, { properties: { name: { type: 'string' } } }] }, 'id')).toEqual({ listed: 'yes', schemas: [{ type: 'integer' }] });
  });

  it('is sure of a closed schema only', () => {
    expect(find(base, 'nope').listed).toBe('open');
    expect(find(closed, 'nope').listed).toBe('closed');
  });

  it('is not sure where a closed schema is part of an allOf, which nothing could fit', () => {
    expect(find({ allOf: [base, closed] }, 'nope').listed).toBe('open');
    expect(find({ allOf: [base, { properties: { name: {} } }], unevaluatedProperties: false }, 'nope').listed).toBe('closed');
  });

  it('looks at all alternatives', () => {
    expect(find({ oneOf: [closed, base] }, 'id').listed).toBe('yes');
    expect(find({ oneOf: [closed, base] }, 'nope').listed).toBe('open');
    expect(find({ oneOf: [closed, { ...closed }] }, 'nope').listed).toBe('closed');
  });

  it('has the schema of properties that are not listed', () => {
    expect(find({ type: 'object', additionalProperties: { type: 'integer' } }, 'any')).toEqual({ listed: 'open', schemas: [{ type: 'integer' }] });
  });

  it('ends at a schema that holds itself', () => {
    expect(find({ $ref: '#/components/schemas/tree' }, 'nope').listed).toBe('open');
    expect(propertyNames(document, [{ $ref: '#/components/schemas/tree' }])).toEqual(['left']);
  });
});

it('demands what all alternatives demand', () => {
  expect(requiredNames(document, [{ oneOf: [base, { allOf: [base], required: ['name'] }] }])).toEqual(['id']);
  expect(requiredNames(document, [{ oneOf: [base, closed] }])).toEqual([]);
});
