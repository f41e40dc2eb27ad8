import { isEndpoint } from '../rules/allow-list.ts';
import type { Operation } from '../spec/description.ts';
import type { LeftOutOfScope } from './audit-sections.ts';
import type { OutOfScope } from './define-config.ts';

/** Whether the app may ever mean to call an operation: whether nothing of what is out of scope is true of it. */
export function isInScope(operation: Operation, scope: OutOfScope): boolean {
  return whyOutOfScope(operation, scope) === null;
}

/** How many of some operations each entry of what is out of scope leaves out, by the first entry that does. */
export function countOutOfScope(operations: readonly Operation[], scope: OutOfScope): readonly LeftOutOfScope[] {
  const counts = new Map<string, number>();
  for (const operation of operations) {
    const by = whyOutOfScope(operation, scope);
    if (by !== null) counts.set(by, (counts.get(by) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([by, count]) => ({ by, operations: count }));
}

/** The entry that leaves an operation out, as `tag Butler`; null when none does. */
function whyOutOfScope({ description, tags, security, method, path }: Operation, scope: OutOfScope): string | null {
  if (scope.descriptions?.includes(description.name) === true) return `description ${description.name}`;
  const tag = tags.find((name) => scope.tags?.includes(name) === true);
  if (tag !== undefined) return `tag ${tag}`;
  const needed = security.map((requirement) => Object.values(requirement).flat().find((name) => scope.scopes?.includes(name) === true));
  const [first] = needed;
  if (first !== undefined && needed.every((name) => name !== undefined)) return `scope ${first}`;
  const entry = scope.operations?.find((endpoint) => isEndpoint(endpoint, method, path));
  return entry === undefined ? null : `operation ${entry}`;
}
