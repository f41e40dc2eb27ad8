import type { Schema } from './description.ts';
import { viewSchema } from './view-schema.ts';

/** What schemas say of a property. `open`: it is not listed, and others may be there; `closed`: it is surely not taken. */
export interface PropertyFact {
  readonly listed: 'yes' | 'open' | 'closed';
  /** What its value must be, all of them; empty when nothing is said, or when alternatives differ. */
  readonly schemas: readonly Schema[];
}

const MOST = 8;

/** Finds a property in schemas that hold together, in their `allOf`, and in alternatives of which any may have it. */
export function findProperty(document: unknown, schemas: readonly Schema[], name: string, depth = 0): PropertyFact {
  if (depth > MOST) return { listed: 'open', schemas: [] };
  const facts = schemas.map((schema): PropertyFact => {
    const view = viewSchema(document, schema);
    const own = view.properties.get(name);
    if (own !== undefined) return { listed: 'yes', schemas: own };
    const inside = view.alternatives?.map((alternative) => findProperty(document, [alternative], name, depth + 1)) ?? [];
    const having = inside.filter(({ listed }) => listed === 'yes');
    const [only] = having;
    if (only !== undefined) return having.length === 1 && inside.every(({ listed }) => listed !== 'open') ? only : { listed: 'yes', schemas: [] };
    const isClosed = view.closed || (inside.length > 0 && inside.every(({ listed }) => listed === 'closed'));
    return isClosed ? { listed: 'closed', schemas: [] } : { listed: 'open', schemas: view.others === null ? [] : [view.others] };
  });
  const listing = facts.filter(({ listed }) => listed === 'yes');
  if (listing.length > 0) return { listed: 'yes', schemas: listing.flatMap((fact) => fact.schemas) };
  if (facts.some(({ listed }) => listed === 'closed')) return { listed: 'closed', schemas: [] };
  return { listed: 'open', schemas: facts.flatMap((fact) => fact.schemas) };
}

/** The names of all properties that schemas list, those of alternatives included. */
export function propertyNames(document: unknown, schemas: readonly Schema[], depth = 0): readonly string[] {
  if (depth > MOST) return [];
  return [...new Set(schemas.flatMap((schema) => {
    const view = viewSchema(document, schema);
    return [...view.properties.keys(), ...(view.alternatives === null ? [] : propertyNames(document, view.alternatives, depth + 1))];
  }))];
}

/** The properties without which a value surely fits none of the schemas' alternatives. */
export function requiredNames(document: unknown, schemas: readonly Schema[], depth = 0): readonly string[] {
  if (depth > MOST) return [];
  return [...new Set(schemas.flatMap((schema) => {
    const view = viewSchema(document, schema);
    const [first, ...others] = view.alternatives?.map((alternative) => requiredNames(document, [alternative], depth + 1)) ?? [];
    return [...view.required, ...(first?.filter((name) => others.every((names) => names.includes(name))) ?? [])];
  }))];
}
