import { needsAllScopes } from './is-in-scope.ts';
import { listParameters } from './list-parameters.ts';
import { locateInDocument } from './locate-in-document.ts';
import { nameOperation, tagOf } from './name-operation.ts';
import type { Description, Operation, SecurityRequirement } from '../spec/description.ts';
import type { MissingOperation, MissingTag } from './audit-sections.ts';

/** The operations that no request sends, that are wanted and not retired, by description and tag, both in the document's order. */
export function listMissing(descriptions: readonly Description[], isSent: (operation: Operation) => boolean, isWanted: (operation: Operation) => boolean): readonly MissingTag[] {
  return descriptions.flatMap((description) => {
    const byTag = new Map<string, Operation[]>();
    for (const operation of description.operations) {
      if (operation.standing === 'retired' || isSent(operation) || !isWanted(operation)) continue;
      byTag.set(tagOf(operation), [...(byTag.get(tagOf(operation)) ?? []), operation]);
    }
    return [...byTag].map(([tag, operations]) => ({ description: description.name, tag, operations: operations.map(describeMissing) }));
  });
}

function describeMissing(operation: Operation): MissingOperation {
  return {
    ...nameOperation(operation),
    parameters: listParameters(operation),
    body: Object.keys(operation.requestBody?.content ?? {}),
    security: operation.secured ? operation.security.map((requirement) => printRequirement(requirement, operation.description)) : [],
    at: locateInDocument(operation.description, operation.pointer),
  };
}

/** `user_token (shared user or admin)`, `key and signature`. */
function printRequirement(requirement: SecurityRequirement, description: Description): string {
  return Object.entries(requirement).map(([name, scopes]) => (scopes.length === 0 ? name : `${name} (${scopes.join(needsAllScopes(description, name) ? ' and ' : ' or ')})`)).join(' and ');
}
