import type { Description, Operation, Parameter } from './description.ts';
import { findTemplates } from './find-templates.ts';
import { fitsSchema } from './fits-schema.ts';
import { literalText } from './match-segment.ts';
import { nearestName } from './nearest-name.ts';
import { splitSegments, type PathPattern, type PathSegment } from './path-pattern.ts';
import { parameterNames, parseTemplate } from './segment-template.ts';

/** A value in a path that its parameter does not take. */
export interface PathMisfit {
  readonly operation: Operation;
  readonly parameter: Parameter;
  readonly value: PathSegment;
}

/** Whether a value that does not fit is rather a mistyped word of another path: `/sections/al` means `/sections/all`. */
export function isMistypedWord(description: Description, path: PathPattern, { operation, parameter, value }: PathMisfit): boolean {
  const text = literalText(value);
  if (text === null) return false;
  const segments = splitSegments(path);
  const at = parseTemplate(operation.path).findIndex((segment) => parameterNames([segment]).includes(parameter.name));
  const words = description.operations.flatMap((other) => {
    const template = parseTemplate(other.path);
    const word = template[at];
    const isAlike = template.length === segments.length && template.every((segment, index) => index === at || segment.kind !== 'literal' || literalText(segments[index] ?? []) === segment.text);
    return word?.kind === 'literal' && isAlike ? [word.text] : [];
  });
  return nearestName(text, words) !== null;
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
