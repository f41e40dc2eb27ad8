const PLAIN = /\.[cm]?jsx?$/;

/** Whether a file is written in Flow, by the pragma in the comments that it begins with. Its types are no JavaScript. */
export function isFlowFile(file: string, text: string): boolean {
  if (!PLAIN.test(file)) return false;
  let rest = text.replace(/^\uFEFF?(?:#![^\n]*\n)?/, '');
  for (;;) {
    rest = rest.trimStart();
    const comment = /^(?:\/\*[\s\S]*?\*\/|\/\/[^\n]*)/.exec(rest)?.[0] ?? /^(['"])use [\w ]+\1;?/.exec(rest)?.[0];
    if (comment === undefined) return false;
    if (/(?:^|[\s*/])@flow\b/.test(comment)) return true;
    rest = rest.slice(comment.length);
  }
}
