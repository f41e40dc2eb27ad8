import { isEndpoint } from '../rules/allow-list.ts';
import { matchHost } from '../spec/match-host.ts';
import type { Description, Operation, SecurityRequirement } from '../spec/description.ts';
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
  const hosts = description.hosts.map((host) => scope.hosts?.find((entry) => isHost(entry, host)));
  const [host] = hosts;
  if (host !== undefined && !hosts.includes(undefined)) return `host ${host}`;
  const tag = tags.find((name) => scope.tags?.includes(name) === true);
  if (tag !== undefined) return `tag ${tag}`;
  const needed = security.map((requirement) => findScope(requirement, description, scope.scopes ?? []));
  const [first] = needed;
  if (typeof first === 'string' && !needed.includes(null)) return `scope ${first}`;
  const entry = scope.operations?.find((endpoint) => isEndpoint(endpoint, method, path));
  return entry === undefined ? null : `operation ${entry}`;
}

/** Whether an entry stands for a host of a description, which may have `*` in it itself. */
function isHost(entry: string, host: string): boolean {
  return entry === host || (!host.includes('*') && matchHost(host, entry));
}

/** Which of some scopes a requirement cannot do without; null: none. */
function findScope(requirement: SecurityRequirement, description: Description, scopes: readonly string[]): string | null {
  for (const [scheme, names] of Object.entries(requirement)) {
    const [first] = names.filter((name) => scopes.includes(name));
    if (first !== undefined && (needsAllScopes(description, scheme) || names.every((name) => scopes.includes(name)))) return first;
  }
  return null;
}

/**
 * Whether a security scheme asks for every scope that an operation lists, as OAuth 2 does. Roles of other schemes, which
 * OpenAPI leaves to those who write them, are those of which one is enough.
 */
export function needsAllScopes({ document }: Description, scheme: string): boolean {
  const written = document.components?.securitySchemes?.[scheme];
  return written !== undefined && 'type' in written && (written.type === 'oauth2' || written.type === 'openIdConnect');
}
