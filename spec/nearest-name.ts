import { distance } from 'fastest-levenshtein';

/**
 * The known name that was most likely meant: equal but for case, `_` and `-`, or at most two letters off (one for names
 * of up to four letters). null when none is near, or when the name is known.
 */
export function nearestName(name: string, known: Iterable<string>): string | null {
  const bare = simplify(name);
  const limit = bare.length <= 4 ? 1 : 2;
  let best: string | null = null;
  let bestDistance = limit + 1;
  for (const candidate of known) {
    if (candidate === name) return null;
    const other = simplify(candidate);
    if (Math.abs(other.length - bare.length) > limit) continue;
    const far = distance(bare, other);
    if (far < bestDistance) {
      best = candidate;
      bestDistance = far;
    }
  }
  return best;
}

function simplify(name: string): string {
  return name.toLowerCase().replace(/[-_]/g, '');
}
