import type { Operation } from '../spec/description.ts';
import type { JudgedRequest } from './judge-request.ts';

/** The operation by which servers take the request's method beside the documented one; null when it is none. */
export function methodVariantOf({ atPath, site }: JudgedRequest): Operation | null {
  const here = atPath.filter(({ method }) => method === site.method);
  const variant = here.find((operation) => operation.methodVariant !== null);
  return variant !== undefined && here.every((operation) => operation.methodVariant !== null) ? variant : null;
}

/** The operations at the request's path that are no variants: what should be sent instead. */
export function servedOperations({ atPath }: JudgedRequest): readonly Operation[] {
  return atPath.filter((operation) => operation.methodVariant === null && operation.standing !== 'retired');
}
