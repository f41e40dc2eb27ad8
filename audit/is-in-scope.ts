import { isEndpoint } from '../rules/allow-list.ts';
import type { Operation } from '../spec/description.ts';
import type { OutOfScope } from './define-config.ts';

/** Whether the app may ever mean to call an operation: whether nothing of what is out of scope is true of it. */
export function isInScope({ description, tags, security, method, path }: Operation, scope: OutOfScope): boolean {
  const scopes = scope.scopes ?? [];
  const needsScope = security.length > 0 && security.every((requirement) => Object.values(requirement).flat().some((name) => scopes.includes(name)));
  const isLeftOut = scope.descriptions?.includes(description.name) === true
    || tags.some((tag) => scope.tags?.includes(tag) === true)
    || scope.operations?.some((entry) => isEndpoint(entry, method, path)) === true;
  return !needsScope && !isLeftOut;
}
