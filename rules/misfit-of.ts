import { findMisfits, isMistypedWord } from '../spec/find-misfits.ts';
import type { PathMisfit } from '../spec/find-misfits.ts';
import type { AttributedRequest } from './judge-request.ts';

const known = new WeakMap<AttributedRequest, PathMisfit | null>();

/**
 * The value that keeps a request from being one of the operation whose form its path has. null where the path fits, or
 * has the form of none, or a mistyped word explains it better.
 */
export function misfitOf(request: AttributedRequest): PathMisfit | null {
  const before = known.get(request);
  if (before !== undefined) return before;
  const misfit = findMisfit(request);
  known.set(request, misfit);
  return misfit;
}

function findMisfit({ atPath, description, pattern, site, standing }: AttributedRequest): PathMisfit | null {
  if (standing !== 'unknown' || atPath.length > 0 || pattern === null) return null;
  const misfits = findMisfits(description, pattern, site.method);
  return misfits.some((misfit) => isMistypedWord(description, pattern, misfit)) ? null : (misfits[0] ?? null);
}
