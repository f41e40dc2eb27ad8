/** A part of a report in Markdown that is folded: its title, and rows that may be cut off behind any. */
export interface Folded {
  /** HTML. */
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly string[];
}

/** What stands behind the rows that are shown. */
const REST = 200;

/** The part as text of about so many characters at most; what does not fit is counted. Empty where there is nothing to fold. */
export function printFolded({ title, head, rows }: Folded, characters: number): string {
  if (rows.length === 0) return '';
  const start = ['<details>', `<summary>${title}</summary>`, '', ...head];
  let room = characters - start.join('\n').length - REST;
  const fitting = rows.findIndex((row) => (room -= row.length + 1) < 0);
  const shown = fitting < 0 ? rows : rows.slice(0, fitting);
  const more = rows.length - shown.length;
  return [...start, ...shown, ...(more === 0 ? [] : ['', `And ${String(more)} more; the JSON report lists all.`]), '', '</details>'].join('\n');
}

/** A row of a table. */
export function tableRow(...cells: readonly (string | number)[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** The head of a table with these columns; numbers stand right. */
export function tableHead(columns: readonly string[], numbers: readonly string[] = []): readonly string[] {
  return [tableRow(...columns), `|${columns.map((column) => (numbers.includes(column) ? '--:' : '---')).join('|')}|`];
}
