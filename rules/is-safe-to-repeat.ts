import type { Operation } from '../spec/description.ts';

/** Why an operation must not be sent a second time when the fate of the first is unknown; null when it may be. */
export function reasonNotToRepeat(operation: Operation): string | null {
  const { idempotency, retry, method } = operation;
  if (idempotency === 'non-idempotent') return 'The description says that it is not idempotent.';
  if (idempotency !== null) return null;
  if (retry !== null) return retry === 'no' ? 'The description says not to repeat it.' : null;
  if (method === 'POST' || method === 'PATCH') return `A ${method} is not idempotent, unless the description says so.`;
  return method === 'PUT' && tellsIdempotency(operation) ? 'The description does not say that it is idempotent.' : null;
}

const told = new WeakMap<Operation['description'], boolean>();

/** Whether the description tells of its operations which are idempotent: one that is left out is then not known to be. */
function tellsIdempotency({ description }: Operation): boolean {
  const known = told.get(description);
  if (known !== undefined) return known;
  const tells = description.operations.some(({ idempotency }) => idempotency !== null);
  told.set(description, tells);
  return tells;
}
