import type { Place } from '../requests/request-site.ts';
import type { JudgedRequest } from '../rules/judge-request.ts';

/**
 * Without the sends in wrappers whose path a caller gives: what they send is listed where the path is known. A file by
 * itself cannot tell that there are callers; the audit sees them all.
 */
export function leaveWrappersOut(requests: readonly JudgedRequest[]): readonly JudgedRequest[] {
  const answered = new Set<string>();
  for (const { site } of requests) {
    if (site.path === null) continue;
    for (const { place } of site.via) answered.add(keyOf(place, site.send));
  }
  return requests.filter(({ site }) => site.path !== null || !answered.has(keyOf(site.frame, site.send)));
}

function keyOf(frame: Place, send: Place): string {
  return [frame, send].map(({ file, start, end }) => `${file}:${String(start)}:${String(end)}`).join(' ');
}
