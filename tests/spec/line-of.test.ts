import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findOperation } from '../../spec/find-operation.ts';
import { lineIn, lineOf } from '../../spec/line-of.ts';
import { loadDescription } from '../../spec/load-description.ts';
import { escapeKey, readPointer, resolveRef } from '../../spec/resolve-ref.ts';

describe('the line of a pointer', () => {
  it('is where each operation of the account service is written', () => {
    const description = loadDescription('plex-tv', '/');
    const lines = readFileSync(description.file, 'utf8').split('\n');
    for (const { file, method, pointer } of description.operations.map((operation) => ({ ...operation, file: description.file }))) {
      const line = lineOf(file, pointer) ?? 0;
      expect(lines[line - 1]?.trim()).toBe(`"${method.toLowerCase()}": {`);
    }
  });

  it('is that of the parameter in a list', () => {
    const operation = findOperation(loadDescription('plex-media-server', '/'), 'GET /hubs/search');
    const limit = operation?.parameters.find(({ name }) => name === 'limit');
    const line = lineOf(operation?.description.file ?? '', `${limit?.pointer ?? ''}/name`) ?? 0;
    expect(readFileSync(operation?.description.file ?? '', 'utf8').split('\n')[line - 1]).toContain('"limit"');
  });

  it.each([
    ['JSON', '{\n "a": {\n  "x": "}",\n  "b": [\n   1,\n   {"c": 2}\n  ]\n }\n}', '/a/b/1/c', 6],
    ['JSON with less than the pointer', '{\n "a": {\n }\n}', '/a/b/c', 2],
    ['YAML', 'a:\n  b:\n    - 1\n    - c: 2\n', '/a/b/1/c', 4],
    ['YAML with less than the pointer', 'a:\n  b: 1\n', '/a/x', 1],
    ['a key with a slash', '{\n "/a/{id}":\n {}\n}', '/~1a~1{id}', 2],
  ])('is found in %s', (_, text, pointer, line) => {
    expect(lineIn(text, pointer)).toBe(line);
  });

  it('is null for a file that is not there', () => {
    expect(lineOf('/nowhere/at/all.json', '/paths')).toBeNull();
  });
});

describe('a reference', () => {
  const document = { a: { $ref: '#/b' }, b: { $ref: '#/c~1d' }, 'c/d': { type: 'string' }, e: { $ref: '#/f' }, f: { $ref: '#/e' }, g: [{ h: 1 }] };

  it('is followed to its end', () => {
    expect(resolveRef(document, { $ref: '#/a' })).toEqual({ type: 'string' });
    expect(readPointer(document, '#/g/0/h')).toBe(1);
    expect(readPointer(document, `#/${escapeKey('c/d')}/type`)).toBe('string');
  });

  it('in a circle, to nothing or to another file is null', () => {
    expect(resolveRef(document, { $ref: '#/e' })).toBeNull();
    expect(resolveRef(document, { $ref: '#/z' })).toBeNull();
    expect(resolveRef(document, { $ref: 'other.json#/a' })).toBeNull();
  });
});
