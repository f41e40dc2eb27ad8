import { list, record, text } from './api-operation.ts';
import type { ApiOperation, Json } from './api-operation.ts';

/** The segments of an operation's path and of its other names, each as an expression. */
const templates = new WeakMap<ApiOperation, readonly (readonly RegExp[])[]>();

/** Whether a path can be one of the operation. What is not known (`null`) fits parameters, and whatever else it may be. */
export function fitsPath(operation: ApiOperation, segments: readonly (string | null)[]): boolean {
  return templatesOf(operation).some((wanted) => {
    const given = segments.at(-1) === '' && segments.length > wanted.length ? segments.slice(0, -1) : segments;
    return wanted.length === given.length && wanted.every((segment, i) => {
      const piece = given[i] ?? null;
      return piece === null || segment.test(piece);
    });
  });
}

function templatesOf(operation: ApiOperation): readonly (readonly RegExp[])[] {
  let known = templates.get(operation);
  if (known === undefined) {
    const paths = [operation.path, ...list(operation.written['x-plex-path-aliases']).map(String)];
    known = paths.map((path) => path.split('/').slice(1).map((segment) => new RegExp(`^${segmentSource(operation, segment)}$`)));
    templates.set(operation, known);
  }
  return known;
}

/** The operations of a document, of any method, that a path can be one of. */
export function operationsAt(operation: ApiOperation, segments: readonly (string | null)[]): readonly ApiOperation[] {
  return operation.all().filter((other) => fitsPath(other, segments));
}

/** Whether a path can be one of any API that the operation's could be taken for. */
export function isKnownPath(operation: ApiOperation, segments: readonly (string | null)[]): boolean {
  return operation.everywhere().some((other) => (operation.server === null || other.server === operation.server) && fitsPath(other, segments));
}

function segmentSource(operation: ApiOperation, template: string): string {
  return template.split(/(\{[^}]*\}|\*)/).map((piece) => {
    if (piece === '*') return '[^/]*';
    if (!piece.startsWith('{')) return escape(piece);
    const parameter = operation.parameters.find(({ name, location }) => location === 'path' && name === piece.slice(1, -1));
    return `(?:${sourceOf(parameter?.schema ?? {})})`;
  }).join('');
}

function sourceOf(schema: Json): string {
  const values = list(schema.enum);
  if (values.length > 0) return values.map((value) => escape(String(value))).join('|');
  const alternatives = list(schema.oneOf ?? schema.anyOf).map((each) => sourceOf(record(each)));
  if (alternatives.length > 0) return alternatives.join('|');
  if (schema.type === 'array') {
    const item = sourceOf(record(schema.items));
    return `(?:${item})(?:,(?:${item}))*`;
  }
  if (schema.type === 'integer') return '-?\\d+';
  if (schema.type === 'number') return '-?\\d+(?:\\.\\d+)?';
  return text(schema.pattern)?.replace(/^\^|\$$/g, '') ?? '[^/]+';
}

function escape(source: string): string {
  return source.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
