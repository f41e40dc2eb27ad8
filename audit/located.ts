import { CannotRun } from './cannot-run.ts';
import { findLineStarts, positionIn } from './locate-places.ts';
import { nearestName } from '../spec/nearest-name.ts';
import type { Position } from './locate-places.ts';
import type { StaticField, StaticValue } from '../modules/read-static.ts';

/** Reads values of a file, and says of what it cannot use where that stands. */
export interface LocatedReader {
  readonly positionOf: (offset: number) => Position;
  readonly mistake: (offset: number, message: string) => CannotRun;
  /** The fields of an object, of which only these may be there. */
  readonly fields: <Name extends string>(value: StaticValue, at: string, known: readonly Name[]) => ReadonlyMap<Name, StaticField>;
  readonly list: (value: StaticValue, at: string) => readonly StaticValue[];
  readonly text: (value: StaticValue, at: string) => string;
  readonly number: (value: StaticValue, at: string, least: number, most: number) => number;
}

/** Makes the reader of a file with this text; `name` is the file as messages have it. */
export function createLocatedReader(name: string, text: string): LocatedReader {
  const starts = findLineStarts(text);
  const positionOf = (offset: number): Position => positionIn(starts, offset);
  const mistake = (offset: number, message: string): CannotRun => new CannotRun(`${name}:${String(positionOf(offset).line)}: ${message}`);
  return {
    positionOf,
    mistake,
    fields(value, at, known) {
      if (value.kind !== 'object') throw mistake(value.offset, `${at} must be an object.`);
      for (const field of value.fields) {
        if (known.some((one) => one === field.name)) continue;
        const near = nearestName(field.name, known);
        throw mistake(field.offset, `${at} has no key '${field.name}'. ${near === null ? `Its keys are: ${known.join(', ')}.` : `Did you mean '${near}'?`}`);
      }
      const written = value.fields.filter((field) => field.value.kind !== 'plain' || field.value.value !== undefined);
      return new Map(written.flatMap((field) => known.filter((one) => one === field.name).map((one) => [one, field] as const)));
    },
    list(value, at) {
      if (value.kind !== 'list') throw mistake(value.offset, `${at} must be a list.`);
      return value.items;
    },
    text(value, at) {
      if (value.kind !== 'plain' || typeof value.value !== 'string' || value.value === '') throw mistake(value.offset, `${at} must be a text that is not empty.`);
      return value.value;
    },
    number(value, at, least, most) {
      if (value.kind === 'plain' && typeof value.value === 'number' && value.value >= least && value.value <= most) return value.value;
      throw mistake(value.offset, `${at} must be a number ${most === Infinity ? `of ${String(least)} or more` : `from ${String(least)} to ${String(most)}`}.`);
    },
  };
}
