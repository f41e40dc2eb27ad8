import type { TypeShape } from '../requests/declared-type.ts';
import type { Place, RequestSite } from '../requests/request-site.ts';
import type { SiteFacts, TypeFacts } from './audit-facts.ts';

/** Types that hold others deeper than this are cut off: no response is read so deep. */
const DEEPEST = 10;
/** Of a declared type so many types are written out; types that hold each other in many ways would have no end. */
const MOST_TYPES = 3000;
/** How often a declaration may be met on the way into a type before it is taken for the type that holds itself: a generic one is met twice. */
const MEETINGS = 2;

/** A request site as JSON can hold it, its files named by `nameOf`. */
export function writeSite(site: RequestSite, nameOf: (file: string) => string): SiteFacts {
  const { declared, ...response } = site.response;
  const plain = {
    ...site,
    response: { ...response, declared: declared.map(({ path, place, type }) => ({ path, place, type: writeType(type(), [], { left: MOST_TYPES }) })) },
  };
  return renameFiles(plain, nameOf) as SiteFacts;
}

/** The request site of its facts. */
export function readSite(facts: SiteFacts): RequestSite {
  const { declared, ...response } = facts.response;
  return {
    ...facts,
    response: { ...response, declared: declared.map(({ path, place, type }) => ({ path, place, type: () => readType(type, []) })) },
  };
}

interface Budget { left: number }

function writeType(type: TypeShape, outer: readonly TypeShape[], budget: Budget): TypeFacts {
  const same = outer.filter((other) => isSame(other, type));
  const [nearest] = same.slice(-1);
  if (nearest !== undefined && same.length >= MEETINGS) return { kind: 'again', out: outer.length - outer.lastIndexOf(nearest) };
  const { place } = type;
  budget.left -= 1;
  if (outer.length >= DEEPEST || budget.left < 0) return { kind: 'unknown', place };
  const inner = [...outer, type];
  switch (type.kind) {
    case 'array': return { kind: 'array', place, item: writeType(type.item(), inner, budget) };
    case 'union': return { kind: 'union', place, options: type.options.map((option) => writeType(option, inner, budget)) };
    case 'object': return { kind: 'object', place, open: type.open, fields: type.fields.map(({ name, optional, place: at, type: of }) => ({ name, optional, place: at, type: writeType(of(), inner, budget) })) };
    default: return { kind: type.kind, place };
  }
}

function readType(facts: TypeFacts, outer: readonly TypeShape[]): TypeShape {
  switch (facts.kind) {
    case 'again': return outer.at(-facts.out) ?? { kind: 'unknown', place: { file: '', start: 0, end: 0 } };
    case 'array': {
      const shape: TypeShape = { kind: 'array', place: facts.place, item: () => readType(facts.item, [...outer, shape]) };
      return shape;
    }
    case 'object': {
      const shape: TypeShape = { kind: 'object', place: facts.place, open: facts.open, fields: facts.fields.map(({ name, optional, place, type }) => ({ name, optional, place, type: () => readType(type, [...outer, shape]) })) };
      return shape;
    }
    case 'union': {
      const options: TypeShape[] = [];
      const shape: TypeShape = { kind: 'union', place: facts.place, options };
      options.push(...facts.options.map((option) => readType(option, [...outer, shape])));
      return shape;
    }
    default: return { kind: facts.kind, place: facts.place };
  }
}

function isSame(one: TypeShape, other: TypeShape): boolean {
  return one.kind === other.kind && one.place.file === other.place.file && one.place.start === other.place.start && one.place.end === other.place.end;
}

/** The value with the file of every place in it named anew. */
export function renameFiles(value: unknown, nameOf: (file: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => renameFiles(item, nameOf));
  if (typeof value !== 'object' || value === null) return value;
  if (isPlace(value)) return { file: nameOf(value.file), start: value.start, end: value.end };
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, renameFiles(item, nameOf)]));
}

function isPlace(value: object): value is Place {
  return 'file' in value && 'start' in value && 'end' in value && typeof value.file === 'string' && typeof value.start === 'number';
}
