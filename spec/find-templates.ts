import type { Description } from './description.ts';
import { canBe, literalText, matchMixed, wholeHole } from './match-segment.ts';
import { splitSegments, type PathHole, type PathPattern, type PathSegment } from './path-pattern.ts';
import { pathTrieOf, type PathNode, type PathTemplate } from './path-trie.ts';
import { parameterNamesIn, type MixedPart } from './segment-template.ts';

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
  /** A hole that may hold slashes was used. */
  readonly spanned: boolean;
}

type Token =
  | { readonly kind: 'segment'; readonly segment: PathSegment }
  /** Any number of segments. */
  | { readonly kind: 'any' }
  /** This one segment, or the tokens that follow, `skip` of them. */
  | { readonly kind: 'either'; readonly segment: PathSegment; readonly skip: number };

interface Search {
  readonly tokens: readonly Token[];
  readonly found: TemplateMatch[];
  /** The places where the search has been since a hole that may hold slashes. */
  readonly seen: Map<PathNode, Set<number>>;
}

interface Step {
  readonly at: number;
  /** A hole has held a number of segments that is not known, so that the values behind it are not known to be at their places. */
  readonly loose: boolean;
  readonly values: readonly PathSegment[];
  readonly ranks: readonly number[];
  readonly guessed: boolean;
  /** The last guess was made beside a parameter that takes anything, and nothing known has spoken for it since. */
  readonly risky: boolean;
  readonly spanned: boolean;
}

/** Nobody writes out a mere word for an identifier: `/metadata/${id}/childs` is none of `/metadata/augmentations/{augmentationId}`. */
const WORD = /^[A-Za-z]+$/;

const START: Step = { at: 0, loose: false, values: [], ranks: [], guessed: false, risky: false, spanned: false };
const ANY: PathHole = { hole: true, spans: 'segment' };

/** All templates of a description whose form the path can have. Visits each place of the tree once for each segment. */
export function findTemplates(description: Description, path: PathPattern): readonly TemplateMatch[] {
  const found: TemplateMatch[] = [];
  for (const rest of withoutBasePaths(splitSegments(path), description.basePaths)) {
    walk(pathTrieOf(description), START, { tokens: rest.flatMap(tokensOf), found, seen: new Map() });
  }
  return found;
}

/** The path behind each base path of a server that it starts with; as it is when there is none. */
function withoutBasePaths(segments: readonly PathSegment[], basePaths: readonly string[]): readonly (readonly PathSegment[])[] {
  const prefixes = basePaths.map((path) => path.split('/').filter((text) => text !== '')).filter((prefix) => prefix.length > 0);
  const fitting = prefixes.filter((prefix) => prefix.every((text, index) => literalText(segments[index] ?? []) === text));
  return fitting.length === 0 ? [segments] : fitting.map((prefix) => segments.slice(prefix.length));
}

function tokensOf(segment: PathSegment): readonly Token[] {
  const spans = (part: string | PathHole): boolean => typeof part === 'object' && part.spans === 'segments';
  const first = segment.findIndex(spans);
  if (first === -1) return [{ kind: 'segment', segment }];
  const before = segment.slice(0, first);
  const behind = segment.slice(segment.findLastIndex(spans) + 1);
  const more: Token[] = [
    ...(before.length === 0 ? [] : [{ kind: 'segment', segment: [...before, ANY] } as const]),
    { kind: 'any' },
    ...(behind.length === 0 ? [] : [{ kind: 'segment', segment: [ANY, ...behind] } as const]),
  ];
  return more.length === 1 ? more : [{ kind: 'either', segment, skip: more.length }, ...more];
}

function walk(node: PathNode, step: Step, search: Search): void {
  if (step.spanned && !isNew(node, step.at, search)) return;
  const token = search.tokens[step.at];
  switch (token?.kind) {
    case undefined:
      for (const template of node.templates) search.found.push({ ...step, values: template.names.map((_, index) => step.values[index] ?? [ANY]), template });
      return;
    case 'segment':
      walkSegment(node, token.segment, step, search);
      return;
    case 'either':
      walkSegment(node, token.segment, { ...step, at: step.at + token.skip, spanned: true }, search);
      walk(node, { ...step, at: step.at + 1, spanned: true }, search);
      return;
    case 'any': {
      const inside = { ...step, guessed: true, loose: true, spanned: true };
      walk(node, { ...inside, at: step.at + 1 }, search);
      for (const child of childrenOf(node)) walk(child, { ...inside, ranks: [...step.ranks, PARAMETER] }, search);
    }
  }
}

function isNew(node: PathNode, at: number, { seen }: Search): boolean {
  const places = seen.get(node) ?? new Set();
  seen.set(node, places);
  if (places.has(at)) return false;
  places.add(at);
  return true;
}

function childrenOf(node: PathNode): readonly PathNode[] {
  return [...node.literals.values(), ...node.mixed.map((entry) => entry.node), ...(node.parameter === null ? [] : [node.parameter])];
}

function walkSegment(node: PathNode, segment: PathSegment, step: Step, search: Search): void {
  const text = literalText(segment);
  if (text === null) {
    for (const [literal, child] of node.literals) {
      if (canBe(segment, literal)) walk(child, { ...next(step, LITERAL, []), guessed: true, risky: step.risky || (node.takesAny && wholeHole(segment) !== null) }, search);
    }
  } else {
    const child = node.literals.get(text);
    if (child !== undefined) walk(child, { ...next(step, LITERAL, []), risky: false }, search);
  }
  for (const { node: child, parts } of node.mixed) walkMixed(child, parts, segment, step, search);
  if (node.parameter !== null && !(step.risky && node.takesAny && text !== null && WORD.test(text))) walk(node.parameter, next(step, PARAMETER, [segment]), search);
}

function walkMixed(child: PathNode, parts: readonly MixedPart[], segment: PathSegment, step: Step, search: Search): void {
  const { possible, values } = matchMixed(parts, segment);
  if (values !== null) walk(child, next(step, MIXED, values), search);
  else if (possible) walk(child, { ...next(step, MIXED, parameterNamesIn(parts).map(() => [ANY])), guessed: true }, search);
}

function next(step: Step, rank: number, values: readonly PathSegment[]): Step {
  return { ...step, at: step.at + 1, ranks: [...step.ranks, rank], values: step.loose ? step.values : [...step.values, ...values] };
}
