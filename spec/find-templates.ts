import type { Description } from './description.ts';
import { canBe, literalText, matchMixed, wholeHole } from './match-segment.ts';
import { splitSegments, type PathHole, type PathPattern, type PathSegment } from './path-pattern.ts';
import { pathTrieOf, type PathNode, type PathTemplate } from './path-trie.ts';

/** How well one segment fits: lower is more literal. */
const LITERAL = 0;
const MIXED = 1;
const PARAMETER = 2;

/** A template whose form a path can have, the values of its parameters not yet looked at. */
export interface TemplateMatch {
  readonly template: PathTemplate;
  /** The value of each of `template.names`. */
  readonly values: readonly PathSegment[];
  /** For each segment, how literally it fits. */
  readonly ranks: readonly number[];
  /** A hole stands where the template has known text. */
  readonly guessed: boolean;
  /** A hole was taken for fewer or more than one segment. */
  readonly spanned: boolean;
}

interface State {
  readonly segments: readonly PathSegment[];
  readonly found: TemplateMatch[];
}

interface Step {
  readonly at: number;
  readonly values: readonly PathSegment[];
  readonly ranks: readonly number[];
  readonly guessed: boolean;
  readonly spanned: boolean;
}

const START: Step = { at: 0, values: [], ranks: [], guessed: false, spanned: false };

/** All templates of a description whose form the path can have. */
export function findTemplates(description: Description, path: PathPattern): readonly TemplateMatch[] {
  const found: TemplateMatch[] = [];
  const segments = splitSegments(path);
  for (const rest of withoutBasePaths(segments, description.basePaths)) walk(pathTrieOf(description), START, { segments: rest, found });
  return found;
}

/** The path as it is, and behind each base path of a server that it starts with. */
function withoutBasePaths(segments: readonly PathSegment[], basePaths: readonly string[]): readonly (readonly PathSegment[])[] {
  const prefixes = basePaths.map((path) => path.split('/').filter((text) => text !== '')).filter((prefix) => prefix.length > 0);
  const fitting = prefixes.filter((prefix) => prefix.every((text, index) => literalText(segments[index] ?? []) === text));
  return [...fitting.map((prefix) => segments.slice(prefix.length)), ...(fitting.length === 0 ? [segments] : [])];
}

function walk(node: PathNode, step: Step, state: State): void {
  const segment = state.segments[step.at];
  if (segment === undefined) {
    for (const template of node.templates) state.found.push({ ...step, template });
    return;
  }
  const text = literalText(segment);
  if (text === null) walkHoles(node, segment, step, state);
  else {
    const literal = node.literals.get(text);
    if (literal !== undefined) walk(literal, next(step, LITERAL, []), state);
    walkMixed(node, segment, step, state);
    if (node.parameter !== null) walk(node.parameter, next(step, PARAMETER, [segment]), state);
  }
}

function walkHoles(node: PathNode, segment: PathSegment, step: Step, state: State): void {
  for (const [text, child] of node.literals) {
    if (canBe(segment, text)) walk(child, { ...next(step, LITERAL, []), guessed: true }, state);
  }
  walkMixed(node, segment, step, state);
  if (node.parameter !== null) walk(node.parameter, next(step, PARAMETER, [segment]), state);
  const hole = spanningHole(segment);
  if (hole !== null) walkSpan(node, segment, hole, step, state);
}

function walkMixed(node: PathNode, segment: PathSegment, step: Step, state: State): void {
  for (const { node: child, parts } of node.mixed) {
    const { possible, values } = matchMixed(parts, segment);
    if (values !== null) walk(child, next(step, MIXED, values), state);
    else if (possible) walk(child, { ...next(step, MIXED, namesIn(parts).map(() => [ANY])), guessed: true }, state);
  }
}

const ANY: PathHole = { hole: true, spans: 'segment' };

function namesIn(parts: readonly (string | { readonly name: string | null })[]): readonly unknown[] {
  return parts.filter((part) => typeof part === 'object' && part.name !== null);
}

/** The hole of a segment that may hold slashes; null when there is none. */
function spanningHole(segment: PathSegment): PathHole | null {
  return segment.find((part) => typeof part === 'object' && part.spans === 'segments') as PathHole | undefined ?? null;
}

/** A hole that holds no segment at all, or more than one: what stands before it begins the first, what is behind ends the last. */
function walkSpan(node: PathNode, segment: PathSegment, hole: PathHole, step: Step, state: State): void {
  if (wholeHole(segment) !== null) walk(node, { ...step, at: step.at + 1, spanned: true, guessed: true }, state);
  const index = segment.indexOf(hole);
  const rest = state.segments.slice();
  rest.splice(step.at, 1, [...segment.slice(0, index), ANY], [{ ...hole }, ...segment.slice(index + 1)]);
  if (rest.length <= MAX_SEGMENTS) walk(node, { ...step, spanned: true }, { segments: rest, found: state.found });
}

/** No template is longer by far: bounds what a hole that may hold slashes is tried for. */
const MAX_SEGMENTS = 12;

function next(step: Step, rank: number, values: readonly PathSegment[]): Step {
  return { ...step, at: step.at + 1, ranks: [...step.ranks, rank], values: values.length === 0 ? step.values : [...step.values, ...values] };
}
