import { propertyNames, requiredNames } from '../spec/find-property.ts';
import type { Operation } from '../spec/description.ts';
import type { ParameterFact } from './audit-sections.ts';

/**
 * What an operation takes, in the description's order: its parameters, then the fields of its body. Patterns of names
 * (`field.value`) are no names.
 */
export function listParameters(operation: Operation): readonly ParameterFact[] {
  const parameters = operation.parameters.filter(({ placeholder }) => !placeholder).map(({ name, location, required }) => ({ name, location, required }));
  const fields = bodyFields(operation).filter(({ name }) => !parameters.some((parameter) => parameter.name === name));
  return [...parameters, ...fields];
}

function bodyFields({ description: { document }, requestBody }: Operation): readonly ParameterFact[] {
  const fields = new Map<string, ParameterFact>();
  for (const { schema } of Object.values(requestBody?.content ?? {})) {
    if (schema === undefined) continue;
    const required = requestBody?.required === true ? requiredNames(document, [schema]) : [];
    for (const name of propertyNames(document, [schema])) {
      if (!fields.has(name)) fields.set(name, { name, location: 'body', required: required.includes(name) });
    }
  }
  return [...fields.values()];
}
