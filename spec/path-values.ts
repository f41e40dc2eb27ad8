import type { Operation, Parameter } from './description.ts';
import { findTemplates } from './find-templates.ts';
import type { PathPattern, PathSegment } from './path-pattern.ts';

/** What stands in a path for a parameter. */
export interface PathValue {
  readonly parameter: Parameter;
  readonly value: PathSegment;
}

/** What a path has for the parameters of the operation that it surely calls, from the left; empty when that cannot be told. */
export function pathValues(operation: Operation, path: PathPattern): readonly PathValue[] {
  const matches = findTemplates(operation.description, path).filter(({ guessed, spanned, template }) => !guessed && !spanned && template.operations.includes(operation));
  const [only, ...others] = matches;
  if (only === undefined || others.length > 0) return [];
  return only.template.names.flatMap((name, index) => {
    const parameter = operation.parameters.find((candidate) => candidate.location === 'path' && candidate.name === name);
    const value = only.values[index];
    return parameter === undefined || value === undefined ? [] : [{ parameter, value }];
  });
}
