import type { ResponseRead } from '../requests/request-site.ts';
import { nearestName } from '../spec/nearest-name.ts';
import { fieldsUnder, nearField } from '../spec/near-field.ts';
import { failureSchemas, responseSchemas } from '../spec/response-schemas.ts';
import { shapeOf } from '../spec/schema-shape.ts';
import type { Schema } from '../spec/description.ts';
import type { FieldUse } from '../spec/near-field.ts';
import type { JsonType, Shape } from '../spec/schema-shape.ts';
import type { AttributedRequest } from './judge-request.ts';

/** Why a read gives nothing. */
export type ReadFault =
  /** `near`: the field that was meant, where that is sure; `known`: the fields that there are. */
  | { readonly kind: 'unknown'; readonly near: string | null; readonly known: readonly string[]; readonly closed: boolean }
  /** What is read from is a list, whose items have the fields; or a plain value, which has none. */
  | { readonly kind: 'list' | 'plain'; readonly types: readonly JsonType[] };

/**
 * Holds a field that the code reads from a JSON body against the responses of the operation. null: it may be there, or
 * nothing is known. Objects that may have more fields than are described are faulted for certain slips only.
 */
export function judgeRead(request: AttributedRequest, read: ResponseRead): ReadFault | null {
  const { operation, description, site } = request;
  const name = read.path.at(-1);
  if (operation === null || name === undefined || name === '[]') return null;
  const shape = shapeAround(request, responseSchemas(operation), read.path);
  if (shape === null) return null;

  // where a failure is not thrown, what is read may be a field of its body
  const ofFailure = site.handling.status === 'thrown' ? null : shapeAround(request, failureSchemas(operation), read.path);
  if (ofFailure?.fields.has(name) === true) return null;
  if (shape.types !== null && !shape.types.has('object')) return judgePlain(shape.types, name);
  if (shape.fields.has(name) || (shape.fields.size === 0 && !shape.closed) || shape.others !== null || name in Object.prototype) return null;
  const known = [...shape.fields.keys()];
  if (shape.closed) return { kind: 'unknown', near: nearestName(name, known), known, closed: true };
  const parent = read.path.slice(0, -1).findLast((key) => key !== '[]') ?? '';
  const near = nearField(description.document, name, shape, fieldsUnder(description, parent), useOf(request, read));
  return near === null ? null : { kind: 'unknown', near, known, closed: false };
}

/** Reads a field under its name in XML; the one that JSON has, or null where there may be such a field. `''`: it has none. */
export function judgeXmlRead(request: AttributedRequest, { path }: ResponseRead): string | null {
  const name = path.at(-1) ?? '';
  const shape = request.operation === null ? null : shapeAround(request, responseSchemas(request.operation), path);
  if (shape === null || shape.fields.has(name)) return null;
  if (/^(?:\$|\$\$|_attributes|_text|_cdata|#text|@_.*)$/.test(name)) return '';
  const wanted = request.description.xmlNames.get(name);
  return wanted !== undefined && shape.fields.has(wanted) ? wanted : null;
}

/** What is described of the object that the last field of a path is read from; null when nothing is. */
function shapeAround({ description: { document } }: AttributedRequest, body: readonly Schema[], path: readonly string[]): Shape | null {
  let schemas = body;
  for (const key of path.slice(0, -1)) {
    if (schemas.length === 0) return null;
    const shape = shapeOf(document, schemas);
    schemas = key === '[]' ? shape.items ?? [] : shape.fields.get(key) ?? shape.others ?? [];
  }
  return schemas.length === 0 ? null : shapeOf(document, schemas);
}

/** Whether the code looks into what it reads. */
function useOf({ site }: AttributedRequest, { path }: ResponseRead): FieldUse {
  const isDeeper = site.response.reads.some((other) => other.path.length > path.length && path.every((key, i) => key === other.path[i]));
  return isDeeper ? 'container' : 'value';
}

const MEMBERS: readonly (readonly [JsonType, object])[] = [
  ['array', Array.prototype], ['string', String.prototype], ['number', Number.prototype], ['integer', Number.prototype], ['boolean', Boolean.prototype],
];

function judgePlain(types: ReadonlySet<JsonType>, name: string): ReadFault | null {
  if (MEMBERS.some(([type, prototype]) => types.has(type) && name in prototype)) return null;
  const [only, ...others] = [...types].filter((type) => type !== 'null');
  if (only === undefined) return null;
  return { kind: only === 'array' && others.length === 0 ? 'list' : 'plain', types: [only, ...others] };
}

/** A path of fields as messages print it: `MediaContainer.Metadata[].title`. */
export function printFieldPath(path: readonly string[]): string {
  return path.join('.').replaceAll('.[]', '[]');
}
