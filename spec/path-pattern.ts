/** A part of a request's path that is not known. */
export interface PathHole {
  readonly hole: true;
  /** `segments`: it may hold slashes, so any number of segments. */
  readonly spans: 'segment' | 'segments';
  /** What it is surely made of, where that is known. */
  readonly type?: 'number' | 'string' | 'boolean';
}

/** A request's path without query: known text and holes. */
export type PathPattern = readonly (string | PathHole)[];

/** One segment of a path pattern: known text and holes, with no slash in the known text. */
export type PathSegment = readonly (string | PathHole)[];

const HOLE: PathHole = { hole: true, spans: 'segment' };

/** Reads `/library/sections/{}/all`: every `{}` is a hole within one segment. */
export function parsePathPattern(text: string): PathPattern {
  return text.split('{}').flatMap((literal, index) => [...(index === 0 ? [] : [HOLE]), ...(literal === '' ? [] : [literal])]);
}

/** The pattern as text, with every run of holes as `{}`. */
export function printPathPattern(pattern: PathPattern): string {
  return pattern.map((part) => (typeof part === 'string' ? part : '{}')).join('').replace(/(?:\{\})+/g, '{}');
}

/** The segments of a path. Empty ones (a doubled slash, one at the end) are left out: they are for a rule to report. */
export function splitSegments(pattern: PathPattern): readonly PathSegment[] {
  const segments: (string | PathHole)[][] = [[]];
  for (const part of pattern) {
    if (typeof part !== 'string') {
      segments.at(-1)?.push(part);
      continue;
    }
    const [first = '', ...rest] = part.split('/');
    if (first !== '') segments.at(-1)?.push(first);
    for (const text of rest) segments.push(text === '' ? [] : [text]);
  }
  return segments.filter((segment) => segment.length > 0).map(joinLiterals);
}

/** Two neighbouring literals as one, percent-encoding undone. */
function joinLiterals(segment: readonly (string | PathHole)[]): PathSegment {
  const joined: (string | PathHole)[] = [];
  for (const part of segment) {
    const previous = joined.at(-1);
    if (typeof part === 'string' && typeof previous === 'string') joined[joined.length - 1] = previous + part;
    else joined.push(part);
  }
  return joined.map((part) => (typeof part === 'string' ? decode(part) : part));
}

function decode(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
