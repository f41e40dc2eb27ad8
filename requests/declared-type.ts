import type { Place } from './request-site.ts';

/** A type that the program declares, as far as it says what JSON has: what it does not say is `unknown`. */
export type TypeShape = { readonly place: Place } & (
  | { readonly kind: 'string' | 'number' | 'boolean' | 'null' | 'undefined' | 'unknown' }
  | { readonly kind: 'array'; readonly item: () => TypeShape }
  /** `open`: it may have fields that are not listed, or some cannot be read. */
  | { readonly kind: 'object'; readonly fields: readonly TypeField[]; readonly open: boolean }
  | { readonly kind: 'union'; readonly options: readonly TypeShape[] }
);

/** A field of an object type. */
export interface TypeField {
  readonly name: string;
  /** Declared with `?`, or as optional by a validator. */
  readonly optional: boolean;
  /** Read when it is asked for: types may hold themselves. */
  readonly type: () => TypeShape;
  /** Where the name is written. */
  readonly place: Place;
}

/** A type that the program declares for the parsed body, or for a value in it. */
export interface DeclaredType {
  /** Where in the body: `['items', '[]']`; empty for all of it. */
  readonly path: readonly string[];
  /** Where the declaration is written: the annotation, the type argument, the schema of a validator. */
  readonly place: Place;
  readonly type: () => TypeShape;
}

/** A type of which nothing is known. */
export function unknownType(place: Place): TypeShape {
  return { kind: 'unknown', place };
}

/** What the items of a list type are. */
export function itemType(type: TypeShape): TypeShape {
  if (type.kind === 'array') return type.item();
  const lists = type.kind === 'union' ? type.options.filter((option) => option.kind === 'array') : [];
  const [only] = lists;
  return only?.kind === 'array' && lists.length === 1 ? only.item() : unknownType(type.place);
}

/** The values that are of one of some types; several unions become one. */
export function unionType(options: readonly TypeShape[], place: Place): TypeShape {
  const flat = options.flatMap((option) => (option.kind === 'union' ? option.options : [option]));
  const [only] = flat;
  return only !== undefined && flat.length === 1 ? only : { kind: 'union', options: flat, place };
}
