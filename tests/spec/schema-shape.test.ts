import { describe, expect, it } from 'vitest';
import { shapeOf } from '../../spec/schema-shape.ts';
import type { Schema } from '../../spec/description.ts';

const document = {
  components: {
    schemas: {
      Base: { type: 'object', properties: { id: { type: 'integer' } }, required: ['id'] },
      Node: { type: 'object', properties: { children: { type: 'array', items: { $ref: '#/components/schemas/Node' } } } },
      Loop: { allOf: [{ $ref: '#/components/schemas/Loop' }] },
    },
  },
};

/** The parts of a shape that compare well. */
function read(...schemas: readonly unknown[]): { types: unknown; fields: unknown; required: unknown; closed: boolean } {
  const { types, fields, required, closed } = shapeOf(document, schemas as readonly Schema[]);
  return { types: types === null ? null : [...types], fields: [...fields.keys()], required: [...required], closed };
}

describe('shapeOf', () => {
  it('puts the parts of allOf together, closed if one is', () => {
    const own = { properties: { name: {} }, required: ['name'], additionalProperties: false };
    expect(read({ allOf: [{ $ref: '#/components/schemas/Base' }, own] })).toEqual({ types: ['object'], fields: ['id', 'name'], required: ['id', 'name'], closed: true });
  });

  it('puts the elements of lists together, too', () => {
    const list = (items: unknown): unknown => ({ type: 'array', items });
    const { items } = shapeOf(document, [{ allOf: [list({ $ref: '#/components/schemas/Base' }), list({ properties: { name: {} } })] }] as readonly Schema[]);
    expect(read(...(items ?? []))).toMatchObject({ fields: ['id', 'name'], required: ['id'] });
  });

  it('has the fields of all alternatives, and requires what all require', () => {
    const a = { type: 'object', properties: { id: {}, a: {} }, required: ['id', 'a'], additionalProperties: false };
    const b = { type: 'object', properties: { id: {}, b: {} }, required: ['id'] };
    expect(read({ oneOf: [a, b] })).toEqual({ types: ['object'], fields: ['id', 'a', 'b'], required: ['id'], closed: false });
    expect(read(a, { type: 'null' })).toMatchObject({ types: ['object', 'null'], closed: true });
  });

  it('knows the types of values that are listed, and of `nullable`', () => {
    expect(read({ enum: ['a', 'b'] }).types).toEqual(['string']);
    expect(read({ const: 1 }).types).toEqual(['number']);
    expect(read({ type: 'string', nullable: true }).types).toEqual(['string', 'null']);
    expect(read({ type: ['integer', 'null'] }).types).toEqual(['integer', 'null']);
  });

  it('is any shape where nothing is said, and where references lead nowhere', () => {
    const any = { types: null, fields: [], required: [], closed: false };
    expect(read({})).toEqual(any);
    expect(read({ $ref: '#/components/schemas/None' })).toEqual(any);
    expect(read({ $ref: '#/components/schemas/Loop' })).toEqual(any);
    expect(read()).toEqual(any);
  });

  it('looks one level deep, so that what holds itself ends', () => {
    const children = shapeOf(document, [{ $ref: '#/components/schemas/Node' }]).fields.get('children') ?? [];
    const items = shapeOf(document, children).items ?? [];
    expect([...shapeOf(document, items).fields.keys()]).toEqual(['children']);
  });

  it('takes any name where other fields are described, and none where only patterns are', () => {
    expect(shapeOf(document, [{ type: 'object', additionalProperties: { type: 'string' } }])).toMatchObject({ closed: false, others: [{ type: 'string' }] });
    const patterns: Record<string, unknown> = { type: 'object', patternProperties: { '^x-': { type: 'string' } }, additionalProperties: false };
    expect(shapeOf(document, [patterns])).toMatchObject({ closed: false, others: [{ type: 'string' }] });
  });
});
