import nodePath, { type PlatformPath } from 'node:path';
import type { Place } from '../requests/request-site.ts';

/** A position for a reader: 1-based line and column, the column in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface PlaceLocator {
  /** The file relative to the audited folder, with `/`. */
  readonly nameOf: (file: string) => string;
  /** Where an offset of a file lies; line 1, column 1 when the file cannot be read. */
  readonly positionOf: (file: string, offset: number) => Position;
  /** `server/api/plexapi.ts:58` */
  readonly print: (place: Place) => string;
}

/** Makes a locator that splits each file into lines once. `path` has the path rules of the platform. */
export function createPlaceLocator(root: string, read: (file: string) => string | null, path: PlatformPath = nodePath): PlaceLocator {
  const starts = new Map<string, readonly number[]>();
  const startsOf = (file: string): readonly number[] => {
    let found = starts.get(file);
    if (found === undefined) starts.set(file, (found = findLineStarts((read(file) ?? '').replace(/^\uFEFF/, ''))));
    return found;
  };
  const nameOf = nameFrom(root, path);
  const positionOf = (file: string, offset: number): Position => positionIn(startsOf(file), offset);
  return { nameOf, positionOf, print: ({ file, start }) => `${nameOf(file)}:${String(positionOf(file, start).line)}` };
}

/** Names files relative to a folder, with `/`. */
export function nameFrom(root: string, path: PlatformPath = nodePath): (file: string) => string {
  return (file) => path.relative(root, file).split(path.sep).join('/');
}

/** A locator for places whose files are named already, by the offsets at which their lines begin. */
export function locateByLines(lines: Readonly<Record<string, readonly number[]>>): PlaceLocator {
  const positionOf = (file: string, offset: number): Position => positionIn(lines[file] ?? [0], offset);
  return { nameOf: (file) => file, positionOf, print: ({ file, start }) => `${file}:${String(positionOf(file, start).line)}` };
}

/** The offsets at which lines begin, by the line breaks of ECMAScript. */
export function findLineStarts(text: string): readonly number[] {
  const starts = [0];
  for (const { 0: lineBreak, index } of text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) starts.push(index + lineBreak.length);
  return starts;
}

/** The position of an offset among the offsets at which lines begin. */
export function positionIn(starts: readonly number[], offset: number): Position {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}

/** The offset of a position among the offsets at which lines begin. */
export function offsetIn(starts: readonly number[], { line, column }: Position): number {
  return (starts[line - 1] ?? starts.at(-1) ?? 0) + column - 1;
}
