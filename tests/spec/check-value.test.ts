import { describe, expect, it } from 'vitest';
import { checkJson, checkText } from '../../spec/check-value.ts';
import { parsePathPattern } from '../../spec/path-pattern.ts';
import type { Schema } from '../../spec/description.ts';
import type { PathHole } from '../../spec/path-pattern.ts';

const document = {
  components: {
    schemas: {
      color: { type: 'string', enum: ['red', 'green'] },
      id: { oneOf: [{ type: 'integer' }, { type: 'string', format: 'uuid' }] },
      loop: { allOf: [{ $ref: '#/components/schemas/loop' }, { type: 'integer' }] },
    },
  },
};

function text(schema: unknown, written: string) {
  return checkText(document, schema as Schema, parsePathPattern(written));
}

function hole(type?: PathHole['type']): readonly PathHole[] {
  return [type === undefined ? { hole: true, spans: 'segment' } : { hole: true, spans: 'segment', type }];
}

describe('checkText', () => {
  it.each([
    ['a number in a text', { type: 'integer' }, '12'],
    ['a negative one', { type: 'number' }, '-0.5'],
    ['a word of the list', { $ref: '#/components/schemas/color' }, 'red'],
    ['a part of a word of the list', { $ref: '#/components/schemas/color' }, 're{}'],
    ['one of several types', { $ref: '#/components/schemas/id' }, '4'],
    ['a comma list of words', { type: 'array', items: { $ref: '#/components/schemas/color' } }, 'red,green'],
    ['the example of the document, though the pattern rejects it', { type: 'string', pattern: '^\\d$', example: '12' }, '12'],
    ['another text, where the pattern rejects the example', { type: 'string', pattern: '^\\d$', example: '12' }, '34'],
    ['anything, where nothing is said', {}, 'x'],
    ['an empty text, which says that there is no value', { type: 'integer' }, ''],
    ['an expression that is none', { type: 'string', pattern: '(' }, 'x'],
    ['a format that is not known', { type: 'string', format: 'colour' }, 'x'],
    ['true or false where the document says boolean', { type: 'boolean' }, 'true'],
  ])('takes %s', (_, schema, written) => {
    expect(text(schema, written)).toBeNull();
  });

  it.each([
    ['a word', { type: 'integer' }, 'all', 'type', 'an integer'],
    ['a word with a hole', { type: 'integer' }, 'a{}', 'type', 'an integer'],
    ['a fraction', { type: 'integer' }, '1.5', 'type', 'an integer'],
    ['through an allOf that holds itself', { $ref: '#/components/schemas/loop' }, 'x', 'type', 'an integer'],
    ['a word that is not listed', { $ref: '#/components/schemas/color' }, 'blue', 'values', "'red' or 'green'"],
    ['the start of no word', { $ref: '#/components/schemas/color' }, 'b{}', 'values', "'red' or 'green'"],
    ['none of several types', { $ref: '#/components/schemas/id' }, 'x', 'type', 'an integer, or text in the format uuid'],
    ['an item', { type: 'array', items: { type: 'integer' } }, '1,x', 'type', 'an integer'],
    ['true for 1', { type: 'integer', enum: [0, 1] }, 'true', 'flag', '0 or 1'],
    ['1 for true', { type: 'boolean' }, '1', 'flag', 'true or false'],
    ['too large', { type: 'integer', maximum: 5 }, '6', 'range', 'at most 5'],
    ['the bound itself, as OpenAPI 3.0 excludes it', { type: 'number', minimum: 0, exclusiveMinimum: true }, '0', 'range', 'more than 0'],
    ['the bound itself, as 3.1 excludes it', { type: 'number', exclusiveMaximum: 9 }, '9', 'range', 'less than 9'],
    ['too long', { type: 'string', maxLength: 2 }, 'abc', 'length', 'at most 2 characters'],
    ['no match', { type: 'string', pattern: '^[a-z]+$' }, 'A', 'pattern', 'text that matches ^[a-z]+$'],
    ['no date', { type: 'string', format: 'date' }, '1.2.2020', 'format', 'text in the format date'],
  ])('finds %s', (_, schema, written, kind, expected) => {
    expect(text(schema, written)).toMatchObject({ kind, expected });
  });

  it('says what was meant', () => {
    expect(text({ enum: [0, 1] }, 'true')?.instead).toBe('1');
    expect(text({ type: 'boolean' }, '0')?.instead).toBe('false');
    expect(text({ $ref: '#/components/schemas/color' }, 'RED')?.instead).toBe('red');
  });

  it('knows the type of a hole', () => {
    expect(checkText(document, { type: 'integer', enum: [0, 1] }, hole('boolean'))).toMatchObject({ kind: 'flag', instead: null });
    expect(checkText(document, { type: 'integer' }, hole('boolean'))).toMatchObject({ kind: 'type' });
    expect(checkText(document, { type: 'integer' }, hole())).toBeNull();
    expect(checkText(document, { type: 'string', enum: ['a'] }, hole('number'))).toMatchObject({ kind: 'values' });
  });
});

describe('checkJson', () => {
  it('tells a text from a number', () => {
    expect(checkJson(document, { type: 'integer' }, 'string', ['12'])).toMatchObject({ kind: 'type', expected: 'an integer' });
    expect(checkJson(document, { type: 'integer' }, 'number', ['12'])).toBeNull();
    expect(checkJson(document, { type: 'string' }, 'number', ['12'])).toMatchObject({ kind: 'type', expected: 'a string' });
  });

  it('takes null where it may be null, as either version says it', () => {
    expect(checkJson(document, { type: ['string', 'null'] }, 'null', null)).toBeNull();
    expect(checkJson(document, { type: 'string', nullable: true } as Schema, 'null', null)).toBeNull();
    expect(checkJson(document, { type: 'string' }, 'null', null)).toMatchObject({ kind: 'type' });
  });

  it('says nothing of a value that is not known', () => {
    expect(checkJson(document, { type: 'string', enum: ['a'] }, null, null)).toBeNull();
  });
});
