/** So many characters fit a narrow terminal. */
export const WIDTH = 80;

/** Prose in lines of at most eighty characters, as far as words, counts and requests allow, each behind the indent; the first line has its own. */
export function wrapText(text: string, indent: string, first = indent): readonly string[] {
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const word of text.split(/ (?![(/])/)) {
    if (!isEmpty && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = indent;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line];
}
