import { isPlaceIn } from '../requests/is-place-in.ts';
import type { Place, RequestSite } from '../requests/request-site.ts';
import type { JudgedRequest } from '../rules/judge-request.ts';

/**
 * Without the sends in wrappers whose path a caller gives: what they send is listed where the path is known. A file by
 * itself cannot tell that there are callers; the audit sees them all.
 */
export function leaveWrappersOut(requests: readonly JudgedRequest[]): readonly JudgedRequest[] {
  const known = new Map<string, RequestSite[]>();
  for (const { site } of requests) {
    if (site.path !== null && site.via.length > 0) known.set(keyOf(site.send), [...(known.get(keyOf(site.send)) ?? []), site]);
  }
  return requests.filter(({ site }) => site.path !== null || !(known.get(keyOf(site.send)) ?? []).some((other) => answers(other, site)));
}

/**
 * Whether a request goes through the function in which another has no path: by name, or by a function written in it that
 * nothing in it calls, as the handler of a component or what a factory returns.
 */
function answers({ via, frame }: RequestSite, unknown: RequestSite): boolean {
  if (via.some(({ place }) => keyOf(place) === keyOf(unknown.frame))) return true;
  const isUncalled = unknown.via.every(({ call }) => call === undefined);
  return isUncalled && !isPlaceIn(frame, unknown.frame) && via.some(({ place }) => isPlaceIn(place, unknown.frame));
}

function keyOf({ file, start, end }: Place): string {
  return `${file}:${String(start)}:${String(end)}`;
}
