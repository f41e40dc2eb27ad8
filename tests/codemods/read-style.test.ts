import { describe, expect, it } from 'vitest';
import { readStyle } from '../../codemods/read-style.ts';
import { parseFile } from '../../modules/parse-file.ts';
import type { Style } from '../../codemods/read-style.ts';

function styleOf(text: string): Style {
  const parsed = parseFile('/a.tsx', text);
  if ('error' in parsed) throw new Error(parsed.error.message);
  return readStyle(parsed.module);
}

describe('readStyle', () => {
  it('takes single quotes, semicolons and two spaces where nothing is shown', () => {
    expect(styleOf('')).toEqual({ quote: "'", semicolons: true, indent: '  ', newline: '\n', trailingCommas: false });
  });

  it('asks imports for the quotes, not the texts of markup', () => {
    expect(styleOf("import x from 'x'\nconst a = <a b=\"c\" d=\"e\" />\n")).toMatchObject({ quote: "'", semicolons: false });
  });

  it('sees tabs, double quotes and CRLF', () => {
    expect(styleOf('const a = {\r\n\tb: "c",\r\n};\r\n')).toEqual({ quote: '"', semicolons: true, indent: '\t', newline: '\r\n', trailingCommas: true });
  });

  it('takes the indent of the first level, not of a deeper one', () => {
    expect(styleOf('function f() {\n    if (a) {\n        b();\n    }\n}\n').indent).toBe('    ');
  });

  it('does not count statements that never end with a semicolon', () => {
    expect(styleOf('function f() {}\nfunction g() {}\nf();\n').semicolons).toBe(true);
  });
});
