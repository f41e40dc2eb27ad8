/** The turn of the event loop in which each file was linted last. */
const turns = new Map<string, object>();
let turn: object = {};
let isTurning = false;

/**
 * Whether a file is linted once more, as an editor does and a run over many files does not: what has changed on the disk in
 * between is then worth any price. The passes of a fix are in one turn of the event loop, and count as one time.
 */
export function isLintedAgain(file: string): boolean {
  if (!isTurning) {
    isTurning = true;
    setImmediate(() => {
      isTurning = false;
      turn = {};
    }).unref();
  }
  const before = turns.get(file);
  turns.set(file, turn);
  return before !== undefined && before !== turn;
}
