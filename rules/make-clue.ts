import type { Description } from '../spec/description.ts';

/** The expression for the descriptions of the last call: they are the same for all files of a run, but for settings. */
let last: { readonly descriptions: readonly Description[]; readonly clue: RegExp } | null = null;

/** Whether a text has any sign of a described API, so that reading its requests is worth the time. */
export function hasClue(text: string, descriptions: readonly Description[]): boolean {
  if (last?.descriptions.length !== descriptions.length || !last.descriptions.every((known, i) => known === descriptions[i])) {
    last = { descriptions, clue: makeClue(descriptions) };
  }
  return last.clue.test(text);
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
