import type { Operation, Parameter, ParameterLocation } from './description.ts';

/** The parameters of an operation that travel at one place. */
export function parametersOf(operation: Operation, location: ParameterLocation): readonly Parameter[] {
  return operation.parameters.filter((parameter) => parameter.location === location);
}
