import type { ClientModel } from './client-model.ts';
import { joinValues } from './join.ts';
import { truthiness } from './operators.ts';
import type { Place } from './request-site.ts';
import type { Run } from './run.ts';
import { objectOf, recordOf } from './run.ts';
import { hole } from './text.ts';
import { crossAll } from './cross.ts';
import type { Value } from './value.ts';
import { isNullish, isUndefined, KNOWN_BY_TYPE, optionsOf, undefinedValue } from './value.ts';

/** A nested option: `timeout`, `options.device`. Later configurations win. */
export function find(run: Run, configs: readonly Value[], keys: readonly string[] | undefined): Value | null {
  for (const config of [...configs].reverse()) {
    for (const key of keys ?? []) {
      const value = option(run, config, key);
      if (value !== null && !isUndefined(value)) return value;
    }
  }
  return null;
}

/** The value under a name in a configuration; null when it surely has none. */
export function option(run: Run, config: Value, key: string): Value | null {
  const found = optionsOf(config).map((one): Value | null => {
    const record = recordOf(run, one);
    if (record === null) return one.k === 'hole' ? { k: 'hole', part: { ...one.part, words: [...one.part.words, key], optional: true } } : null;
    const [outer, ...inner] = key.split('.');
    if (inner.length > 0 && !record.props.has(key)) {
      const nested = option(run, one, outer ?? key);
      return nested === null || isNullish(nested) ? null : option(run, nested, inner.join('.'));
    }
    const prop = record.props.get(key);
    const crossed = one.k === 'ref' ? one.crossed : null;
    if (prop !== undefined) {
      const value = crossAll(prop.value, crossed);
      return prop.presence === 'always' ? value : joinValues([value, undefinedValue]);
    }
    return record.open === null || record.open === KNOWN_BY_TYPE ? null : { k: 'hole', part: { ...(record.openPart ?? hole('dynamic')), words: [...(record.openPart?.words ?? []), key], optional: true } };
  });
  if (found.every((value) => value === null)) return null;
  return joinValues(found.map((value) => value ?? undefinedValue));
}

export function isSet(run: Run, value: Value | null): boolean {
  if (value === null) return false;
  return optionsOf(value).every((one) => {
    if (one.k === 'hole') return one.part.crossed === null && one.part.optional !== true;
    return truthiness(run, one) === true;
  });
}

/**
 * The limits of time that options set. `open`: an option is given that cannot be read. `deadline`: where the time is set
 * that the whole answer has to be read in.
 */
export function timeLimitOf(run: Run, configs: readonly Value[], model: ClientModel): { set: boolean; open: boolean; deadline: Place | null; controllers: readonly number[] } {
  const keys = model.config;
  const timeout = find(run, configs, keys.timeout);
  const set = timeout !== null && optionsOf(timeout).some((one) => !isUndefined(one)) && isSetOrDefault(run, timeout);
  const signal = find(run, configs, keys.signal);
  const controllers = signal === null ? [] : optionsOf(signal).flatMap((one) => (one.k === 'ref' ? [one.id, ...signalsOf(run, one)] : []));
  const isOff = timeout !== null && optionsOf(timeout).every((one) => one.k === 'prim' && (one.value === false || one.value === 0));
  const open = (model.timesOut === true && !isOff) || (keys.timeout === undefined && keys.signal === undefined) || [timeout, signal].some((value) => value !== null && optionsOf(value).some((one) => one.k === 'hole'));
  return { set, open, deadline: (signal === null ? null : deadlineOf(run, signal)) ?? deadlineIn(run, configs, model), controllers };
}

/** Where `AbortSignal.timeout` is called for a signal; null when it may be another. */
function deadlineOf(run: Run, signal: Value): Place | null {
  const object = objectOf(run, signal);
  if (object?.t !== 'controller') return null;
  if (object.deadline !== undefined) return object.deadline;
  for (const inner of object.signals) {
    const found = deadlineOf(run, inner);
    if (found !== null) return found;
  }
  return null;
}

/** Where an option is written that limits the time of the whole answer. */
function deadlineIn(run: Run, configs: readonly Value[], { deadline, config }: ClientModel): Place | null {
  if (deadline === undefined) return null;
  for (const written of [...configs].reverse()) {
    const record = recordOf(run, written);
    for (const key of config.timeout ?? []) {
      const prop = record?.props.get(key);
      if (prop?.presence !== 'always') continue;
      const { value } = prop;
      if (value.k === 'prim') return deadline.itself === true && typeof value.value === 'number' && value.value > 0 ? prop.entryPlace ?? prop.place : null;
      const inner = recordOf(run, value);
      const field = (deadline.fields ?? []).map((name) => inner?.props.get(name)).find((one) => one?.presence === 'always' && isSet(run, one.value));
      return field?.entryPlace ?? field?.place ?? null;
    }
  }
  return null;
}

/** A number, or an unknown number with a known default beside it. */
function isSetOrDefault(run: Run, value: Value): boolean {
  const options = optionsOf(value);
  if (isSet(run, value)) return true;
  const known = options.filter((one) => one.k !== 'hole');
  return known.length > 0 && known.every((one) => truthiness(run, one) === true) && options.every((one) => one.k !== 'hole' || one.part.reason === 'parameter');
}

function signalsOf(run: Run, value: Value): readonly number[] {
  const object = objectOf(run, value);
  return object?.t === 'controller' ? object.signals.flatMap((signal) => optionsOf(signal).flatMap((one) => (one.k === 'ref' ? [one.id, ...signalsOf(run, one)] : []))) : [];
}

export function turnsThrowsOff(run: Run, config: Value, keys: ClientModel['config']): boolean {
  return (keys.forgives ?? []).some((key) => {
    const value = option(run, config, key);
    return value !== null && truthiness(run, value) === true;
  }) || (keys.throws ?? []).some((key) => {
    const value = option(run, config, key);
    if (value === null) return false;
    if (value.k === 'fn') {
      const { body } = value.node;
      return body?.type === 'Literal' && body.value === true;
    }
    return truthiness(run, value) === false && !isUndefined(value);
  });
}
