import { createInterface } from 'node:readline';
import { countOf } from '../rules/count-of.ts';
import { CannotRun } from './cannot-run.ts';
import { paintWith } from './report/paint.ts';
import { printable } from './report/printable.ts';
import { printDiff } from './report/codemod-diff.ts';
import type { CodemodRunInput } from '../codemods/run-codemods.ts';
import type { Interface } from 'node:readline';
import type { DiffOptions } from './report/codemod-diff.ts';
import type { ProgressStream } from './show-progress.ts';

type Choose = NonNullable<CodemodRunInput['choose']>;

export interface Questions {
  readonly choose: Choose;
  readonly close: () => void;
}

const HELP = `  y  make this change
  n  leave it
  a  make this and all other changes in the file
  d  leave this and all other changes in the file
  q  leave this and all that follow; what was wanted is written
`;

/** Asks about each change on a terminal, with its diff. Nothing is written before the last answer; Ctrl-C writes nothing. */
export function askAboutChanges(stdin: NodeJS.ReadableStream, stdout: ProgressStream, options: DiffOptions): Questions {
  const lines = readLines(stdin);
  const paint = paintWith(options.colour);
  const decided = new Map<string, 'make' | 'leave'>();
  return {
    close: lines.close,
    async choose({ name }, { place, what, requests }, texts, project) {
      const known = decided.get(place.file);
      if (known !== undefined) return known;

      for (const [file, after] of texts) {
        const before = project.textOf(file)?.replace(/^\uFEFF/, '') ?? null;
        stdout.write(printDiff({ file, before, after }, options));
      }
      const others = requests.length > 1 ? ` (${countOf(requests.length, 'request')})` : '';
      for (;;) {
        stdout.write(`${paint.bold(`${name}: ${printable(what)}${others}`)} Make this change? [y,n,a,d,q,?] `);
        const answer = await lines.next();
        if (answer === 'y') return 'make';
        if (answer === 'n') return 'leave';
        if (answer === 'q' || answer === null) return 'quit';
        if (answer === 'a' || answer === 'd') {
          const verdict = answer === 'a' ? 'make' : 'leave';
          decided.set(place.file, verdict);
          return verdict;
        }
        stdout.write(HELP);
      }
    },
  };
}

interface Lines {
  /** The next line, in lower case; null where there is none more. Throws `CannotRun` after Ctrl-C. */
  readonly next: () => Promise<string | null>;
  readonly close: () => void;
}

function readLines(stdin: NodeJS.ReadableStream): Lines {
  let reader: Interface | null = null;
  const waiting: string[] = [];
  let isClosed = false;
  let wake: (() => void) | null = null;
  const open = (): void => {
    reader = createInterface({ input: stdin });
    reader.on('line', (line) => {
      waiting.push(line.trim().toLowerCase());
      wake?.();
    }).on('close', () => {
      isClosed = true;
      wake?.();
    });
  };
  return {
    async next() {
      if (reader === null) open();
      while (waiting.length === 0 && !isClosed) await new Promise<void>((resolve) => (wake = resolve));
      return waiting.shift() ?? null;
    },
    close: () => reader?.close(),
  };
}

/** Says that a question could not be asked. */
export function checkTerminal(stdin: { readonly isTTY?: boolean } | undefined, stdout: ProgressStream): void {
  if (stdin?.isTTY !== true || stdout.isTTY !== true) throw new CannotRun('--interactive asks on a terminal, and there is none. Leave it out, or name the files to change.');
}
