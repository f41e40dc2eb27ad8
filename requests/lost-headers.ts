import type { ClientModel } from './client-model.ts';
import { isPlaceIn } from './is-place-in.ts';
import { fieldsOf } from './read-fields.ts';
import type { LostEntry, Place } from './request-site.ts';
import type { Run } from './run.ts';
import { recordOf } from './run.ts';
import type { Fields } from './send.ts';
import type { Prop, Value } from './value.ts';
import { optionsOf } from './value.ts';

/**
 * The headers of configurations that were written and do not go out: those of an object that another one took the place
 * of, and single ones that a spread wrote over. What is sent after all, by whatever way, is not lost.
 */
export function findLostHeaders(run: Run, configs: readonly Value[], model: ClientModel, sent: Fields): readonly LostEntry[] {
  const names = new Set(sent.props.map(({ name }) => name.toLowerCase()));
  const lost: LostEntry[] = [];
  for (const config of configs.flatMap(optionsOf)) {
    for (const key of model.config.headers ?? []) {
      const prop = recordOf(run, config)?.props.get(key);
      if (prop !== undefined) lost.push(...lostObject(run, prop, model, { names, open: sent.open !== null }), ...lostSingly(run, prop.value));
    }
  }
  return lost;
}

/** `{ ...options, headers: { … } }` where the options surely have headers, or `{ headers: { … }, ...options }`. */
function lostObject(run: Run, { hides }: Prop, model: ClientModel, sent: { readonly names: ReadonlySet<string>; readonly open: boolean }): readonly LostEntry[] {
  if (hides === undefined || sent.open) return [];
  const { by, place, prop } = hides;
  const { props } = fieldsOf(run, prop.value, { flavor: 'headers', model, method: null });
  return props.flatMap(({ name, place: written, presence }) => (presence === 'always' && !sent.names.has(name.toLowerCase()) ? lostEntry(name, written, place, by) : []));
}

/** `{ Accept: …, ...others }` where the others, which no caller gives, surely have the header too. */
function lostSingly(run: Run, headers: Value): readonly LostEntry[] {
  const record = recordOf(run, headers);
  if (record === null || headers.k !== 'ref') return [];
  return [...record.props.values()].flatMap(({ hides, name, place, presence, value }) => {
    const isLost = hides?.by === 'spread' && presence === 'always' && !comesFromCaller(value) && isWithin(hides.prop.place, record.place) && !isWithin(place, record.place);
    return isLost ? lostEntry(name, hides.prop.place, hides.place, 'spread') : [];
  });
}

function lostEntry(name: string, place: Place | null, by: Place | null, how: LostEntry['how']): readonly LostEntry[] {
  return place === null || by === null ? [] : [{ name, place, by, how }];
}

function comesFromCaller(value: Value): boolean {
  return optionsOf(value).some((one) => {
    if (one.k === 'hole') return one.part.crossed !== null;
    if (one.k === 'text') return one.parts.some((part) => part.kind !== 'alt' && part.crossed !== null);
    return (one.k === 'ref' || one.k === 'prim') && one.crossed !== null && one.crossed !== undefined;
  });
}

function isWithin(inner: Place | null, outer: Place | null): boolean {
  return inner !== null && outer !== null && isPlaceIn(inner, outer);
}
