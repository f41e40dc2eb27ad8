import { findProperty } from '../spec/find-property.ts';
import { viewSchema } from '../spec/view-schema.ts';
import type { OpenAPIV3_1 } from 'openapi-types';
import type { Operation, Schema } from '../spec/description.ts';
import type { JudgedRequest } from './judge-request.ts';

/** Whether the code surely reads a list of the answer: one of its items, or a field that the description says is a list. */
export function isListRead({ operation, site }: JudgedRequest): boolean {
  return site.response.reads.some(({ path }) => path.includes('[]') || (operation !== null && isList(operation, path)) || (site.response.format === 'xml' && isElement(operation, path)));
}

/** In parsed XML: a child of the root that the description has under no name, and that is no bag of attributes. */
function isElement(operation: Operation | null, [, name, ...inner]: readonly string[]): boolean {
  return name !== undefined && inner.length === 0 && /^[A-Z]/.test(name) && operation !== null;
}

function isList(operation: Operation, path: readonly string[]): boolean {
  const { document } = operation.description;
  return Object.entries(operation.responses).some(([status, response]) => {
    const schema = status.startsWith('2') ? schemaOf(response) : null;
    if (schema === null) return false;
    let schemas: readonly Schema[] = [schema];
    for (const name of path) schemas = findProperty(document, schemas, name).schemas;
    return schemas.some((found) => viewSchema(document, found).types?.includes('array') === true);
  });
}

/** The schema of the only kind of body, or of the first. */
function schemaOf({ content }: OpenAPIV3_1.ResponseObject): Schema | null {
  return Object.values(content ?? {})[0]?.schema ?? null;
}
