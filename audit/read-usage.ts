import type { Description, Operation } from '../spec/description.ts';

/** By how many public clients an operation is used, and in which form. */
export interface Usage {
  readonly clients: number;
  /** The operation itself, or its form that is used most: with another method, or under another path that does the same. */
  readonly as: Operation;
}

/** The use of an operation in its most used form; null when none is known. */
export function readUsage(operation: Operation): Usage | null {
  const forms = [operation, ...(formsOf(operation.description).get(operation.label) ?? [])];
  const known = forms.flatMap((as) => (as.usage === null ? [] : [{ clients: as.usage.clients, as }]));
  return known.sort((a, b) => b.clients - a.clients)[0] ?? null;
}

const known = new WeakMap<Description, ReadonlyMap<string, readonly Operation[]>>();

/** The other forms of operations, by label. */
function formsOf(description: Description): ReadonlyMap<string, readonly Operation[]> {
  const before = known.get(description);
  if (before !== undefined) return before;
  const forms = new Map<string, Operation[]>();
  for (const operation of description.operations) {
    const label = operation.methodVariant === null ? operation.documentedEqual : `${operation.methodVariant.of} ${operation.path}`;
    if (label !== null) forms.set(label, [...(forms.get(label) ?? []), operation]);
  }
  known.set(description, forms);
  return forms;
}
