import type { Operation, Schema } from './description.ts';
import { findOperation } from './find-operation.ts';
import { isRecord } from './is-record.ts';

/**
 * The schemas that the JSON body of a success can have; of the operation itself, else of the one that has the same
 * response. Empty: nothing is said of the body, or one of the successes has a body of which nothing is said.
 */
export function responseSchemas(operation: Operation): readonly Schema[] {
  const own = successSchemas(operation);
  if (own.length > 0 || operation.responseOf === null) return own;
  const other = findOperation(operation.description, operation.responseOf);
  return other === null ? [] : successSchemas(other);
}

/** The schemas that the JSON body of a failure can have. */
export function failureSchemas(operation: Operation): readonly Schema[] {
  return jsonSchemas(operation, (status) => !isSuccess(status)).filter((schema) => schema !== null);
}

function successSchemas(operation: Operation): readonly Schema[] {
  const schemas = jsonSchemas(operation, isSuccess);
  return schemas.includes(null) ? [] : schemas.filter((schema) => schema !== null);
}

function isSuccess(status: string): boolean {
  return status.startsWith('2');
}

/** null for a JSON body of which nothing is said. */
function jsonSchemas({ responses }: Operation, wanted: (status: string) => boolean): readonly (Schema | null)[] {
  return Object.entries(responses).flatMap(([status, { content }]) => (wanted(status)
    ? Object.entries(content ?? {}).flatMap(([type, { schema }]) => (isJson(type) ? [isRecord(schema) ? schema : null] : []))
    : []));
}

/** `application/json`, `application/problem+json; charset=utf-8`. */
function isJson(type: string): boolean {
  return /[/+]json\s*(?:;|$)/i.test(type);
}
