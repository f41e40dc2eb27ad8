import { distance } from 'fastest-levenshtein';
import type { Description, Operation } from './description.ts';
import { literalText } from './match-segment.ts';
import { splitSegments, type PathPattern, type PathSegment } from './path-pattern.ts';
import { parseTemplate, type SegmentTemplate } from './segment-template.ts';

/** How much two paths may differ to be suggested: about one mistyped segment, or one too many or too few. */
const LIMIT = 1;
const MOST = 3;

const templates = new WeakMap<Operation, readonly SegmentTemplate[]>();

/**
 * The operations whose paths are nearest to one that the description does not have, best first, at most three paths;
 * of each path the one with the method, or the first.
 */
export function suggestPaths(description: Description, path: PathPattern, method: string | null): readonly Operation[] {
  const segments = splitSegments(path);
  const best = new Map<string, { readonly operation: Operation; readonly cost: number }>();
  for (const operation of description.operations) {
    const cost = costOf(segments, templateOf(operation)) + (operation.method === method ? 0 : 0.01) + (operation.standing === 'documented' ? 0 : 0.02);
    const known = best.get(operation.path);
    if (cost <= LIMIT + 0.1 && (known === undefined || cost < known.cost)) best.set(operation.path, { operation, cost });
  }
  return [...best.values()].sort((left, right) => left.cost - right.cost).slice(0, MOST).map(({ operation }) => operation);
}

function templateOf(operation: Operation): readonly SegmentTemplate[] {
  let template = templates.get(operation);
  if (template === undefined) templates.set(operation, (template = parseTemplate(operation.path)));
  return template;
}

/** The cost of turning a path into a template, segment by segment. */
function costOf(segments: readonly PathSegment[], template: readonly SegmentTemplate[]): number {
  if (Math.abs(segments.length - template.length) > 1) return Infinity;
  let row = template.map((_, index) => index + 1);
  row.unshift(0);
  for (const [index, segment] of segments.entries()) {
    const following = [index + 1];
    for (const [at, wanted] of template.entries()) {
      const replace = (row[at] ?? 0) + differenceOf(segment, wanted);
      following.push(Math.min(replace, (row[at + 1] ?? 0) + 1, (following[at] ?? 0) + 1));
    }
    row = following;
  }
  return row.at(-1) ?? Infinity;
}

/** 0 for equal segments, up to 2 for those that have nothing in common. */
function differenceOf(segment: PathSegment, template: SegmentTemplate): number {
  const text = literalText(segment);
  if (template.kind !== 'literal') return text === null || /^\d+$/.test(text) ? 0 : 1.5;
  if (text === null) return 1.5;
  const far = distance(text.toLowerCase(), template.text.toLowerCase()) / Math.max(text.length, template.text.length);
  return far > 0.5 ? 2 : far;
}
