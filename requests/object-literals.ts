import type { TSESTree } from '@typescript-eslint/types';
import { callValue } from './call.ts';
import { joinValues } from './join.ts';
import { keyText } from './project-module.ts';
import type { Run } from './run.ts';
import { allocate, listOf, newRecord, objectOf, openRecord, placeIn, property, recordOf } from './run.ts';
import type { Scope } from './scope.ts';
import type { Place } from './request-site.ts';
import { literalOf } from './text.ts';
import { crossAll } from './cross.ts';
import { doEachWay } from './each-way.ts';
import type { FunctionNode, ListItem, Prop, Value } from './value.ts';
import { optionsOf, undefinedValue, wider } from './value.ts';
import { elementOf, evaluate, makeFunction } from './evaluate.ts';

export function evaluateObject(run: Run, node: TSESTree.ObjectExpression, scope: Scope): Value {
  const ref = newRecord(run, [], { place: placeIn(run, node) });
  let written: Prop[] = [];
  const write = (): void => {
    const record = recordOf(run, ref);
    if (record === null || written.length === 0) return;
    run.state.heap.set(ref.id, { ...record, props: new Map([...record.props, ...written.map((prop) => [prop.name, over(prop, record.props.get(prop.name), 'property', prop.entryPlace)] as const)]) });
    written = [];
  };
  for (const element of node.properties) {
    if (element.type === 'SpreadElement') {
      write();
      spreadInto(run, ref.id, evaluate(run, element.argument, scope), placeIn(run, element));
      continue;
    }
    const name = propertyName(run, element, scope);
    if (element.kind === 'get' || element.kind === 'set') {
      const getter = makeFunction(run, element.value as FunctionNode, scope);
      if (name !== null && element.kind === 'get') written.push(property(name, undefinedValue, { getter: { ...getter, self: ref } }));
      continue;
    }
    const value = evaluate(run, element.value, scope);
    if (value.k === 'fn' && (element.method || element.value.type === 'FunctionExpression') && !run.world.homes.has(value.node)) run.world.homes.set(value.node, ref);
    if (name !== null) {
      written.push(property(name, value, { place: placeIn(run, element.key), entryPlace: placeIn(run, element) }));
      continue;
    }
    write();
    const record = recordOf(run, ref);
    if (record !== null) openRecord(run, ref.id, record, 'a computed name');
  }
  write();
  return ref;
}

/** A property that takes the place of another one of the same literal. */
function over(prop: Prop, under: Prop | undefined, by: 'property' | 'spread', place: Place | null): Prop {
  return under?.presence === 'always' ? { ...prop, hides: { prop: withoutHidden(under), by, place } } : prop;
}

function propertyName(run: Run, element: TSESTree.Property, scope: Scope): string | null {
  if (element.computed) return literalOf(evaluate(run, element.key, scope));
  return keyText(element.key);
}

/** `{...value}` into a record: later names win, unknown values open it, alternatives make entries `maybe`. */
export function spreadInto(run: Run, id: number, value: Value, place: Place | null = null): void {
  const record = run.state.object(id);
  if (record?.t !== 'record') return;
  if (value.k === 'promise') {
    spreadInto(run, id, value.value, place);
    return;
  }
  if (value.k === 'choice') {
    doEachWay(run, value.options, (option) => { spreadInto(run, id, option, place); });
    return;
  }
  const source = objectOf(run, value);
  if (source?.t === 'record') {
    const crossed = value.k === 'ref' ? value.crossed : null;
    const props = new Map(record.props);
    for (const prop of source.props.values()) {
      const name = record.flavor === 'headers' ? prop.name.toLowerCase() : prop.name;
      const under = props.get(name);
      const found = prop.getter === undefined ? prop.value : callValue(run, prop.getter, [], prop.getter.node, value);
      const incoming = crossAll(found, crossed);
      props.set(name, prop.presence === 'always' || under === undefined
        ? over(withoutHidden({ ...prop, value: incoming }), place === null ? undefined : under, 'spread', place)
        : { ...prop, value: joinValues([under.value, incoming]), presence: under.presence });
    }
    const openPart = record.openPart ?? source.openPart;
    run.state.heap.set(id, { ...record, props, open: wider(record.open, source.open), ...(openPart === undefined ? {} : { openPart }) });
    return;
  }
  if (source?.t === 'list') {
    openRecord(run, id, record, 'an array is spread here');
    return;
  }
  if (value.k === 'hole') {
    if (value.part.undeclared !== true) openRecord(run, id, record, describeUnknown(value.part.words), value.part);
  }
  else if (value.k === 'body' || value.k === 'package' || value.k === 'module') openRecord(run, id, record, 'a value that is not followed is spread here');
}

/** What a property hid where it was written is no matter of the object that it is spread into. */
function withoutHidden(prop: Prop): Prop {
  const { hides, ...bare } = prop;
  return hides === undefined ? prop : bare;
}

export function describeUnknown(words: readonly string[]): string {
  return words.length === 0 ? 'an unknown value' : `\`${words.join('.')}\` is not known`;
}

export function evaluateArray(run: Run, node: TSESTree.ArrayExpression, scope: Scope): Value {
  const items: ListItem[] = [];
  let rest: Value | null = null;
  let mixed = false;
  for (const element of node.elements) {
    if (rest !== null) mixed = true;
    if (element === null) {
      items.push({ value: undefinedValue, presence: 'always' });
      continue;
    }
    const value = evaluate(run, element, scope);
    if (element.type !== 'SpreadElement') {
      items.push({ value, presence: 'always' });
      continue;
    }
    const list = listOf(run, value);
    if (list === null) {
      const some = optionsOf(value).flatMap((option) => listOf(run, option)?.items ?? []);
      if (value.k === 'choice' && some.length > 0) items.push(...some.map((item) => ({ ...item, presence: 'maybe' as const })));
      else rest = rest === null ? elementOf(run, value) : joinValues([rest, elementOf(run, value)]);
    } else {
      items.push(...list.items);
      if (list.mixed === true) mixed = true;
      if (list.rest !== null) rest = rest === null ? list.rest : joinValues([rest, list.rest]);
    }
  }
  return allocate(run, { t: 'list', items, rest, ...(mixed ? { mixed } : {}) });
}
