import type { Description, Operation, Parameter } from './description.ts';
import { findTemplates } from './find-templates.ts';
import { fitsSchema } from './fits-schema.ts';
import type { PathPattern, PathSegment } from './path-pattern.ts';

/** A value in a path that its parameter does not take. */
export interface PathMisfit {
  readonly operation: Operation;
  readonly parameter: Parameter;
  readonly value: PathSegment;
}

/** Why a path that has the form of an operation is none of it: the values that do not fit, the most literal path first. */
export function findMisfits(description: Description, path: PathPattern, method: string | null): readonly PathMisfit[] {
  return findTemplates(description, path)
    .filter(({ guessed, spanned }) => !guessed && !spanned)
    .flatMap(({ template, values }) => template.operations.flatMap((operation) => {
      if (method !== null && operation.method !== method) return [];
      return template.names.flatMap((name, index) => {
        const parameter = operation.parameters.find((candidate) => candidate.location === 'path' && candidate.name === name);
        const value = values[index];
        if (parameter === undefined || value === undefined) return [];
        return fitsSchema(description.document, parameter.schema, value) === 'no' ? [{ operation, parameter, value }] : [];
      });
    }));
}
