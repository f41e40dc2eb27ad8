import { printable } from '../printable.ts';
import { make } from './element.ts';
import type { PageData } from '../html/page-data.ts';

/** Lines before and behind the place. */
const AROUND = 3;

interface Range {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The code around a place with the place marked; null where the report has none of the file. */
export function makeCodeFrame({ code }: PageData, { file, line, column, endLine, endColumn }: Range): HTMLElement | null {
  const piece = Object.hasOwn(code, file) ? code[file]?.find(({ start, lines }) => line >= start && line < start + lines.length) : undefined;
  if (piece === undefined) return null;
  const rows = piece.lines.flatMap((text, i) => {
    const number = piece.start + i;
    if (Math.abs(number - line) > AROUND) return [];
    const row = make('span', { class: number === line ? 'code-line here' : 'code-line' }, make('span', { class: 'line-number' }, number));
    const content = make('span', { class: 'code-text' });
    if (number === line) {
      const end = endLine === line ? endColumn - 1 : text.length;
      const mark = make('mark');
      mark.append(showCode(text.slice(column - 1, end)));
      content.append(showCode(text.slice(0, column - 1)), mark, showCode(text.slice(end)), '\n');
    } else {
      content.append(`${showCode(text)}\n`);
    }
    row.append(content);
    return [row];
  });
  const frame = make('pre', { class: 'code', tabindex: '0', role: 'group', 'aria-label': `Code at ${file}:${String(line)}` });
  frame.append(...rows);
  return frame;
}

/** Code as it is, but for what cannot be seen or turns the direction of text: that is spelled out. */
function showCode(text: string): string {
  return text.split('\t').map(printable).join('\t');
}
