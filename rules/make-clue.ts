import { GENERIC } from '../spec/attribute-request.ts';
import type { Description } from '../spec/description.ts';

interface Clues {
  readonly descriptions: readonly Description[];
  readonly clue: RegExp;
  readonly faint: RegExp;
}

/** The expressions for the descriptions of the last call: they are the same for all files of a run, but for settings. */
let last: Clues | null = null;

/** Whether a text has any sign of a described API, so that reading its requests is worth the time. */
export function hasClue(text: string, descriptions: readonly Description[]): boolean {
  return cluesFor(descriptions).clue.test(text);
}

/** Whether a text has a path of one segment that a described API has: a sign only where an import speaks of the API. */
export function hasFaintClue(text: string, descriptions: readonly Description[]): boolean {
  return cluesFor(descriptions).faint.test(text);
}

function cluesFor(descriptions: readonly Description[]): Clues {
  if (last?.descriptions.length !== descriptions.length || !last.descriptions.every((known, i) => known === descriptions[i])) {
    last = { descriptions, clue: makeClue(descriptions), faint: makeFaintClue(descriptions) };
  }
  return last;
}

/**
 * One expression of what requests to these APIs are recognised by: their words, their hosts, and two successive
 * segments of a path. A single segment is no clue: `/search` and `/users` occur in half of all files.
 */
export function makeClue(descriptions: readonly Description[]): RegExp {
  const words = new Set<string>();
  for (const description of descriptions) {
    for (const word of description.attribution.words) words.add(word);
    for (const host of description.hosts) words.add(host.replaceAll('*', '').replace(/^[.:]+|[.:]+$/g, ''));
    for (const { path } of description.operations) for (const pair of segmentPairs(path)) words.add(pair);
  }
  const all = [...words].map((word) => word.toLowerCase()).filter((word) => word.length > 2);
  // A word that holds another is found by it.
  const shortest = all.filter((word) => !all.some((other) => other !== word && word.includes(other)));
  return new RegExp(shortest.length === 0 ? '(?!)' : shortest.map(clueSource).join('|'), 'i');
}

/** One expression of the first segments of paths, in quotes and behind a slash, without those that any application has. */
function makeFaintClue(descriptions: readonly Description[]): RegExp {
  const firsts = descriptions.flatMap(({ operations }) => operations.map(({ path }) => path.split('/')[1] ?? ''));
  const words = [...new Set(firsts)].filter((word) => /^[\w-]{3,}$/.test(word) && !GENERIC.has(word.toLowerCase()));
  return new RegExp(words.length === 0 ? '(?!)' : `[\'"\`}]/(?:${words.map(escapeRegExp).join('|')})[\'"\`/?]`);
}

/** Beginnings of English words that would end in a name: `complex`, `multiplex`, `duplex`. */
const NO_NAME = '(?<!com|multi|du|per|sim)';

function clueSource(word: string): string {
  return (/^\w/.test(word) && !word.includes('/') ? NO_NAME : '') + escapeRegExp(word);
}

/** `/library/sections/{id}/all` has `library/sections`; `/:/prefs` has `/:/`. The version of an API is no clue: `api/v2`. */
function segmentPairs(path: string): readonly string[] {
  const pairs: string[] = [];
  const segments = path.split('/').slice(1);
  for (const [i, segment] of segments.entries()) {
    const next = segments[i + 1];
    if (segment === ':') pairs.push('/:/');
    if (next === undefined || segment === ':' || next === ':' || !isLiteral(segment) || !isLiteral(next)) continue;
    if (!isVersion(segment) && !isVersion(next)) pairs.push(`${segment}/${next}`);
  }
  return pairs;
}

function isVersion(segment: string): boolean {
  return /^v\d+$/.test(segment);
}

function isLiteral(segment: string): boolean {
  return !segment.includes('{') && !segment.includes('*');
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
