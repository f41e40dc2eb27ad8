import type { Given } from './client-arguments.ts';
import type { ClientModel } from './client-model.ts';
import { find } from './client-options.ts';
import { crossAll } from './cross.ts';
import { readFields } from './read-fields.ts';
import type { Run } from './run.ts';
import { listOf, recordOf } from './run.ts';
import type { RawDatum, SentBody } from './send.ts';
import { expandAlternatives } from './text.ts';
import { toParts } from './to-parts.ts';
import type { Value } from './value.ts';
import { isNullish, isUndefined, optionsOf } from './value.ts';

/** What a call gives as body; null when it surely gives none. */
export function readBody(run: Run, model: ClientModel, given: Given, configs: readonly Value[]): SentBody | null {
  const keys = model.config;
  const json = find(run, configs, keys.json);
  const form = find(run, configs, keys.form);
  const value = json ?? form ?? given.body ?? find(run, configs, keys.body);
  if (value === null || isNullish(value) || (value.k === 'prim' && typeof value.value === 'boolean')) return null;
  const record = recordOf(run, value);
  const inner = value.k === 'hole' ? value.part.json : undefined;
  const source = inner ?? value;
  const fields = recordOf(run, source) === null ? null : readFields(run, [], source, { flavor: 'body', model, method: null });
  const isObject = record?.flavor === 'object' || listOf(run, value) !== null;
  const kind = json !== null || inner !== undefined ? 'json' as const : form !== null || record?.flavor === 'params' ? 'form' as const : record?.flavor === 'form' ? 'multipart' as const
    : record !== null && model.response !== 'fetch' ? 'json' as const : value.k === 'text' ? 'text' as const : 'unknown' as const;
  const isText = inner !== undefined || value.k === 'text';
  return {
    kind, fields, place: record?.place ?? null,
    data: kind === 'json' ? readData(run, source, 0) : null,
    ownType: json !== null || (kind === 'json' && isObject) ? 'application/json' : kind === 'form' ? 'application/x-www-form-urlencoded' : kind === 'multipart' ? 'multipart/form-data' : isText ? model.textType ?? null : null,
  };
}

const MAX_DEPTH = 6;
const UNKNOWN: RawDatum = { type: null, text: null, fields: null, open: true, items: null };

/** A value as JSON has it: each alternative that is known. */
function readData(run: Run, value: Value, depth: number): readonly RawDatum[] {
  return optionsOf(value).flatMap((option) => (isUndefined(option) ? [] : readOne(run, option, depth)));
}

function readOne(run: Run, value: Value, depth: number): readonly RawDatum[] {
  if (depth > MAX_DEPTH) return [UNKNOWN];
  switch (value.k) {
    case 'text': return (expandAlternatives(value.parts) ?? [null]).map((text) => (text === null ? { ...UNKNOWN, type: 'string' } : { ...UNKNOWN, type: 'string', text }));
    case 'prim': {
      if (value.value === null) return [{ ...UNKNOWN, type: 'null' }];
      return typeof value.value === 'number' || typeof value.value === 'boolean' ? [{ ...UNKNOWN, type: typeof value.value === 'number' ? 'number' : 'boolean', text: toParts(run, value) }] : [UNKNOWN];
    }
    case 'hole': {
      // an optional value may be null, a text that is parsed may be anything
      const { type, optional } = value.part;
      return [optional === true || type === undefined ? UNKNOWN : { ...UNKNOWN, type, text: [value.part] }];
    }
    case 'ref': return readObject(run, value, value.crossed, depth);
    default: return [UNKNOWN];
  }
}

function readObject(run: Run, value: Value, crossed: Parameters<typeof crossAll>[1], depth: number): readonly RawDatum[] {
  const list = listOf(run, value);
  if (list !== null) {
    const items = list.items.flatMap((item) => readData(run, crossAll(item.value, crossed), depth + 1));
    return [{ ...UNKNOWN, type: 'array', items, open: list.rest !== null || list.items.some(({ presence }) => presence === 'maybe') }];
  }
  const record = recordOf(run, value);
  // what an instance of a class becomes is for its `toJSON` to say
  if (record?.flavor !== 'object' || record.info !== null) return [UNKNOWN];
  const fields = [...record.props.values()].flatMap((prop) => {
    const inner = crossAll(prop.value, crossed);
    const options = optionsOf(inner);
    const values = prop.getter === undefined ? readData(run, inner, depth + 1) : [UNKNOWN];
    if (values.length === 0 || inner.k === 'fn') return [];
    const isSure = prop.presence === 'always' && !options.some((one) => isUndefined(one) || one.k === 'fn' || (one.k === 'hole' && one.part.optional === true));
    return [{ name: prop.name, presence: isSure ? 'always' as const : 'maybe' as const, values, place: prop.place }];
  });
  return [{ ...UNKNOWN, type: 'object', fields, open: record.open !== null }];
}
