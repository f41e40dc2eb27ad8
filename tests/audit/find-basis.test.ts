import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RULE_BASIS } from '../../audit/find-basis.ts';
import { locateInDocument } from '../../audit/locate-in-document.ts';
import plugin from '../../rules/index.ts';
import { lineIn } from '../../spec/line-of.ts';
import { linesOfJson } from '../../spec/lines-of-json.ts';
import { loadDescription } from '../../spec/load-description.ts';

describe('RULE_BASIS', () => {
  it('speaks of rules that there are', () => {
    expect(Object.keys(RULE_BASIS).filter((rule) => !(rule in plugin.rules))).toEqual([]);
  });
});

describe('locateInDocument', () => {
  const description = loadDescription('plex-media-server', '.');
  const text = readFileSync(description.file, 'utf8');

  it('gives the line on which the key is written', () => {
    const place = locateInDocument(description, '/paths/~1identity/get');
    expect(place).toEqual({ description: 'plex-media-server', pointer: '/paths/~1identity/get', line: lineIn(text, '/paths/~1identity/get') });
  });

  it('gives the nearest parent of what is not written', () => {
    expect(locateInDocument(description, '/paths/~1identity/get/x-plex-stream').pointer).toBe('/paths/~1identity/get');
    expect(locateInDocument(description, '/nothing/here')).toEqual({ description: 'plex-media-server', pointer: '', line: 1 });
  });

  it('finds in one walk what is found one by one', () => {
    const lines = linesOfJson(text);
    for (const { pointer } of description.operations.slice(0, 40)) expect(lines.get(pointer), pointer).toBe(lineIn(text, pointer));
    const some = '{\n "a": [1,\n  {"b/c": "x\\"}"}],\n "d": {}\n}';
    expect([...linesOfJson(some)]).toEqual([['', 1], ['/a', 2], ['/a/0', 2], ['/a/1', 3], ['/a/1/b~1c', 3], ['/d', 4]]);
  });
});
