import type { HeapObject, HolePart, ListObject, Part, Parts, Prop, RecordObject, Value } from './value.ts';
import { holeValue, wider } from './value.ts';

/** More alternatives than this are not told apart. */
export const MAX_ALTERNATIVES = 24;

/** The value that is one of `values`. Equal ones fall together; more than MAX_ALTERNATIVES give a hole. */
export function joinValues(values: readonly Value[]): Value {
  const [first] = values;
  if (first === undefined) return holeValue('dynamic');
  if (values.length === 1 || values.every((value) => value === first)) return first;

  const distinct: Value[] = [];
  for (const value of values) {
    for (const option of value.k === 'choice' ? value.options : [value]) {
      const at = distinct.findIndex((other) => sameValue(other, option));
      const same = distinct[at];
      if (same === undefined) distinct.push(option);
      else if (same !== option) distinct[at] = weaker(same, option);
    }
  }
  foldTexts(distinct);
  if (distinct.length > MAX_ALTERNATIVES) return holeValue('limit');
  if (distinct.some((value) => value.k === 'promise') && distinct.length > 1) return joinPromises(distinct);
  return distinct.length === 1 && distinct[0] !== undefined ? distinct[0] : { k: 'choice', options: distinct };
}

/** Of two looks at the same unknown value, what both say. */
function weaker(a: Value, b: Value): Value {
  if (a.k === 'body' && b.k === 'body' && (a.truthy !== b.truthy || a.sure !== b.sure)) return { k: 'body', send: a.send, path: a.path, ...(a.truthy === true && b.truthy === true ? { truthy: true } : {}) };
  if (a.k !== 'hole' || b.k !== 'hole') return a;
  const { part } = a;
  if (part.optional === b.part.optional && part.truthy === b.part.truthy && part.sure === b.part.sure) return a;
  const { optional, truthy, sure, ...rest } = part;
  return {
    k: 'hole',
    part: { ...rest, ...(optional === true || b.part.optional === true ? { optional: true } : {}), ...(truthy === true && b.part.truthy === true ? { truthy: true } : {}), ...(sure !== undefined && sure === b.part.sure ? { sure } : {}) },
  };
}

/** Texts that start alike are one text with alternatives behind the start: `url` and `url + '&type=4'`. */
function foldTexts(values: Value[]): void {
  for (let i = 0; i < values.length; i++) {
    for (let j = i + 1; j < values.length; j++) {
      const a = values[i];
      const b = values[j];
      if (a?.k !== 'text' || b?.k !== 'text') continue;
      const folded = fold(a.parts, b.parts);
      if (folded === null) continue;
      values[i] = { k: 'text', parts: folded };
      values.splice(j, 1);
      j--;
    }
  }
}

function fold(a: Parts, b: Parts): Parts | null {
  let same = 0;
  while (same < a.length && same < b.length) {
    const left = a[same];
    const right = b[same];
    if (left === undefined || right === undefined || !samePart(left, right)) break;
    same++;
  }
  const start = a.slice(0, same);
  // a start that says nothing is no start: two whole URLs stay two
  if (!start.some((part) => part.kind === 'literal' && part.place !== null) && !start.some((part) => part.kind === 'hole')) return null;
  const tails = [a.slice(same), b.slice(same)].flatMap((tail) => (tail.length === 1 && tail[0]?.kind === 'alt' ? tail[0].options : [tail]));
  return [...start, { kind: 'alt', options: tails.filter((tail, i) => !tails.slice(0, i).some((other) => sameParts(other, tail))) }];
}

function joinPromises(values: readonly Value[]): Value {
  const sends = [...new Set(values.flatMap((value) => (value.k === 'promise' ? value.sends : [])))];
  return { k: 'promise', value: joinValues(values.map((value) => (value.k === 'promise' ? value.value : value))), sends };
}

/** True when two values cannot be told apart by anything that follows. */
export function sameValue(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (a.k === 'text' && b.k === 'text') return sameParts(a.parts, b.parts);
  if (a.k === 'prim' && b.k === 'prim') return Object.is(a.value, b.value);
  if (a.k === 'ref' && b.k === 'ref') return a.id === b.id;
  if (a.k === 'fn' && b.k === 'fn') return a.node === b.node && a.scope === b.scope && a.self === b.self;
  if (a.k === 'class' && b.k === 'class') return a.info === b.info;
  if (a.k === 'native' && b.k === 'native') return a.name === b.name && a.self === b.self && a.cell === b.cell && a.state === b.state;
  if (a.k === 'client' && b.k === 'client') return a.model === b.model && a.member === b.member && a.self?.id === b.self?.id;
  if (a.k === 'module' && b.k === 'module') return a.module === b.module;
  if (a.k === 'package' && b.k === 'package') return a.name === b.name && a.path.join('.') === b.path.join('.');
  if (a.k === 'response' && b.k === 'response') return a.send === b.send;
  if (a.k === 'body' && b.k === 'body') return a.send === b.send && a.path.join('.') === b.path.join('.');
  if (a.k === 'hole' && b.k === 'hole') return sameHole(a.part, b.part);
  if (a.k === 'promise' && b.k === 'promise') return sameValue(a.value, b.value) && a.sends.length === b.sends.length && a.sends.every((send, i) => send === b.sends[i]);
  return false;
}

function sameHole(a: HolePart, b: HolePart): boolean {
  return (a.fresh === true) === (b.fresh === true) && a.place?.start === b.place?.start && a.place?.file === b.place?.file && a.reason === b.reason
    && a.crossed?.frame === b.crossed?.frame && a.words.length === b.words.length && a.words.every((word, i) => word === b.words[i]);
}

export function sameParts(a: Parts, b: Parts): boolean {
  return a.length === b.length && a.every((part, i) => {
    const other = b[i];
    return other !== undefined && samePart(part, other);
  });
}

function samePart(a: Part, b: Part): boolean {
  if (a === b) return true;
  if (a.kind === 'literal' && b.kind === 'literal') return a.text === b.text && a.place?.start === b.place?.start && a.place?.file === b.place?.file;
  if (a.kind === 'hole' && b.kind === 'hole') return sameHole(a, b);
  if (a.kind === 'alt' && b.kind === 'alt') return a.options.length === b.options.length && a.options.every((option, i) => sameParts(option, b.options[i] ?? []));
  return false;
}

/** The object that is one of two versions of itself. */
export function joinObjects(a: HeapObject, b: HeapObject): HeapObject {
  if (a === b) return a;
  if (a.t === 'record' && b.t === 'record') return joinRecords(a, b);
  if (a.t === 'list' && b.t === 'list') return joinLists(a, b);
  if (a.t === 'url' && b.t === 'url') {
    return sameParts(a.head, b.head) ? a : { ...a, head: [{ kind: 'alt', options: [a.head, b.head] }] };
  }
  if (a.t === 'client' && b.t === 'client') {
    const { repeat, ...longer } = a.configs.length >= b.configs.length ? a : b;
    const repeats = a.repeat === undefined || b.repeat === undefined || repeat === undefined ? {} : { repeat };
    const sent = a.sent ?? b.sent;
    return { ...longer, ...repeats, ...(sent === undefined ? {} : { sent }) };
  }
  return a;
}

function joinRecords(a: RecordObject, b: RecordObject): RecordObject {
  const props = new Map<string, Prop>();
  for (const key of new Set([...a.props.keys(), ...b.props.keys()])) {
    const left = a.props.get(key);
    const right = b.props.get(key);
    if (left !== undefined && right !== undefined) {
      props.set(key, left === right ? left : {
        ...left,
        value: joinValues([left.value, right.value]),
        presence: left.presence === 'always' && right.presence === 'always' ? 'always' : 'maybe',
      });
    } else {
      const one = left ?? right;
      if (one !== undefined) props.set(key, { ...one, presence: 'maybe' });
    }
  }
  const openPart = a.openPart ?? b.openPart;
  return { ...a, props, open: wider(a.open, b.open), ...(openPart === undefined ? {} : { openPart }) };
}

function joinLists(a: ListObject, b: ListObject): ListObject {
  const length = Math.max(a.items.length, b.items.length);
  const items = Array.from({ length }, (_, i) => {
    const left = a.items[i];
    const right = b.items[i];
    if (left !== undefined && right !== undefined) {
      return { value: joinValues([left.value, right.value]), presence: left.presence === 'always' && right.presence === 'always' ? 'always' as const : 'maybe' as const };
    }
    return { value: (left ?? right)?.value ?? holeValue('dynamic'), presence: 'maybe' as const };
  });
  const rest = a.rest === null ? b.rest : b.rest === null ? a.rest : joinValues([a.rest, b.rest]);
  return { t: 'list', items, rest };
}
