import type { Place } from '../requests/request-site.ts';
import type { LintFinding } from './lint-outcome.ts';
import type { PlaceLocator, Position } from './locate-places.ts';

interface Ranged<Thing> {
  readonly thing: Thing;
  readonly size: number;
  readonly start: Position;
  readonly end: Position;
}

/**
 * Finds the things, of those that each have some places, that a finding is about: those with the smallest place that the
 * finding lies in, or that lies in it. Empty when there is none.
 */
export function createThingFinder<Thing>(things: readonly Thing[], placesOf: (thing: Thing) => readonly Place[], locator: PlaceLocator): (finding: LintFinding) => readonly Thing[] {
  const byFile = new Map<string, Ranged<Thing>[]>();
  for (const thing of things) {
    for (const { file, start, end } of placesOf(thing)) {
      const ranged = { thing, size: end - start, start: locator.positionOf(file, start), end: locator.positionOf(file, end) };
      const listed = byFile.get(file);
      if (listed === undefined) byFile.set(file, [ranged]);
      else listed.push(ranged);
    }
  }
  return ({ file, line, column, endLine, endColumn }) => {
    const [start, end] = [{ line, column }, { line: endLine, column: endColumn }];
    const near = (byFile.get(file) ?? []).filter((range) => isWithin(start, end, range) || isWithin(range.start, range.end, { start, end }));
    const smallest = Math.min(...near.map(({ size }) => size));
    return [...new Set(near.filter(({ size }) => size === smallest).map(({ thing }) => thing))];
  };
}

function isWithin(start: Position, end: Position, range: { readonly start: Position; readonly end: Position }): boolean {
  return !isBefore(start, range.start) && !isBefore(range.end, end);
}

function isBefore(one: Position, other: Position): boolean {
  return one.line < other.line || (one.line === other.line && one.column < other.column);
}
