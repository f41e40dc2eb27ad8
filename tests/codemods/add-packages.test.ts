import { describe, expect, it } from 'vitest';
import { addDependency } from '../../codemods/add-packages.ts';

const add = (text: string, name = 'p-retry'): string | null => addDependency('/app/package.json', text, name, '^7.1.1');

describe('addDependency', () => {
  it.each([
    ['in its place by the alphabet', '{\n  "dependencies": {\n    "got": "1",\n    "zod": "3"\n  }\n}\n', '{\n  "dependencies": {\n    "got": "1",\n    "p-retry": "^7.1.1",\n    "zod": "3"\n  }\n}\n'],
    ['at the end, with tabs and CRLF', '{\r\n\t"dependencies": {\r\n\t\t"got": "1"\r\n\t}\r\n}\r\n', '{\r\n\t"dependencies": {\r\n\t\t"got": "1",\r\n\t\t"p-retry": "^7.1.1"\r\n\t}\r\n}\r\n'],
    ['into an empty list', '{\n  "dependencies": {}\n}\n', '{\n  "dependencies": {\n    "p-retry": "^7.1.1"\n  }\n}\n'],
    ['before the development dependencies', '{\n  "name": "a",\n  "devDependencies": {}\n}\n', '{\n  "name": "a",\n  "dependencies": {\n    "p-retry": "^7.1.1"\n  },\n  "devDependencies": {}\n}\n'],
    ['as a new field, the rest as it is written', '{\n  "files": ["a", "b"]\n}\n', '{\n  "files": ["a", "b"],\n  "dependencies": {\n    "p-retry": "^7.1.1"\n  }\n}\n'],
  ])('adds it %s', (_, before, after) => {
    expect(add(before)).toBe(after);
    expect(add(after)).toBe(after);
  });

  it('leaves what any field names', () => {
    const text = '{ "peerDependencies": { "p-retry": "*" } }';
    expect(add(text)).toBe(text);
  });

  it('does not touch what is no JSON', () => {
    expect(add('{ "dependencies": ')).toBeNull();
  });
});
