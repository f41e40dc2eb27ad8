const PLAIN = /\.[cm]?jsx?$/;
/** Imports and exports of types, which JavaScript has not: Flow reads files without the pragma too where it is told to. */
const TYPES = /^(?:import type(?:of)? (?:\{|\*|[\w$]+ from\b)|import \{[^}'"]*\btype(?:of)? [\w$]+[^}'"]*\} from\b|export type [\w$]+[ <=]|export type \{|(?:export )?opaque type [\w$]+|declare (?:export|module|type|var|function|class) )/m;

/** Whether a file is written in Flow, by the pragma in the comments that it begins with, or by types that are imported or exported. They are no JavaScript. */
export function isFlowFile(file: string, text: string): boolean {
  if (!PLAIN.test(file)) return false;
  if (TYPES.test(text)) return true;
  let rest = text.replace(/^\uFEFF?(?:#![^\n]*\n)?/, '');
  for (;;) {
    rest = rest.trimStart();
    const comment = /^(?:\/\*[\s\S]*?\*\/|\/\/[^\n]*)/.exec(rest)?.[0] ?? /^(['"])use [\w ]+\1;?/.exec(rest)?.[0];
    if (comment === undefined) return false;
    if (/(?:^|[\s*/])@flow\b/.test(comment)) return true;
    rest = rest.slice(comment.length);
  }
}
