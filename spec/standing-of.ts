import type { Standing } from './description.ts';
import type { PathMatch } from './match-path.ts';

/**
 * How a request stands to its description. `wrong-method`: a documented path is sent another method, be it one that
 * servers are known to take. `unknown`: the description has no such path, or has it as undocumented and with other
 * methods only. `unresolved`: holes leave open which operation it is.
 */
export type RequestStanding = Standing | 'wrong-method' | 'unknown' | 'unresolved';

/** The standing of a request whose path was matched. */
export function standingOf({ atPath, candidates, certain }: PathMatch, method: string | null): RequestStanding {
  if (certain !== null) return certain.methodVariant === null ? certain.standing : 'wrong-method';
  if (candidates.length === 0) return 'unknown';
  if (atPath.length === 0 || method === null) return 'unresolved';
  return atPath.some(({ standing }) => standing !== 'undocumented') ? 'wrong-method' : 'unknown';
}
