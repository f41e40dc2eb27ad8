/** Brackets within brackets; real code stays below 30, bundles below 150. */
const MOST_BRACKETS = 500;
/** The weight that one statement may have: what nests to the right weighs 8, what can only nest to the left 1. */
const MOST_WEIGHT = 8_000;
/** For two words in a row, such as `typeof typeof`. */
const WORDS_WEIGHT = 4;

const WEIGHTS: Readonly<Record<string, number>> = {
  '?': 8, '!': 8, ':': 8, '~': 8, '(': 8, '=': 4, '>': 4, '<': 2,
  '+': 1, '-': 1, '*': 1, '/': 1, '%': 1, '&': 1, '|': 1, '^': 1, '.': 1,
};

const SLASH = '/'.charCodeAt(0);

type Kind = (typeof Kind)[keyof typeof Kind];
const Kind = { word: 0, space: 1, line: 2, open: 3, close: 4, end: 5, operator: 6, other: 7 } as const;

const KINDS = new Uint8Array(128).fill(Kind.other);
const WEIGHT_OF = new Uint8Array(128);
mark(' \t\r', Kind.space);
mark('\n', Kind.line);
mark(Object.keys(WEIGHTS).join(''), Kind.operator);
mark('([{', Kind.open);
mark(')]}', Kind.close);
mark(';,', Kind.end);
mark('$_ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789@', Kind.word);
for (const [char, weight] of Object.entries(WEIGHTS)) WEIGHT_OF[char.charCodeAt(0)] = weight;

/**
 * True when the text may nest so deeply that the native parser, which recurses without a limit, would exhaust the stack
 * and end the process. It counts brackets, and operators between the ends of statements, in strings and trailing comments too.
 */
export function isNestedTooDeeply(text: string): boolean {
  if (text.length < MOST_BRACKETS) return false;
  const weights = [0];
  let depth = 0;
  let weight = 0;
  /** The kind of the last character that was no space, and whether spaces followed it. */
  let last: number = Kind.end;
  let spaced = false;
  for (let index = 0; index < text.length; index += 1) {
    const char = text.charCodeAt(index);
    const kind = char < 128 ? (KINDS[char] ?? Kind.other) : Kind.word;
    if (kind === Kind.word) {
      if (last === Kind.word && spaced) {
        weight += WORDS_WEIGHT;
        if (weight > MOST_WEIGHT) return true;
      }
    } else if (kind === Kind.space) {
      spaced = true;
      continue;
    } else if (char === SLASH && text.charCodeAt(index + 1) === SLASH && isLineStart(text, index)) {
      // a line of comment nests nothing
      const end = text.indexOf('\n', index);
      if (end === -1) break;
      index = end - 1;
      continue;
    } else if (kind === Kind.operator) {
      weight += WEIGHT_OF[char] ?? 0;
      if (weight > MOST_WEIGHT) return true;
    } else if (kind === Kind.open) {
      weights[depth] = weight + (WEIGHT_OF[char] ?? 0);
      depth += 1;
      if (depth > MOST_BRACKETS || weight > MOST_WEIGHT) return true;
      weight = 0;
    } else if (kind === Kind.close) {
      if (depth > 0) depth -= 1;
      weight = weights[depth] ?? 0;
    } else if (kind === Kind.end) {
      if (!isElse(text, index + 1)) weight = 0;
    } else if (kind === Kind.line) {
      // A line that begins with a word goes on with the statement only where the line before ends in an operator.
      spaced = true;
      if (last !== Kind.operator && beginsWithWord(text, index + 1)) weight = 0;
      continue;
    }
    last = kind;
    spaced = false;
  }
  return false;
}

function isLineStart(text: string, index: number): boolean {
  let at = index - 1;
  while (at >= 0 && KINDS[text.charCodeAt(at)] === Kind.space) at -= 1;
  return at < 0 || KINDS[text.charCodeAt(at)] === Kind.line;
}

function beginsWithWord(text: string, index: number): boolean {
  const start = skipSpaces(text, index);
  return KINDS[text.charCodeAt(start)] === Kind.word && !text.startsWith('else', start);
}

function isElse(text: string, index: number): boolean {
  return text.startsWith('else', skipSpaces(text, index));
}

function skipSpaces(text: string, index: number): number {
  let start = index;
  while (KINDS[text.charCodeAt(start)] === Kind.space) start += 1;
  return start;
}

function mark(chars: string, kind: Kind): void {
  for (const char of chars) KINDS[char.charCodeAt(0)] = kind;
}
