import { callValue } from '../call.ts';
import { describeUnknown } from '../object-literals.ts';
import { itemsOf } from '../loops.ts';
import { joinValues } from '../join.ts';
import { allocate, inFork, keyOf, newList, openRecord, placeIn, property, putProp, recordOf, within } from '../run.ts';
import { joinInto } from '../state.ts';
import { literalOf, textOf } from '../text.ts';
import { crossAll } from '../cross.ts';
import { toParts } from '../to-parts.ts';
import type { ListItem, Value } from '../value.ts';
import { holeValue, literalText, optionsOf, primitive, undefinedValue } from '../value.ts';
import { argument } from './native.ts';
import type { NativeCall, NativeTable } from './native.ts';

/** `append`: like `set`, and what URLSearchParams or FormData have of that name is sent, too. */
function append(call: NativeCall): Value {
  const { run, self } = call;
  const names = optionsOf(argument(call, 0)).map(literalOf);
  const record = recordOf(run, self);
  const [name] = names;
  const before = names.length === 1 && name !== null && name !== undefined && record !== null && record.flavor !== 'headers' ? record.props.get(keyOf(record.flavor, name)) : undefined;
  const result = set(call);
  const after = name === null || name === undefined ? undefined : recordOf(run, self)?.props.get(name);
  const now = recordOf(run, self);
  if (before !== undefined && after !== undefined && now !== null && self.k === 'ref') {
    putProp(run, self.id, now, { ...after, value: joinValues([before.value, after.value]), presence: after.presence, ...(before.presence === 'always' && after.presence === 'always' ? { repeated: true } : {}) });
  }
  return result;
}

/** `set`: an entry of Headers, URLSearchParams, FormData or a Map. */
function set(call: NativeCall): Value {
  const { run, self, node } = call;
  const [key, value] = call.args;
  if (self.k !== 'ref' || key === undefined) return self;
  const names = optionsOf(key).map(literalOf);
  // which of several values goes with which of several names is not known
  const given = names.length > 1 && value?.k === 'choice' ? holeValue('loop') : value;
  for (const name of names) {
    const record = recordOf(run, self);
    if (record === null) return self;
    if (name === null) {
      openRecord(run, self.id, record, describeUnknown(key.k === 'hole' ? key.part.words : []));
      continue;
    }
    const first = node.type === 'CallExpression' ? node.arguments[0] : undefined;
    const before = record.props.get(keyOf(record.flavor, name));
    putProp(run, self.id, record, property(name, given ?? undefinedValue, {
      presence: names.length === 1 ? 'always' : before?.presence ?? 'maybe', place: first === undefined ? null : placeIn(run, first), entryPlace: placeIn(run, node),
    }));
  }
  return self;
}

function remove(call: NativeCall): Value {
  const { run, self } = call;
  const record = recordOf(run, self);
  const name = literalOf(argument(call, 0));
  if (record === null || self.k !== 'ref') return primitive(true);
  const props = new Map(record.props);
  if (name === null) for (const [key, prop] of props) props.set(key, { ...prop, presence: 'maybe' });
  else props.delete(keyOf(record.flavor, name));
  run.state.heap.set(self.id, { ...record, props });
  return primitive(true);
}

function get(call: NativeCall): Value {
  const record = recordOf(call.run, call.self);
  const name = literalOf(argument(call, 0));
  const prop = name === null ? undefined : record?.props.get(keyOf(record.flavor, name));
  if (record === null || name === null) return holeValue('dynamic', name === null ? [] : [name]);
  const crossed = call.self.k === 'ref' ? call.self.crossed : null;
  if (prop === undefined) return record.open === null && record.hidden !== true && record.flavor !== 'map' ? { k: 'prim', value: null, place: null } : holeValue('dynamic', [name]);
  return prop.presence === 'always' ? crossAll(prop.value, crossed) : joinValues([crossAll(prop.value, crossed), undefinedValue]);
}

function has(call: NativeCall): Value {
  const record = recordOf(call.run, call.self);
  const name = literalOf(argument(call, 0));
  if (record === null || name === null) return holeValue('dynamic', [], null, { type: 'boolean' });
  const prop = record.props.get(keyOf(record.flavor, name));
  if (prop?.presence === 'always') return primitive(true);
  return prop === undefined && record.open === null && record.hidden !== true ? primitive(false) : holeValue('dynamic', [], null, { type: 'boolean' });
}

function forEach(call: NativeCall): Value {
  const { run, node } = call;
  const record = recordOf(run, call.self);
  for (const prop of record?.props.values() ?? []) {
    const before = run.state;
    const branch = inFork(run, () => { within(run, { kind: 'loop', depth: run.frames.length }, () => callValue(run, argument(call, 0), [prop.value, literalText(prop.name, prop.place), call.self], node, null)); });
    joinInto(before, before, prop.presence === 'always' ? [branch] : [before, branch]);
  }
  if (record?.open !== null) callValue(run, argument(call, 0), [holeValue('dynamic', ['value']), holeValue('dynamic', ['key']), call.self], node, null);
  return undefinedValue;
}

function pairs(call: NativeCall): Value {
  const record = recordOf(call.run, call.self);
  const items: ListItem[] = [...(record?.props.values() ?? [])].map((prop) => ({ value: newList(call.run, [literalText(prop.name, prop.place), prop.value]), presence: prop.presence }));
  return allocate(call.run, { t: 'list', items, rest: record?.open === null ? null : newList(call.run, [holeValue('dynamic', ['key']), holeValue('dynamic', ['value'])]) });
}

export const fieldNatives: NativeTable = {
  'fields.set': set,
  'fields.append': append,
  'fields.delete': remove,
  'fields.get': get,
  'fields.getAll': (call) => newList(call.run, [], get(call)),
  'fields.has': has,
  'fields.forEach': forEach,
  'fields.entries': pairs,
  'fields.sort': () => undefinedValue,
  'fields.keys': (call) => {
    const items = itemsOf(call.run, pairs(call)) ?? [];
    return newList(call.run, items.map(() => holeValue('dynamic', ['key'])));
  },
  'fields.values': (call) => {
    const record = recordOf(call.run, call.self);
    return newList(call.run, [...(record?.props.values() ?? [])].map((prop) => prop.value), record?.open === null ? null : holeValue('dynamic', ['value']));
  },
  'fields.toString': (call) => textOf(toParts(call.run, call.self)),
  'fields.hasOwnProperty': (call) => has(call),
  'fields.size': () => holeValue('dynamic', [], null, { type: 'number' }),
  'fields.clear': () => undefinedValue,
  'url.toString': (call) => textOf(toParts(call.run, call.self)),
};
