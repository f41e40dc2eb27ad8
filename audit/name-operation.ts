import type { Operation } from '../spec/description.ts';
import type { NamedOperation } from './audit-sections.ts';

const UNTAGGED = 'Other';

/** The tag that an operation counts under: its first. */
export function tagOf({ tags }: Operation): string {
  return tags[0] ?? UNTAGGED;
}

/** An operation as every section of the report names it. */
export function nameOperation(operation: Operation): NamedOperation {
  const { description, label, method, path, standing, summary } = operation;
  return { description: description.name, operation: label, method, path, tag: tagOf(operation), summary, standing };
}
