import type { Place } from '../requests/request-site.ts';

/** Things that have a place in common, in the order in which the places come first; what has none is left out. */
export function groupByPlace<T>(items: readonly T[], placeOf: (item: T) => Place | null): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const place = placeOf(item);
    if (place === null) continue;
    const key = `${place.file}:${String(place.start)}:${String(place.end)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}
