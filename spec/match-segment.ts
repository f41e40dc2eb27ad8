import type { PathHole, PathSegment } from './path-pattern.ts';
import type { MixedPart } from './segment-template.ts';

/** Stands for a hole in text handed to a regular expression. */
const HOLE_MARK = '\uE000';

/** The text of a segment without holes; null when it has one. */
export function literalText(segment: PathSegment): string | null {
  const [first] = segment;
  return segment.length === 1 && typeof first === 'string' ? first : null;
}

/** The hole that fills a whole segment (or a run of holes that does); null when the segment has known text. */
export function wholeHole(segment: PathSegment): PathHole | null {
  const [first] = segment;
  if (typeof first !== 'object' || segment.some((part) => typeof part === 'string')) return null;
  return segment.length === 1 ? first : { hole: true, spans: segment.some((part) => typeof part === 'object' && part.spans === 'segments') ? 'segments' : 'segment' };
}

/** Whether a segment with holes can be a text. */
export function canBe(segment: PathSegment, text: string): boolean {
  const hole = wholeHole(segment);
  if (hole !== null && hole.type !== 'number' && hole.type !== 'boolean') return true;
  return new RegExp(`^${segment.map((part) => (typeof part === 'string' ? escape(part) : holePattern(part))).join('')}$`, 's').test(text);
}

function holePattern({ type }: PathHole): string {
  if (type === 'number') return '-?[\\d.]+';
  return type === 'boolean' ? '(?:true|false)' : '.*';
}

/**
 * Lays a segment over one of literals and parameters: the value of each parameter when the literals stand in it
 * (`surely`), null with `possible` when a hole may hide them, null without when it cannot be.
 */
export function matchMixed(parts: readonly MixedPart[], segment: PathSegment): { readonly values: readonly PathSegment[] | null; readonly possible: boolean } {
  const text = segment.map((part) => (typeof part === 'string' ? part : HOLE_MARK)).join('');
  const match = new RegExp(`^${parts.map(partPattern).join('')}$`, 's').exec(text);
  if (match !== null) {
    const holes = segment.filter((part) => typeof part === 'object');
    return { values: match.slice(1).map((value) => splitAtHoles(value, holes)), possible: true };
  }
  return { values: null, possible: text.includes(HOLE_MARK) && overlaps(tokensOf(text), parts.flatMap<string | null>((part) => (typeof part === 'string' ? charactersOf(part) : [null]))) };
}

function partPattern(part: MixedPart): string {
  if (typeof part === 'string') return escape(part);
  return part.name === null ? '.+' : '(.+?)';
}

function splitAtHoles(value: string, holes: PathHole[]): PathSegment {
  return value.split(new RegExp(`(${HOLE_MARK})`)).filter((part) => part !== '').map((part) => (part === HOLE_MARK ? (holes.shift() ?? { hole: true, spans: 'segment' }) : part));
}

function tokensOf(text: string): (string | null)[] {
  return charactersOf(text).map((character) => (character === HOLE_MARK ? null : character));
}

function charactersOf(text: string): readonly string[] {
  return text.split('');
}

/** Whether one text can satisfy both patterns, where null stands for any text. */
function overlaps(left: readonly (string | null)[], right: readonly (string | null)[]): boolean {
  const known = new Map<number, boolean>();
  const from = (a: number, b: number): boolean => {
    const key = a * (right.length + 1) + b;
    const answer = known.get(key);
    if (answer !== undefined) return answer;
    known.set(key, false);
    const result = step(a, b);
    known.set(key, result);
    return result;
  };
  const step = (a: number, b: number): boolean => {
    if (a === left.length && b === right.length) return true;
    if (a < left.length && left[a] === null) return from(a + 1, b) || (b < right.length && from(a, b + 1));
    if (b < right.length && right[b] === null) return from(a, b + 1) || (a < left.length && from(a + 1, b));
    return a < left.length && b < right.length && left[a] === right[b] && from(a + 1, b + 1);
  };
  return from(0, 0);
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
