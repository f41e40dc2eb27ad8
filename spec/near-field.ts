import { distance } from 'fastest-levenshtein';
import type { Description, Schema } from './description.ts';
import { shapeOf } from './schema-shape.ts';
import type { Shape } from './schema-shape.ts';

/** How a program uses a field: it looks into it, or takes it as it is. */
export type FieldUse = 'container' | 'value';

/**
 * The field of an open object that a name is surely a slip for. An open object may have fields that nobody described, so
 * only this counts: another case, or one letter wrong (two in long names), the first letter being right. Names that
 * differ by a number or a plural may both exist; so may `guid` and `Guid`, unless they are used alike. `others`: names
 * described at the same place elsewhere, which are no slips.
 */
export function nearField(document: unknown, name: string, shape: Shape, others: ReadonlySet<string>, use: FieldUse): string | null {
  if (others.has(name)) return null;
  const slips = [...shape.fields].filter(([field, schemas]) => isSlip(name, field) || (isOtherInitial(name, field) && isUsedAs(document, schemas, use)));
  const [only] = slips;
  return only !== undefined && slips.length === 1 ? only[0] : null;
}

function isSlip(name: string, field: string): boolean {
  if (!sameInitial(name, field) || isVariant(name, field)) return false;
  if (fold(name) === fold(field)) return true;
  const length = Math.min(name.length, field.length);
  if (isSwap(name, field)) return length >= 4;
  const far = distance(name, field);
  return far === 1 ? length >= 5 : far === 2 && length >= 9;
}

function fold(name: string): string {
  return name.toLowerCase().replace(/[-_]/g, '');
}

/** `title1` and `title2`, `tag` and `tags`. */
function isVariant(a: string, b: string): boolean {
  const bare = (name: string): string => name.replace(/\d+|e?s$/g, '');
  return bare(a) === bare(b);
}

/** Two neighbours changed places: `titel`. */
function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a.charAt(at) === b.charAt(at)) at++;
  return at < a.length && a.charAt(at) === b.charAt(at + 1) && a.charAt(at + 1) === b.charAt(at) && a.slice(at + 2) === b.slice(at + 2);
}

function sameInitial(a: string, b: string): boolean {
  return a.slice(0, 1) === b.slice(0, 1);
}

function isOtherInitial(name: string, field: string): boolean {
  return !sameInitial(name, field) && name.toLowerCase() === field.toLowerCase();
}

function isUsedAs(document: unknown, schemas: readonly Schema[], use: FieldUse): boolean {
  const { types } = shapeOf(document, schemas);
  if (types === null || schemas.length === 0) return false;
  const isContainer = types.has('object') || types.has('array');
  return use === 'container' ? isContainer : !isContainer;
}

const knownFields = new WeakMap<Description, ReadonlyMap<string, ReadonlySet<string>>>();
const NONE: ReadonlySet<string> = new Set();
const MAX_DEPTH = 10;

/** All fields that a description's responses have, in any operation, in the objects under a name (`''`: in the whole body). */
export function fieldsUnder(description: Description, parent: string): ReadonlySet<string> {
  let fields = knownFields.get(description);
  if (fields === undefined) knownFields.set(description, (fields = collectFields(description)));
  return fields.get(parent) ?? NONE;
}

function collectFields({ document, operations }: Description): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const seen = new Map<string, Set<Shape>>();
  const collect = (parent: string, schema: Schema, depth: number): void => {
    const shape = shapeOf(document, [schema]);
    const before = seen.get(parent) ?? new Set();
    if (depth > MAX_DEPTH || before.has(shape)) return;
    seen.set(parent, before.add(shape));
    const names = found.get(parent) ?? new Set();
    found.set(parent, names);
    for (const [name, inner] of shape.fields) {
      names.add(name);
      for (const one of inner) collect(name, one, depth + 1);
    }
    for (const item of shape.items ?? []) collect(parent, item, depth + 1);
  };
  for (const { responses } of operations) {
    for (const { content } of Object.values(responses)) {
      for (const { schema } of Object.values(content ?? {})) if (schema !== undefined) collect('', schema, 0);
    }
  }
  return found;
}
