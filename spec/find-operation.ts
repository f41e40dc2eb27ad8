import type { Description, Operation } from './description.ts';

/** The operation with a label (`GET /identity`), as `documentedEqual` and `responseOf` name one; null when there is none. */
export function findOperation(description: Description, label: string): Operation | null {
  return description.operations.find((operation) => operation.label === label) ?? null;
}
