import type { TSESTree } from '@typescript-eslint/types';
import { callValue } from './call.ts';
import { staticMember } from './classes.ts';
import { followUp } from './client-answers.ts';
import { clientMember, packageValueMember, setClientMember } from './client-values.ts';
import { elementOf } from './evaluate.ts';
import { describeUnknown } from './object-literals.ts';
import { keptValue } from './fresh-values.ts';
import { joinValues } from './join.ts';
import { exportOf } from './modules.ts';
import { noteUnguarded } from './follow-failure.ts';
import { globalValue } from './natives/globals.ts';
import { hasNative } from './natives/index.ts';
import { truthiness } from './operators.ts';
import type { Place } from './request-site.ts';
import { isBodyMethod, responseMember } from './responses.ts';
import type { Run } from './run.ts';
import { isShared, listOf, noteUse, openRecord, placeIn, property, putProp } from './run.ts';
import { persist, recordFieldWrite } from './shared.ts';
import { isFilled, literalOf, sliceParts, textOf } from './text.ts';
import { crossAll } from './cross.ts';
import { toParts } from './to-parts.ts';
import { setUrlMember, urlMember } from './urls.ts';
import type { ClassInfo, RecordObject, RefValue, Value } from './value.ts';
import { holeValue, isNullish, KNOWN_BY_TYPE, optionsOf, primitive, undefinedValue } from './value.ts';
import { classMember, declaredField, fieldWrites, setterOf, classWords } from './class-members.ts';

interface Options {
  readonly optional?: boolean;
  /** The member is called at once: a method. */
  readonly call?: boolean;
  /** `super.name`: look above this class. */
  readonly above?: ClassInfo | null;
}

const CHANGES = /^(?:set|append|add|delete|push|unshift|assign|use|splice|abort)$/;
const RESPONSE_MEMBERS = /^(?:then|catch|finally|json|text|data|ok|status|statusCode|body)$/;

/** The property `name` of a value. */
export function getMember(run: Run, object: Value, name: string, node: TSESTree.Node, options: Options = {}): Value {
  switch (object.k) {
    case 'choice': {
      const present = object.options.filter((option) => !isNullish(option));
      if (options.optional !== true && present.length < object.options.length) noteUnguarded(run, object.options, name, node);
      const values = present.map((option) => getMember(run, option, name, node, options));
      if (options.optional === true && present.length < object.options.length) values.push(undefinedValue);
      return values.length === 0 ? undefinedValue : joinValues(values);
    }
    case 'promise': return followUp(object, name) ?? (name === 'then' || name === 'catch' || name === 'finally' ? { k: 'native', name: `promise.${name}`, self: object } : promiseMember(run, object, name, node, options));
    case 'text': return textMember(object, name);
    case 'prim': return isNullish(object) ? undefinedValue : { k: 'native', name: `text.${name}`, self: object };
    case 'ref': return refMember(run, object, name, node, options);
    case 'fn': return isFunctionMethod(name) ? { k: 'native', name: `fn.${name}`, self: object } : run.world.functionProps.get(object.node)?.get(name) ?? holeValue('dynamic', [name]);
    case 'class': return staticMember(run, object.info, name) ?? (name === 'name' ? holeValue('dynamic', [object.info.name]) : name === 'prototype' ? holeValue('dynamic') : holeValue('unset', [object.info.name, name], placeIn(run, node)));
    case 'native': return hasNative(`${object.name}.${name}`) ? { ...object, name: `${object.name}.${name}` } : isFunctionMethod(name) ? { k: 'native', name: `fn.${name}`, self: object } : nativeMember(run, object.name, name, node);
    case 'client': return clientMember(run, object, name, node);
    case 'module': return moduleMember(run, object, name, node);
    case 'package': return packageMember(run, object, name);
    case 'response': return responseMember(run, object, name, node);
    case 'body': return bodyMember(run, object, name, node);
    case 'regexp': return { k: 'native', name: `regexp.${name}`, self: object };
    case 'hole': return holeMember(run, object, name, node, options);
  }
}

function promiseMember(run: Run, object: Extract<Value, { k: 'promise' }>, name: string, node: TSESTree.Node, options: Options): Value {
  // got's promise has body methods of its own
  if (object.value.k === 'response' && isBodyMethod(name)) object.value.send.readAtOnce = true;
  return getMember(run, object.value, name, node, options);
}

function textMember(object: Extract<Value, { k: 'text' }>, name: string): Value {
  if (name === 'length') {
    const known = literalOf(object);
    return known === null ? holeValue('dynamic', ['length'], null, { type: 'number', ...(isFilled(object.parts) ? { truthy: true } : {}) }) : primitive(known.length);
  }
  if (/^\d+$/.test(name)) {
    const part = sliceParts(object.parts, Number(name), Number(name) + 1);
    return part === null ? holeValue('dynamic') : textOf(part);
  }
  return { k: 'native', name: `text.${name}`, self: object };
}

function isFunctionMethod(name: string): boolean {
  return name === 'call' || name === 'apply' || name === 'bind';
}

function nativeMember(run: Run, owner: string, name: string, node: TSESTree.Node): Value {
  if (owner === 'window' || owner === 'process') return globalValue(run, name) ?? holeValue('global', [owner, name], placeIn(run, node));
  if (owner === 'module' && name === 'exports') return commonJsOf(run) ?? holeValue('dynamic');
  return holeValue('global', [owner, name], placeIn(run, node));
}

function commonJsOf(run: Run): Value | null {
  return run.frames.at(-1)?.module.commonJs ?? null;
}

function holeMember(run: Run, object: Extract<Value, { k: 'hole' }>, name: string, node: TSESTree.Node, options: Options): Value {
  const { part } = object;
  const isSure = part.sure?.includes(name) === true;
  if (part.crossed !== null) {
    if (options.call === true && CHANGES.test(name)) noteUse(run, 'change', part.crossed);
    if (RESPONSE_MEMBERS.test(name)) noteUse(run, 'response', part.crossed);
  }
  if (part.type === 'string' || name === 'replace' || name === 'toString' || name === 'trim' || name === 'href' || name === 'toLowerCase' || name === 'toUpperCase' || name === 'slice' || name === 'concat') {
    if (hasNative(`text.${name}`)) return { k: 'native', name: `text.${name}`, self: object };
  }
  const errorOf = part.errorOf;
  if (errorOf !== undefined && (name === 'status' || name === 'statusCode')) {
    for (const send of errorOf) run.checkLog.push(send);
    return { k: 'hole', part: { ...part, words: [...part.words, name], statusOf: errorOf, type: 'number' } };
  }
  if (options.call === true && hasNative(`list.${name}`)) return { k: 'native', name: `list.${name}`, self: object };
  return {
    k: 'hole',
    part: {
      kind: 'hole', reason: part.reason, crossed: part.crossed, words: [...part.words, name].slice(-6), place: placeIn(run, node), optional: options.optional === true && !isSure,
      ...(isSure ? { truthy: true } : {}),
      ...(part.typeName === undefined ? {} : { typeName: part.typeName }), ...(part.errorOf === undefined || isText(name) ? {} : { errorOf: part.errorOf }), ...(part.streamOf === undefined ? {} : { streamOf: part.streamOf }),
    },
  };
}

/** What of an error is for people to read. */
function isText(name: string): boolean {
  return name === 'message' || name === 'stack' || name === 'name';
}

function bodyMember(run: Run, object: Extract<Value, { k: 'body' }>, name: string, node: TSESTree.Node): Value {
  if (hasNative(`list.${name}`)) return { k: 'native', name: `list.${name}`, self: object };
  if (hasNative(`text.${name}`)) return { k: 'native', name: `text.${name}`, self: object };
  if (name === 'length' || name === 'then') return holeValue('response', [name], placeIn(run, node));
  const path = [...object.path, /^\d+$/.test(name) ? '[]' : name];
  if (path.length > 12) return holeValue('response', [name], placeIn(run, node));
  object.send.used = true;
  if (object.send.home === run.module) object.send.reads.push({ path, place: placeIn(run, node.type === 'MemberExpression' ? node.property : node) });
  return { k: 'body', send: object.send, path, ...(object.sure?.includes(name) === true ? { truthy: true } : {}) };
}

function moduleMember(run: Run, object: Extract<Value, { k: 'module' }>, name: string, node: TSESTree.Node): Value {
  const found = exportOf(run.world, object.module, name);
  if (found !== null) return found;
  const inner = exportOf(run.world, object.module, 'default');
  // `require('./x').name` of a module that exports one object
  if (inner !== null && name !== 'default') return getMember(run, inner, name, node);
  return holeValue('import', [name], placeIn(run, node));
}

function packageMember(run: Run, object: Extract<Value, { k: 'package' }>, name: string): Value {
  return packageValueMember(run.world, object, name);
}

function refMember(run: Run, object: RefValue, name: string, node: TSESTree.Node, options: Options): Value {
  const heap = run.state.object(object.id);
  switch (heap?.t) {
    case 'record': return recordMember(run, object, heap, name, node, options);
    case 'list': return listMember(run, object, name);
    case 'url': return urlMember(run, object, heap, name);
    case 'client': return clientMember(run, { k: 'client', model: heap.model, member: null, self: object }, name, node);
    case 'request': return name === 'url' ? heap.url : { k: 'native', name: `request.${name}`, self: object };
    case 'controller': return name === 'signal' ? object : { k: 'native', name: `controller.${name}`, self: object };
    case undefined: return holeValue('dynamic', [name], placeIn(run, node));
  }
}

function listMember(run: Run, object: RefValue, name: string): Value {
  const list = listOf(run, object);
  if (list === null) return holeValue('dynamic');
  if (/^-?\d+$/.test(name)) {
    if (list.mixed === true) return elementOf(run, object);
    const item = list.items[Number(name)];
    if (item === undefined) return list.rest ?? undefinedValue;
    return crossAll(item.presence === 'always' ? item.value : joinValues([item.value, undefinedValue]), object.crossed);
  }
  if (name === 'length' || name === 'size') {
    return list.rest === null && list.items.every((item) => item.presence === 'always') ? primitive(list.items.length) : holeValue('dynamic', [], null, { type: 'number' });
  }
  return { k: 'native', name: `list.${name}`, self: object };
}

function recordMember(run: Run, object: RefValue, record: RecordObject, name: string, node: TSESTree.Node, options: Options): Value {
  if (record.flavor !== 'object') return { k: 'native', name: `fields.${name}`, self: object };

  if (options.above === undefined) {
    const own = ownMember(run, object, record, name, node);
    if (own !== null) return own;
  }
  if (record.info !== null) {
    const method = classMember(run, object, record.info, name, node, options.above ?? null);
    if (method !== null) return method;
  }
  if (record.client !== undefined) return getMember(run, record.client, name, node, options);
  const { info } = record;
  if (info !== null) {
    const field = fieldWrites(run, object, record, name);
    return withDeclared(field, () => declaredField(run, info, name)) ?? holeValue('unset', [...classWords(run, info), name], placeIn(run, node));
  }
  if (name === 'toString' || name === 'hasOwnProperty') return { k: 'native', name: `fields.${name}`, self: object };
  if (record.open !== null) return holeValue(record.openPart?.reason ?? 'dynamic', [...(record.openPart?.words ?? []), name], placeIn(run, node), { optional: true, crossed: record.openPart?.crossed ?? object.crossed, ...(record.open === KNOWN_BY_TYPE ? { undeclared: true } : {}) });
  if (isShared(run, object.id)) return holeValue('dynamic', [name], placeIn(run, node), { optional: true });
  return undefinedValue;
}

/** What is assigned to a field; where that is not known, what the type of the field says. */
function withDeclared(assigned: Value | null, declared: () => Value | null): Value | null {
  if (assigned === null) return declared();
  const options = optionsOf(assigned);
  const known = options.filter((option) => option.k !== 'hole');
  if (known.length === options.length) return assigned;
  const type = declared();
  return type === null || type.k === 'hole' ? assigned : joinValues([...known, type]);
}

function ownMember(run: Run, object: RefValue, record: RecordObject, name: string, node: TSESTree.Node): Value | null {
  const prop = record.props.get(name);
  if (prop === undefined) return null;
  if (prop.getter !== undefined) return callValue(run, prop.getter, [], node, object);
  const value = crossAll(orFilled(run, object, prop.value, name), object.crossed);
  const bound = value.k === 'fn' && value.self === null ? { ...value, self: object } : value;
  if (record.info !== null && record.generic === true) {
    const others = fieldWrites(run, object, record, name);
    return others === null ? bound : joinValues([bound, others]);
  }
  if (prop.presence === 'always' || record.info !== null) return bound;
  if (record.open === KNOWN_BY_TYPE && bound.k === 'hole') return { k: 'hole', part: { ...bound.part, optional: true } };
  return joinValues([bound, record.open === null || record.open === KNOWN_BY_TYPE ? undefinedValue : holeValue('dynamic', [name], null, { optional: true })]);
}

/** An empty value in an object that outlives the call is a placeholder: others fill it in. */
function orFilled(run: Run, object: RefValue, value: Value, name: string): Value {
  const empty = optionsOf(value).every((option) => (option.k === 'prim' || option.k === 'text') && truthiness(run, option) === false);
  return empty && isShared(run, object.id) ? joinValues([value, holeValue('dynamic', [name])]) : value;
}

/** `object.name = value`; `name` is null when it is computed and not known. */
export function setMember(run: Run, object: Value, name: string | null, value: Value, entryPlace: Place, place: Place): void {
  if (object.k === 'choice') {
    // whichever it is, it is changed: who reads through the same variable sees the change
    for (const option of object.options) if (!isNullish(option)) setMember(run, option, name, value, entryPlace, place);
    return;
  }
  if (object.k === 'promise') { setMember(run, object.value, name, value, entryPlace, place); return; }
  if (object.k === 'hole') {
    noteUse(run, 'change', object.part.crossed);
    return;
  }
  if (object.k === 'body') { object.send.writes.push([...object.path, name ?? '*']); return; }
  if (object.k === 'class' && name !== null) {
    persist(run, value);
    const writes = run.world.staticWrites.get(object.info.node) ?? new Map<string, Value[]>();
    run.world.staticWrites.set(object.info.node, writes.set(name, [...(writes.get(name) ?? []), value].slice(0, 12)));
    return;
  }
  if (object.k === 'fn' && name !== null) {
    const props = run.world.functionProps.get(object.node) ?? new Map<string, Value>();
    run.world.functionProps.set(object.node, props.set(name, value));
    return;
  }
  if (object.k === 'native') { setNativeMember(run, object.name, name, value); return; }
  if (object.k === 'client') { setClientMember(run, object, name, value); return; }
  if (object.k !== 'ref') return;

  const heap = run.state.object(object.id);
  if (heap?.t === 'url') { setUrlMember(run, object, heap, name, toParts(run, value)); return; }
  if (heap?.t === 'client') { setClientMember(run, { k: 'client', model: heap.model, member: null, self: object }, name, value); return; }
  if (heap?.t === 'list' && name === 'length') {
    const kept = value.k === 'prim' && typeof value.value === 'number' && heap.rest === null && heap.items.every((item) => item.presence === 'always') ? heap.items.slice(0, value.value) : null;
    run.state.heap.set(object.id, { ...heap, items: kept ?? heap.items.map((item) => ({ ...item, presence: 'maybe' })) });
    return;
  }
  if (heap?.t === 'list') {
    const items = name !== null && /^\d+$/.test(name) ? [...heap.items.slice(0, Number(name)), { value, presence: 'always' as const }, ...heap.items.slice(Number(name) + 1)] : heap.items;
    run.state.heap.set(object.id, { ...heap, items, rest: name === null || !/^\d+$/.test(name) ? joinValues([...(heap.rest === null ? [] : [heap.rest]), value]) : heap.rest });
    return;
  }
  if (heap?.t !== 'record') return;
  const setter = name === null || heap.info === null ? null : setterOf(run, heap.info, name, object);
  if (setter !== null) {
    callValue(run, setter, [value], setter.node, object);
    return;
  }
  if (name === null) {
    openRecord(run, object.id, heap, describeUnknown([]));
    return;
  }
  if (heap.generic === true && !run.shared) recordFieldWrite(run, object.id, name, value);
  putProp(run, object.id, heap, property(name, heap.info === null ? value : keptValue(value), { place, entryPlace }));
}

function setNativeMember(run: Run, owner: string, name: string | null, value: Value): void {
  const module = run.frames.at(-1)?.module;
  if (owner === 'module' && name === 'exports' && module !== undefined) {
    module.commonJs = value;
    persist(run, value);
  } else if (owner === 'window' && name !== null) {
    run.world.globalWrites.set(name, value);
    persist(run, value);
  }
}
