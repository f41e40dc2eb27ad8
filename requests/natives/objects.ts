import { elementOf } from '../evaluate.ts';
import { describeUnknown, spreadInto } from '../object-literals.ts';
import { itemsOf } from '../loops.ts';
import { joinValues } from '../join.ts';
import { getMember } from '../members.ts';
import { allocate, listOf, newList, newRecord, noteUse, openRecord, property, putProp, recordOf } from '../run.ts';
import { literalOf } from '../text.ts';
import { crossAll } from '../cross.ts';
import { doEachWay } from '../each-way.ts';
import type { ListItem, Value } from '../value.ts';
import { holeValue, literalText, optionsOf } from '../value.ts';
import { argument } from './native.ts';
import type { NativeCall, NativeTable } from './native.ts';

/** The entries of an object as items; `rest` stands for those that are not known. */
function entries(call: NativeCall, make: (key: Value, value: Value) => Value): Value {
  const { run } = call;
  const value = argument(call, 0);
  const items: ListItem[] = [];
  let rest: Value | null = null;
  for (const option of optionsOf(value)) {
    const record = recordOf(run, option);
    if (record === null) {
      rest = make(holeValue('dynamic', ['key'], null, { type: 'string', crossed: option.k === 'hole' ? option.part.crossed : null }), elementOf(run, option));
      continue;
    }
    const crossed = option.k === 'ref' ? option.crossed : null;
    for (const prop of record.props.values()) {
      items.push({ value: make(literalText(prop.name, prop.place), crossAll(prop.value, crossed)), presence: optionsOf(value).length > 1 ? 'maybe' : prop.presence });
    }
    if (record.open !== null) rest = make(holeValue('dynamic', ['key'], null, { type: 'string' }), holeValue('dynamic', ['value']));
  }
  return allocate(run, { t: 'list', items, rest });
}

function assign(call: NativeCall): Value {
  const [target, ...sources] = call.args;
  if (target === undefined) return holeValue('dynamic');
  const { run } = call;
  const change = (option: Value): void => {
    if (option.k === 'hole') noteUse(run, 'change', option.part.crossed);
    if (option.k === 'ref') for (const source of sources) spreadInto(run, option.id, source);
  };
  const options = optionsOf(target);
  if (options.length === 1) change(target);
  else doEachWay(run, options, change);
  return target;
}

function fromEntries(call: NativeCall): Value {
  const { run } = call;
  const value = argument(call, 0);
  const record = recordOf(run, value);
  if (record !== null) return newRecord(run, record.props.values(), { open: record.open });
  const ref = newRecord(run);
  const list = listOf(run, value);
  for (const item of list?.items ?? []) {
    const pair = listOf(run, item.value);
    const name = pair?.items[0] === undefined ? null : literalOf(pair.items[0].value);
    const object = recordOf(run, ref);
    if (object === null) continue;
    if (name === null || pair === null) openRecord(run, ref.id, object, 'a computed name');
    else {
      const before = item.presence === 'maybe' ? object.props.get(name) : undefined;
      const given = pair.items[1]?.value ?? holeValue('dynamic');
      putProp(run, ref.id, object, property(name, before === undefined ? given : joinValues([before.value, given]), { presence: before?.presence ?? item.presence }));
    }
  }
  const after = recordOf(run, ref);
  if (after !== null && (list?.rest !== null)) openRecord(run, ref.id, after, describeUnknown(value.k === 'hole' ? value.part.words : []));
  return ref;
}

function json(call: NativeCall): Value {
  const value = argument(call, 0);
  return holeValue('dynamic', [], null, { type: 'string', json: value });
}

function parse(call: NativeCall): Value {
  const value = argument(call, 0);
  if (value.k === 'body') {
    value.send.format = 'json';
    return value;
  }
  if (value.k === 'hole' && value.part.json !== undefined) return value.part.json;
  return holeValue('dynamic', ['json']);
}

export const objectNatives: NativeTable = {
  'Object.entries': (call) => entries(call, (key, value) => newList(call.run, [key, value])),
  'Object.keys': (call) => entries(call, (key) => key),
  'Object.getOwnPropertyNames': (call) => entries(call, (key) => key),
  'Object.values': (call) => entries(call, (_, value) => value),
  'Object.assign': assign,
  'Object.fromEntries': fromEntries,
  'Object.freeze': (call) => argument(call, 0),
  'Object.seal': (call) => argument(call, 0),
  'Object.create': (call) => newRecord(call.run, [], { open: 'an object with a prototype' }),
  'Object.defineProperty': (call) => {
    const [target, name, descriptor] = call.args;
    const record = target === undefined ? null : recordOf(call.run, target);
    const key = name === undefined ? null : literalOf(name);
    if (target?.k === 'ref' && record !== null && key !== null && descriptor !== undefined) putProp(call.run, target.id, record, property(key, getMember(call.run, descriptor, 'value', call.node)));
    return target ?? holeValue('dynamic');
  },
  structuredClone: (call) => argument(call, 0),
  'Array.from': (call) => {
    const value = argument(call, 0);
    const items = itemsOf(call.run, value);
    return items === null ? newList(call.run, [], elementOf(call.run, value)) : allocate(call.run, { t: 'list', items, rest: null });
  },
  'Array.of': (call) => newList(call.run, call.args),
  'Array.isArray': (call) => {
    const answers = new Set(optionsOf(argument(call, 0)).map((option) => (option.k === 'ref' ? listOf(call.run, option) !== null : option.k === 'text' || option.k === 'prim' ? false : null)));
    const [answer] = answers;
    return answers.size === 1 && answer !== null && answer !== undefined ? { k: 'prim', value: answer, place: null } : holeValue('dynamic', [], null, { type: 'boolean' });
  },
  Array: (call) => newList(call.run, [], holeValue('dynamic')),
  Object: (call) => argument(call, 0),
  'JSON.stringify': json,
  'JSON.parse': parse,
};
