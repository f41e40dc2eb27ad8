import type { Description, Operation } from './description.ts';
import { findTemplates, type TemplateMatch } from './find-templates.ts';
import { fitsSchema, type Fit } from './fits-schema.ts';
import type { PathPattern } from './path-pattern.ts';

/** What a description has for the path of a request. */
export interface PathMatch {
  /** Every operation, whatever its method, that the request can mean; the surest and most literal first. */
  readonly candidates: readonly Operation[];
  /** The operation that the request surely calls; null when that is open, unknown, or no operation takes the method. */
  readonly certain: Operation | null;
  /** The operations, whatever their method, of the path that the request surely has; empty when that is open or unknown. */
  readonly atPath: readonly Operation[];
}

interface Candidate extends TemplateMatch {
  readonly operation: Operation;
  readonly sure: boolean;
}

/**
 * Finds the operations that a request with this path and method can mean. Known text beats a parameter, from the left.
 * A hole that fills a segment surely fits a parameter, and only possibly known text or one of an enum's words.
 */
export function matchPath(description: Description, path: PathPattern, method: string | null): PathMatch {
  const all = findTemplates(description, path).flatMap((match) => fittingOperations(match)).sort(byRank);
  const sure = all.filter((candidate) => candidate.sure);
  const pool = sure.length > 0 ? sure : onlyPath(all);
  const certain = pool.find(({ operation }) => operation.method === method);
  const chosen = certain ?? pool[0];
  return {
    candidates: unique(all.map(({ operation }) => operation)),
    certain: certain?.operation ?? null,
    atPath: chosen === undefined ? [] : unique(pool.filter(({ template }) => template === chosen.template).map(({ operation }) => operation)),
  };
}

function fittingOperations(match: TemplateMatch): readonly Candidate[] {
  return match.template.operations.flatMap((operation) => {
    const fit = fitOf(operation, match);
    return fit === 'no' ? [] : [{ ...match, operation, sure: fit === 'yes' && !match.guessed && !match.spanned }];
  });
}

/** Whether the values in the path fit the operation's parameters. */
function fitOf(operation: Operation, { template, values }: TemplateMatch): Fit {
  let fit: Fit = 'yes';
  for (const [index, name] of template.names.entries()) {
    const parameter = operation.parameters.find((candidate) => candidate.location === 'path' && candidate.name === name);
    const value = values[index];
    if (parameter === undefined || value === undefined) continue;
    const one = fitsSchema(operation.description.document, parameter.schema, value);
    if (one === 'no') return 'no';
    if (one === 'maybe') fit = 'maybe';
  }
  return fit;
}

/** Where nothing is sure: the candidates of the one path that is possible, if no known text was guessed for it. */
function onlyPath(candidates: readonly Candidate[]): readonly Candidate[] {
  const [first] = candidates;
  const alone = candidates.every(({ guessed, spanned, template }) => template === first?.template && !guessed && !spanned);
  return alone ? candidates : [];
}

function byRank(left: Candidate, right: Candidate): number {
  if (left.sure !== right.sure) return left.sure ? -1 : 1;
  if (left.spanned !== right.spanned) return left.spanned ? 1 : -1;
  for (const [index, rank] of left.ranks.entries()) {
    const difference = rank - (right.ranks[index] ?? rank);
    if (difference !== 0) return difference;
  }
  return 0;
}

function unique<Item>(items: readonly Item[]): readonly Item[] {
  return [...new Set(items)];
}
