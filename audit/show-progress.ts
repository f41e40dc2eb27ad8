/** Says how far a long run is, where somebody is looking. */
export interface Progress {
  /** Begins a phase of so many files; what it returns is called before each. */
  readonly start: (verb: string, total: number) => (file: string) => void;
  /** Takes the line away. */
  readonly clear: () => void;
}

export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly write: (text: string) => unknown;
}

/** A run that is over sooner shows nothing. */
const PATIENCE_MS = 700;
const BETWEEN_MS = 80;
const CLEAR_LINE = '\r\u001B[2K';

/** Shows progress on a terminal, in one line that is drawn over; elsewhere it is silent. */
export function showProgress(stream: ProgressStream, now: () => number = () => performance.now()): Progress {
  if (stream.isTTY !== true) return { start: () => () => undefined, clear: () => undefined };

  let next = now() + PATIENCE_MS;
  let shown = false;
  return {
    start(verb, total) {
      let count = 0;
      return () => {
        count++;
        const time = now();
        if (time < next) return;
        next = time + BETWEEN_MS;
        shown = true;
        stream.write(CLEAR_LINE + `${verb} file ${String(count)} of ${String(total)}`.slice(0, widthOf(stream) - 1));
      };
    },
    clear() {
      if (shown) stream.write(CLEAR_LINE);
      shown = false;
    },
  };
}

/** A terminal that does not know its width says 0. */
function widthOf({ columns = 0 }: ProgressStream): number {
  return columns > 0 ? columns : 80;
}
