import type { Style } from './read-style.ts';

/**
 * Code that is written with two spaces, single quotes, semicolons and `\n`, as the style of another file has it. Comments
 * keep their text; a text that has a quote or a backslash keeps its quotes.
 */
export function restyle(code: string, { indent, newline, quote, semicolons, trailingCommas }: Style): string {
  const lines = code.split('\n').map((line, i, all) => {
    const level = /^(?: {2})*/.exec(line)?.[0].length ?? 0;
    const written = line.slice(level);
    const isComment = /^(?:\/\/|\/\*| ?\*)/.test(written);
    if (isComment) return indent.repeat(level / 2) + written;
    const body = semicolons ? written : written.replace(/;$/, '');
    const isLast = /^[\t ]*[}\])]/.test(all[i + 1] ?? '');
    return indent.repeat(level / 2) + requote(!trailingCommas && isLast ? body.replace(/,$/, '') : body, quote);
  });
  return lines.join(newline);
}

function requote(line: string, quote: Style['quote']): string {
  if (quote === "'") return line;
  return line.replace(/`[^`]*`|'([^'"\\]*)'|\/\/.*$/g, (whole, text: string | undefined) => (text === undefined ? whole : `"${text}"`));
}
