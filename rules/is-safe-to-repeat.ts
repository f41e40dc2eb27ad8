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

/**
 * Why a program is not to repeat an operation by itself when it fails; null when it may, after any failure that passes.
 * Stricter than `reasonNotToRepeat`: what is safe under a condition alone needs somebody who knows that it holds.
 */
export function reasonAgainstRetry(operation: Operation): string | null {
  const { retry, method, methodVariant } = operation;
  if (operation.stream) return 'It is a stream or a download, which would begin anew.';
  if (methodVariant !== null) {
    const meant = methodVariant.slip ? null : operation.description.operations.find((other) => other.path === operation.path && other.method === methodVariant.of);
    return meant === undefined || meant === null ? 'The description does not say that it may be repeated.' : reasonAgainstRetry(meant);
  }
  if (retry === 'yes') return null;
  if (retry !== null) return retry === 'no' ? reasonNotToRepeat(operation) ?? 'The description says not to repeat it.' : `The description allows a repeat on a condition: ${retry}.`;
  return reasonNotToRepeat(operation) ?? (REPEATABLE.has(method) ? null : 'The description does not say that it may be repeated.');
}

/** Methods that HTTP itself calls idempotent. */
const REPEATABLE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE']);

const told = new WeakMap<Operation['description'], boolean>();

/** Whether the description tells of its operations which are idempotent: one that is left out is then not known to be. */
function tellsIdempotency({ description }: Operation): boolean {
  const known = told.get(description);
  if (known !== undefined) return known;
  const tells = description.operations.some(({ idempotency }) => idempotency !== null);
  told.set(description, tells);
  return tells;
}
