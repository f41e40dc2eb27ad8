/** A part of a text that a finding may be expected at: offsets in the text without marks. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

const OPEN = '\uE000';
const NAMED = '\uE001';
const CLOSE = '\uE002';

/** Puts a name around a part of a text that is being written; marks may be nested. */
export function mark(name: string, text: string): string {
  return `${OPEN}${name}${NAMED}${text}${CLOSE}`;
}

/** Takes the marks out of a text, and says where each was. */
export function readMarks(marked: string): { readonly text: string; readonly marks: ReadonlyMap<string, Range> } {
  const marks = new Map<string, Range>();
  const open: { readonly name: string; readonly start: number }[] = [];
  let text = '';
  for (const piece of marked.split(/(\uE000[^\uE001]*\uE001|\uE002)/)) {
    if (piece.startsWith(OPEN)) {
      open.push({ name: piece.slice(1, -1), start: text.length });
    } else if (piece === CLOSE) {
      const last = open.pop();
      if (last !== undefined) marks.set(last.name, { start: last.start, end: text.length });
    } else {
      text += piece;
    }
  }
  return { text, marks };
}
