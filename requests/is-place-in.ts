import type { Place } from './request-site.ts';

/** Whether a place lies in another, or is it. */
export function isPlaceIn(inner: Place, outer: Place): boolean {
  return inner.file === outer.file && outer.start <= inner.start && inner.end <= outer.end;
}
