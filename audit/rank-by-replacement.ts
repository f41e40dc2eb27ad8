import { findOperation } from '../spec/find-operation.ts';
import { suggestPaths } from '../spec/suggest-paths.ts';
import { nameRequest } from './report/words.ts';
import { placesOf } from './listed-request.ts';
import type { Operation } from '../spec/description.ts';
import type { ListedRequest } from './listed-request.ts';
import type { Signal } from './rank-operations.ts';

/** Operations in whose place the code sends what the documents do not have, no longer have, or have with another method. */
export function createReplacementSignal(requests: readonly ListedRequest[]): Signal {
  const byOperation = new Map<Operation, Map<string, ListedRequest[]>>();
  for (const listed of requests) {
    const words = describe(listed);
    if (words === null) continue;
    for (const operation of counterpartsOf(listed)) {
      const reasons = byOperation.get(operation) ?? new Map<string, ListedRequest[]>();
      byOperation.set(operation, reasons);
      reasons.set(words, [...(reasons.get(words) ?? []), listed]);
    }
  }
  return (operation) => [...(byOperation.get(operation) ?? [])].slice(0, 1).map(([text, sites]) => ({ signal: 'replaces', share: 1, text, sites: placesOf(sites) }));
}

/** The documented operations that are meant. */
function counterpartsOf({ judged }: ListedRequest): readonly Operation[] {
  const { atPath, description, operation, pattern, site, standing } = judged;
  if (description === null || pattern === null) return [];
  if (standing === 'wrong-method') return atPath.filter((other) => other.standing === 'documented' && (other.method === (operation?.methodVariant?.of ?? other.method)));
  if (standing === 'unknown') {
    // one that differs a little is meant; of several, none is sure to be
    const near = suggestPaths(description, pattern, site.method).filter((other) => other.method === site.method);
    return near.length === 1 ? near : [];
  }
  if (operation === null || standing === 'documented') return [];
  const equal = operation.documentedEqual === null ? null : findOperation(description, operation.documentedEqual);
  const { replacedBy } = operation;
  const replacement = replacedBy === null ? null : findOperation(description, `${replacedBy.method} ${replacedBy.path}`);
  return [equal, replacement].filter((other) => other !== null);
}

function describe({ judged: { operation, site, standing }, request }: ListedRequest): string | null {
  const sent = operation?.label ?? nameRequest(request);
  switch (standing) {
    case 'wrong-method': return `The code sends ${site.method ?? 'another method'} to this path.`;
    case 'undocumented': return `The code sends ${sent} in its place, which is not documented.`;
    case 'retired': return `The code sends ${sent} in its place, which is retired.`;
    case 'unknown': return `The code sends ${sent}, which the description does not have; this is the nearest it has.`;
    default: return null;
  }
}
