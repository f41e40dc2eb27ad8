import { groupBy } from '../rules/group-by.ts';
import type { Place } from '../requests/request-site.ts';

/** Things that have a place in common, in the order in which the places come first; what has none is left out. */
export function groupByPlace<T>(items: readonly T[], placeOf: (item: T) => Place | null): readonly (readonly T[])[] {
  return [...groupBy(items, (item) => {
    const place = placeOf(item);
    return place === null ? null : `${place.file}:${String(place.start)}:${String(place.end)}`;
  }).values()];
}
