/** A piece of a sentence: code that stands in backticks in it, or what stands between. */
export interface Piece {
  readonly code: boolean;
  readonly text: string;
}

/** A sentence in pieces: `` `url` is a parameter. `` is the code `url` and a text. A backtick without a second one is text, and so are several in a row. */
export function splitCode(sentence: string): readonly Piece[] {
  return sentence.split(/(?<!`)`([^`|\n]+)`(?!`)/).map((text, i) => ({ code: i % 2 === 1, text })).filter(({ text }) => text !== '');
}
