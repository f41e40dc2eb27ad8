import type { CodePiece } from './page-data.ts';

interface Place {
  readonly file: string;
  readonly line: number;
}

/** So many lines are shown before and behind a place. */
const AROUND = 3;
/** A line that is longer is cut: it is data, and no code that somebody reads. */
const LONGEST_LINE = 400;

/** The lines around the places, each once. Files that cannot be read have none. */
export function collectCode(places: readonly Place[], read: (file: string) => string | null): Record<string, readonly CodePiece[]> {
  const wanted = new Map<string, Set<number>>();
  for (const { file, line } of places) wanted.set(file, (wanted.get(file) ?? new Set()).add(line));
  return Object.fromEntries([...wanted].flatMap(([file, lines]) => {
    const text = read(file);
    return text === null ? [] : [[file, cutPieces(text.split(/\r\n|[\n\r\u2028\u2029]/), [...lines].sort((a, b) => a - b))]];
  }));
}

function cutPieces(text: readonly string[], lines: readonly number[]): readonly CodePiece[] {
  const ranges: { start: number; end: number }[] = [];
  for (const line of lines) {
    const last = ranges.at(-1);
    if (last !== undefined && line - AROUND <= last.end + 1) last.end = line + AROUND;
    else ranges.push({ start: Math.max(1, line - AROUND), end: line + AROUND });
  }
  return ranges.map(({ start, end }) => ({ start, lines: text.slice(start - 1, end).map(cutLine) }));
}

function cutLine(line: string): string {
  return line.length <= LONGEST_LINE ? line : `${line.slice(0, LONGEST_LINE)}…`;
}
