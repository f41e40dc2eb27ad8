import { option } from './client-options.ts';
import type { ClientModel } from './client-model.ts';
import { describeUnknown } from './object-literals.ts';
import type { Run } from './run.ts';
import { listOf, objectOf, property } from './run.ts';
import type { Fields } from './send.ts';
import { literalOf, textOf } from './text.ts';
import type { ListStyle } from './request-site.ts';
import { crossAll } from './cross.ts';
import { toParts } from './to-parts.ts';
import { cutAt } from './urls.ts';
import { parseQuery } from './parse-query.ts';
import { joinValues } from './join.ts';
import type { Prop, RecordObject, RefValue, Value } from './value.ts';
import { holeValue, isNullish, isUndefined, optionsOf } from './value.ts';

interface How {
  readonly flavor: 'headers' | 'query' | 'body';
  readonly model: ClientModel;
  /** Tells which of axios' per-method headers apply. */
  readonly method: string | null;
}

const METHOD_GROUPS = new Set(['common', 'get', 'post', 'put', 'delete', 'patch', 'head']);

/** The named values that a request sends: what configurations give under these keys, later ones over earlier, then `direct`. */
export function readFields(run: Run, configs: readonly (readonly [Value, readonly string[] | undefined])[], direct: Value | null, how: How): Fields {
  let fields: Fields = { props: [], open: null, container: null };
  let before: Value | null = null;
  for (const [config, keys] of configs) {
    for (const key of keys ?? []) {
      const value = option(run, config, key);
      if (value === null || isNullish(value)) continue;
      // clients differ in whether a URLSearchParams adds to what was there, or replaces it
      if (how.flavor === 'query' && before !== null && !(isObject(run, before) && isObject(run, value))) fields = { ...fields, props: fields.props.map((prop) => ({ ...prop, presence: 'maybe' })) };
      before = value;
      fields = over(fields, fieldsOf(run, value, how), how, how.flavor === 'headers' && how.model.replacesHeaders === true);
    }
  }
  return direct === null || isNullish(direct) ? fields : over(fields, fieldsOf(run, direct, how), how, false);
}

function isObject(run: Run, value: Value): boolean {
  return optionsOf(value).every((one) => { const object = objectOf(run, one); return one.k === 'hole' || isNullish(one) || (object?.t === 'record' && object.flavor === 'object'); });
}

function keyFor(name: string, how: How): string {
  return how.flavor === 'headers' ? name.toLowerCase() : name;
}

function over(under: Fields, upper: Fields, how: How, replaces: boolean): Fields {
  if (replaces) return upper;
  const props = new Map(under.props.map((prop) => [keyFor(prop.name, how), prop]));
  for (const prop of upper.props) {
    const before = props.get(keyFor(prop.name, how));
    props.set(keyFor(prop.name, how), prop.presence === 'always' || before === undefined ? prop : { ...prop, presence: before.presence, value: joinValues([before.value, prop.value]) });
  }
  return { props: [...props.values()], open: under.open ?? upper.open, container: upper.container ?? under.container };
}

/** The named values of one value, whatever it is: an object, Headers, pairs, a query text. */
export function fieldsOf(run: Run, value: Value, how: How): Fields {
  const options = optionsOf(value);
  if (options.length > 1) {
    const all = options.map((one) => (isNullish(one) ? { props: [], open: null, container: null } : fieldsOf(run, one, how)));
    return all.reduce((a, b) => either(a, b, how));
  }
  if (value.k === 'promise') return fieldsOf(run, value.value, how);
  const object = objectOf(run, value);
  if (value.k === 'ref' && object?.t === 'record') return recordFields(run, value, object, how);
  if (value.k === 'ref' && object?.t === 'list') return pairFields(run, value);
  if (value.k === 'text') {
    const parts = toParts(run, value);
    const { after } = cutAt(parts, '?');
    const parsed = parseQuery(after ?? parts);
    return { props: parsed.props, open: parsed.open, container: null };
  }
  if (value.k === 'hole' && value.part.undeclared === true) return { props: [], open: null, container: null };
  if (value.k === 'hole' && value.part.optional === true && value.part.reason === 'dynamic' && value.part.words.length === 0) return { props: [], open: null, container: null };
  return { props: [], open: value.k === 'hole' ? describeUnknown(value.part.words) : 'a value that is not followed', container: null };
}

function either(a: Fields, b: Fields, how: How): Fields {
  const right = new Map(b.props.map((prop) => [keyFor(prop.name, how), prop]));
  const props = a.props.map((prop) => {
    const other = right.get(keyFor(prop.name, how));
    right.delete(keyFor(prop.name, how));
    return other === undefined ? { ...prop, presence: 'maybe' as const }
      : { ...prop, value: joinValues([prop.value, other.value]), presence: prop.presence === 'always' && other.presence === 'always' ? 'always' as const : 'maybe' as const };
  });
  return { props: [...props, ...[...right.values()].map((prop) => ({ ...prop, presence: 'maybe' as const }))], open: a.open ?? b.open, container: a.container ?? b.container };
}

function recordFields(run: Run, ref: RefValue, record: RecordObject, how: How): Fields {
  let nested: Fields = { props: [], open: null, container: null };
  const props: Prop[] = [];
  for (const prop of record.props.values()) {
    const value = crossAll(prop.value, ref.crossed);
    const inner = objectOf(run, value);
    if (how.flavor === 'headers' && METHOD_GROUPS.has(prop.name) && inner?.t === 'record') {
      if (prop.name === 'common' || prop.name.toUpperCase() === how.method) nested = over(nested, { ...fieldsOf(run, value, how), container: null }, how, false);
      continue;
    }
    if (how.flavor === 'query' && inner?.t === 'record' && record.flavor === 'object') {
      // nested objects are written `name[key]=`
      for (const deep of inner.props.values()) props.push({ ...deep, name: `${prop.name}[${deep.name}]`, presence: prop.presence === 'always' ? deep.presence : 'maybe' });
      continue;
    }
    if (how.flavor === 'query' && inner?.t === 'list') {
      props.push(listProp(run, prop, value, record.flavor === 'object' ? how.model.lists ?? 'unknown' : 'comma'));
      continue;
    }
    const sent = presenceOf(value, prop, how);
    if (sent !== null) props.push({ ...prop, value, presence: sent });
  }
  const container = record.place === null ? null : { kind: record.flavor === 'object' ? 'object' as const : 'call' as const, place: record.place };
  return over(nested, { props, open: record.open, container }, how, false);
}

/** A list among query values: its items are the alternatives of the value. */
function listProp(run: Run, prop: Prop, list: Value, style: ListStyle): Prop {
  if (style === 'comma') return { ...prop, value: textOf(toParts(run, list)), list: style };
  const { items: written, rest } = listOf(run, list) ?? { items: [], rest: null };
  const crossed = list.k === 'ref' ? list.crossed : null;
  const items = [...written.map(({ value }) => value), ...(rest === null ? [] : [rest])].map((value) => crossAll(value, crossed));
  const isSent = written.some(({ presence }) => presence === 'always');
  return { ...prop, value: items.length === 0 ? holeValue('dynamic') : joinValues(items), presence: isSent ? prop.presence : 'maybe', list: style };
}

/** Clients that drop undefined values do not send them; null when the entry is never sent. */
function presenceOf(value: Value, prop: Prop, { flavor, model }: How): Prop['presence'] | null {
  if (flavor === 'body' || model.dropsUndefined !== true) return isUndefined(value) && flavor === 'headers' ? null : prop.presence;
  const options = optionsOf(value);
  const dropped = options.filter((one) => isUndefined(one) || (one.k === 'prim' && one.value === null));
  if (dropped.length === options.length) return null;
  return dropped.length > 0 || (flavor === 'query' && options.some((one) => one.k === 'hole' && one.part.optional === true)) ? 'maybe' : prop.presence;
}

/** `[['X-Plex-Token', token], …]`. */
function pairFields(run: Run, ref: RefValue): Fields {
  const list = listOf(run, ref);
  const props: Prop[] = [];
  let open: string | null = list?.rest === null ? null : 'a list that is not wholly known';
  for (const item of list?.items ?? []) {
    const pair = listOf(run, item.value);
    const name = pair?.items[0] === undefined ? null : literalOf(pair.items[0].value);
    const value = pair?.items[1]?.value;
    if (name === null || value === undefined) open = 'a pair that is not known';
    else props.push(property(name, crossAll(value, ref.crossed), { presence: item.presence }));
  }
  return { props, open, container: null };
}
