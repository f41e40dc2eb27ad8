import { isRecord } from '../spec/is-record.ts';
import type { Operation } from '../spec/description.ts';
import type { ListedRequest } from './listed-request.ts';
import type { Signal } from './rank-operations.ts';

/**
 * Changes that take fewer scopes than the API has in general: those that only an administrator may make, say. An app that
 * makes none of them is hardly about to begin. Where the description names no scopes, it has nothing to say.
 */
export function createPrivilegeSignal(implemented: ReadonlyMap<Operation, readonly ListedRequest[]>): Signal {
  const made = new Set([...implemented.keys()].flatMap((operation) => privilegeOf(operation) ?? []));
  return (operation) => {
    const privilege = privilegeOf(operation);
    if (privilege === null || made.has(privilege)) return [];
    return [{ signal: 'privileged', share: 1, text: `It is for ${privilege} alone, and the code changes nothing that is.`, sites: [] }];
  };
}

/** Who alone may make the change, by the scopes it takes; null for what is no change, and where everybody may who has a token. */
function privilegeOf({ description: { document }, method, security }: Operation): string | null {
  if (method === 'GET' || method === 'HEAD') return null;
  const own = scopesOf(security);
  const general = scopesOf(Array.isArray(document.security) ? document.security.filter(isRecord) : []);
  return own.length > 0 && own.length < general.length && own.every((scope) => general.includes(scope)) ? own.join(' or ') : null;
}

function scopesOf(requirements: readonly Readonly<Record<string, unknown>>[]): readonly string[] {
  return [...new Set(requirements.flatMap((requirement) => Object.values(requirement).flatMap((scopes) => (Array.isArray(scopes) ? scopes.filter((scope) => typeof scope === 'string') : []))))];
}
