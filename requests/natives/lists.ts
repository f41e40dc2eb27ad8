import { callValue, openEnded } from '../call.ts';
import { elementOf } from '../evaluate.ts';
import { noteEscape } from '../follow-failure.ts';
import { joinValues } from '../join.ts';
import { readStatus, truthiness } from '../operators.ts';
import { allocate, inFork, LIMITS, listOf, newList, within } from '../run.ts';
import type { Run } from '../run.ts';
import { joinInto } from '../state.ts';
import { parseQuery } from '../parse-query.ts';
import { alternative, concatParts, hole, literalOf, textOf } from '../text.ts';
import { crossAll } from '../cross.ts';
import { toParts } from '../to-parts.ts';
import type { ListItem, ListObject, Part, Parts, Prop, Value } from '../value.ts';
import { holeValue, optionsOf, primitive, undefinedValue } from '../value.ts';
import { argument } from './native.ts';
import type { NativeCall, NativeTable } from './native.ts';

/** The receiver as a list; one that is not known has elements that are not known. */
function receiver({ run, self }: NativeCall): ListObject {
  const lists = optionsOf(self).map((option) => {
    const list = listOf(run, option);
    if (list === null || option.k !== 'ref' || option.crossed === null) return list;
    const { crossed } = option;
    return { ...list, items: list.items.map((item) => ({ ...item, value: crossAll(item.value, crossed) })) };
  });
  const [only] = lists;
  if (lists.length === 1 && only !== null && only !== undefined) return only;
  return { t: 'list', items: [], rest: elementOf(run, self) };
}

/** A callback runs for this many items by themselves. */
const MAX_EACH = LIMITS.unroll * 4;

/** Calls a callback for each item: known ones one by one, the others once. */
function each(call: NativeCall, visit: (result: Value, item: ListItem) => void, callback: Value = argument(call, 0)): ListObject {
  const { run, node } = call;
  const list = receiver(call);
  const apply = (item: ListItem, index: Value): void => {
    const before = run.state;
    let result: Value = undefinedValue;
    const branch = inFork(run, () => {
      result = within(run, { kind: 'loop', depth: run.frames.length }, () => callValue(run, callback, [item.value, index, call.self], node, null));
    });
    joinInto(before, before, item.presence === 'always' ? [branch] : [before, branch]);
    visit(result, item);
  };
  const items = list.items.length > MAX_EACH ? list.items.slice(0, MAX_EACH) : list.items;
  items.forEach((item, i) => { apply(item, list.mixed === true ? holeValue('loop', ['index'], null, { type: 'number' }) : primitive(i)); });
  if (list.rest !== null || items.length < list.items.length) apply({ value: list.rest ?? joinValues(list.items.slice(items.length, items.length + 8).map((item) => item.value)), presence: 'maybe' }, holeValue('loop', ['index'], null, { type: 'number' }));
  return list;
}

function map(call: NativeCall): Value {
  const known = Math.min(receiver(call).items.length, MAX_EACH);
  const items: ListItem[] = [];
  const rest: Value[] = [];
  const list = each(call, (value, item) => {
    if (items.length < known) items.push({ value, presence: item.presence });
    else rest.push(value);
  });
  return allocate(call.run, { t: 'list', items, rest: list.rest === null && rest.length === 0 ? null : joinValues(rest), ...(list.mixed === true ? { mixed: true } : {}) });
}

function filter(call: NativeCall): Value {
  const items: ListItem[] = [];
  let rest: Value | null = null;
  const list = receiver(call);
  if (argument(call, 0).k === 'native') {
    // filter(Boolean)
    for (const item of list.items) {
      const kept = optionsOf(item.value).filter((option) => truthiness(call.run, option) !== false);
      if (kept.length === 0) continue;
      const sure = item.presence === 'always' && kept.length === optionsOf(item.value).length && kept.every((option) => option.k === 'hole' || truthiness(call.run, option) === true);
      items.push({ value: joinValues(kept), presence: sure ? 'always' : 'maybe' });
    }
    return allocate(call.run, { t: 'list', items, rest: list.rest });
  }
  each(call, (value, item) => {
    const keep = truthiness(call.run, value);
    if (keep === false) return;
    if (items.length < list.items.length && list.items.includes(item)) items.push({ value: item.value, presence: keep === true ? item.presence : 'maybe' });
    else rest = item.value;
  });
  return allocate(call.run, { t: 'list', items, rest: list.rest ?? rest });
}

function flatMap(call: NativeCall): Value {
  const values: Value[] = [];
  each(call, (value) => values.push(value));
  return flatten(call, values);
}

function flatten(call: NativeCall, values: readonly Value[]): Value {
  const items: ListItem[] = [];
  const others: Value[] = [];
  for (const value of values) {
    const list = listOf(call.run, value);
    // a list of a response, or that or another: `part.Stream ?? []`
    if (list === null && optionsOf(value).some(({ k }) => k === 'body')) others.push(elementOf(call.run, value));
    else if (list === null) items.push({ value, presence: 'always' });
    else {
      items.push(...list.items);
      if (list.rest !== null) others.push(list.rest);
    }
  }
  return allocate(call.run, { t: 'list', items, rest: others.length === 0 ? null : joinValues(others) });
}

/** `name=value` texts put together with `&`: named values, as long as each text is one. */
function joinedFields(run: Run, list: ListObject): Part | null {
  const props: Prop[] = [];
  for (const item of list.items) {
    const parsed = parseQuery(toParts(run, item.value));
    const [prop] = parsed.props;
    if (prop === undefined || parsed.props.length > 1 || parsed.open !== null) return null;
    props.push(item.presence === 'always' ? prop : { ...prop, presence: 'maybe' });
  }
  if (props.length === 0) return null;
  return { kind: 'fields', props, open: list.rest === null ? null : 'a list that is not wholly known', crossed: null };
}

function join(call: NativeCall): Value {
  const { run } = call;
  const list = receiver(call);
  const separator = call.args.length === 0 ? ',' : literalOf(argument(call, 0));
  if (separator === null) return holeValue('dynamic', [], null, { type: 'string' });
  const fields = separator === '&' ? joinedFields(run, list) : null;
  if (fields !== null) return textOf([fields]);
  const between: Part = { kind: 'literal', text: separator, place: null, crossed: null };
  const start: Parts = separator === '' ? [] : [between];
  // what comes first has no separator in front: if that may be missing, what follows may come first
  const from = (index: number, any: boolean): Parts => {
    const item = list.items[index];
    if (item === undefined) return list.rest === null ? [] : further(list.rest, any);
    const text = toParts(run, item.value);
    const separated = any ? concatParts(start, text) : text;
    if (item.presence === 'always') return concatParts(separated, from(index + 1, true));
    if (any || index > 12) return concatParts(alternative([separated, []]), from(index + 1, any));
    return alternative([concatParts(separated, from(index + 1, true)), from(index + 1, false)]);
  };
  const further = (value: Value, any: boolean): Parts => {
    const more = toParts(run, value);
    return concatParts(any ? start : [], more.length === 0 ? [hole('dynamic')] : more, [hole('loop', [])]);
  };
  return textOf(from(0, false));
}

function reduce(call: NativeCall): Value {
  const { run, node } = call;
  const list = receiver(call);
  const items = list.items.slice(0, LIMITS.unroll * 2);
  let value: Value = call.args.length > 1 ? argument(call, 1) : items.shift()?.value ?? holeValue('dynamic');
  for (const item of items) {
    const before = value;
    value = callValue(run, argument(call, 0), [value, item.value, holeValue('loop', ['index'])], node, null);
    if (item.presence === 'maybe') value = joinValues([before, value]);
  }
  if (list.rest === null) return value;
  const next = callValue(run, argument(call, 0), [value, list.rest, holeValue('loop', ['index'])], node, null);
  return joinValues([value, next]);
}

function find(call: NativeCall): Value {
  const found: Value[] = [];
  const ends: boolean[] = [];
  each(call, (value, item) => {
    const keep = truthiness(call.run, value);
    if (ends.includes(true) || keep === false) return;
    found.push(item.value);
    ends.push(keep === true && item.presence === 'always');
  });
  if (ends.includes(true)) return joinValues(found);
  // an empty list that is searched is filled by code that is not in sight
  return joinValues(found.length === 0 ? [undefinedValue, holeValue('dynamic')] : [...found, undefinedValue]);
}

function forEach(call: NativeCall): Value {
  each(call, () => undefined);
  return undefinedValue;
}

function question(call: NativeCall): Value {
  each(call, () => undefined);
  return holeValue('dynamic', [], null, { type: 'boolean' });
}

function push(call: NativeCall): Value {
  return added(call, (given, before) => [...before, ...given]);
}

function unshift(call: NativeCall): Value {
  return added(call, (given, before) => [...given, ...before]);
}

/** Puts the arguments into the list; `push(...items)` adds any number of what the last one is. */
function added({ run, self, args }: NativeCall, place: (given: readonly ListItem[], before: readonly ListItem[]) => readonly ListItem[]): Value {
  const list = listOf(run, self);
  const more = openEnded.has(args) ? args.at(-1) ?? null : null;
  const given = (more === null ? args : args.slice(0, -1)).map((value) => ({ value, presence: 'always' as const }));
  if (list !== null && self.k === 'ref') {
    const rest = more === null ? list.rest : joinValues(list.rest === null ? [more] : [list.rest, more]);
    const mixed = list.mixed === true || (list.rest !== null && given.length > 0) || (more !== null && list.items.length > 0);
    run.state.heap.set(self.id, { ...list, items: place(given, list.items), rest, ...(mixed ? { mixed } : {}) });
  }
  return holeValue('dynamic', [], null, { type: 'number' });
}

function concat(call: NativeCall): Value {
  if (optionsOf(call.self).every((option) => option.k === 'hole' && option.part.type === 'string')) return textOf(concatParts(toParts(call.run, call.self), ...call.args.map((arg) => toParts(call.run, arg))));
  const list = receiver(call);
  const more = flatten(call, call.args);
  const added = listOf(call.run, more);
  return allocate(call.run, { t: 'list', items: [...list.items, ...(added?.items ?? [])], rest: list.rest ?? added?.rest ?? null });
}

/** `shift`, `pop`: the first or last item is taken out of the list. */
function take(call: NativeCall, index: 0 | -1): Value {
  const { run, self } = call;
  const list = receiver(call);
  const own = listOf(run, self);
  const item = list.items.at(index);
  if (own === null || self.k !== 'ref' || own.rest !== null || item === undefined) return item === undefined ? list.rest ?? undefinedValue : joinValues([item.value, list.rest ?? undefinedValue]);
  if (item.presence === 'always') {
    run.state.heap.set(self.id, { ...own, items: index === 0 ? own.items.slice(1) : own.items.slice(0, -1) });
    return item.value;
  }
  // which item it is depends on which are there
  run.state.heap.set(self.id, { ...own, items: own.items.map((one) => ({ ...one, presence: 'maybe' })) });
  return joinValues([...list.items.map((one) => one.value), undefinedValue]);
}

function last(call: NativeCall): Value {
  const list = receiver(call);
  const item = list.items.at(-1);
  if (item === undefined) return list.rest ?? undefinedValue;
  return list.rest === null && item.presence === 'always' ? item.value : joinValues([...list.items.map((one) => one.value), list.rest ?? undefinedValue]);
}

/** `reverse`, `sort`: the list itself is put in another order; what order `sort` gives is not looked at. */
function reorder(call: NativeCall, kind: 'reverse' | 'sort', inPlace: boolean): Value {
  const { run, self } = call;
  if (argument(call, 0).k === 'fn') each(call, () => undefined);
  const list = receiver(call);
  if (list.items.length + (list.rest === null ? 0 : 1) < 2) return self;
  // objects in a list are looped over: which comes first tells nothing
  if (kind === 'sort' && list.items.some((item) => item.value.k === 'ref')) return self;
  const isKnown = kind === 'reverse' && list.rest === null;
  const mixed = joinValues([...list.items.map((item) => item.value), ...(list.rest === null ? [] : [list.rest])]);
  const result: ListObject = isKnown ? { ...list, items: [...list.items].reverse() } : { t: 'list', items: list.items.map((item) => ({ ...item, value: mixed })), rest: list.rest === null ? null : mixed };
  if (!inPlace || self.k !== 'ref' || listOf(run, self) === null) return allocate(run, result);
  run.state.heap.set(self.id, result);
  return self;
}

function includesItem(call: NativeCall): Value {
  const list = receiver(call);
  // `[401, 403].includes(response.status)`
  for (const item of list.items) readStatus(argument(call, 0), item.value);
  if (list.rest !== null || list.items.length === 0) noteEscape(call.run, argument(call, 0));
  const wanted = literalOf(argument(call, 0));
  if (wanted === null || list.rest !== null || list.items.some((item) => literalOf(item.value) === null || item.presence === 'maybe')) return holeValue('dynamic', [], null, { type: 'boolean' });
  return primitive(list.items.some((item) => literalOf(item.value) === wanted));
}

function same(call: NativeCall): Value {
  if (argument(call, 0).k === 'fn') each(call, () => undefined);
  return call.self;
}

function sliceList(call: NativeCall): Value {
  const list = listOf(call.run, call.self);
  const start = argument(call, 0);
  const end = argument(call, 1);
  if (list === null) return call.self;
  if (list.rest !== null || list.items.some((item) => item.presence === 'maybe') || start.k !== 'prim' || end.k !== 'prim') return allocate(call.run, { ...list, items: list.items.map((item) => ({ ...item, presence: 'maybe' })) });
  const from = typeof start.value === 'number' ? start.value : 0;
  const to = typeof end.value === 'number' ? end.value : undefined;
  return allocate(call.run, { t: 'list', items: list.items.slice(from, to), rest: null });
}

function splice(call: NativeCall): Value {
  const { run, self } = call;
  const list = listOf(run, self);
  if (list === null || self.k !== 'ref') return call.self;
  const [start, count, ...added] = call.args;
  const items = added.map((value): ListItem => ({ value, presence: 'always' }));
  const from = start?.k === 'prim' ? start.value : null;
  const removed = count === undefined ? list.items.length : count.k === 'prim' ? count.value : null;
  if (list.rest !== null || typeof from !== 'number' || typeof removed !== 'number' || list.items.some((item) => item.presence === 'maybe')) {
    run.state.heap.set(self.id, { ...list, items: [...list.items.map((item) => ({ ...item, presence: 'maybe' as const })), ...items] });
    // which of them are taken out is not known: any
    const any = [...list.items.map(({ value }) => value), ...(list.rest === null ? [] : [list.rest])];
    return allocate(run, { t: 'list', items: [], rest: any.length === 0 ? null : joinValues(any) });
  }
  const at = from < 0 ? Math.max(list.items.length + from, 0) : from;
  run.state.heap.set(self.id, { ...list, items: [...list.items.slice(0, at), ...items, ...list.items.slice(at + removed)] });
  return allocate(run, { t: 'list', items: list.items.slice(at, at + removed), rest: null });
}

/** Array methods also read from a parsed body: the callback is given what the array holds. */
export const listNatives: NativeTable = {
  'list.map': map, 'list.filter': filter, 'list.flatMap': flatMap, 'list.forEach': forEach, 'list.reduce': reduce, 'list.find': find, 'list.findLast': find, 'list.some': question, 'list.every': question,
  'list.findIndex': (call) => {
    each(call, () => undefined);
    return holeValue('dynamic', [], null, { type: 'number' });
  },
  'list.join': join, 'list.push': push, 'list.add': push, 'list.unshift': unshift, 'list.concat': concat, 'list.pop': (call) => take(call, -1), 'list.shift': (call) => take(call, 0), 'list.includes': includesItem, 'list.has': includesItem,
  'list.at': (call) => (literalOf(argument(call, 0)) === '-1' ? last(call) : elementOf(call.run, call.self)),
  'list.flat': (call) => flatten(call, receiver(call).items.map((item) => item.value)),
  'list.slice': sliceList, 'list.sort': (call) => reorder(call, 'sort', true), 'list.reverse': (call) => reorder(call, 'reverse', true), 'list.toSorted': (call) => reorder(call, 'sort', false), 'list.toReversed': (call) => reorder(call, 'reverse', false), 'list.values': same, 'list.splice': splice,
  'list.entries': (call) => newList(call.run, [], newList(call.run, [holeValue('loop', ['index']), elementOf(call.run, call.self)])),
  'list.keys': (call) => newList(call.run, [], holeValue('loop', ['index'])),
  'list.next': (call) => elementOf(call.run, call.self),
  'list.indexOf': () => holeValue('dynamic', [], null, { type: 'number' }),
};
