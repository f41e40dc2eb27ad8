import { joinValues } from '../join.ts';
import { newList } from '../run.ts';
import { alternative, concatParts, endsWith, equalsText, expandAlternatives, hole, includes, knownStart, knownText, literalOf, mapLiterals, replaceParts, sizeOf, sliceParts, startsWith, textOf } from '../text.ts';
import { cutAt, startsWithScheme } from '../urls.ts';
import { toParts } from '../to-parts.ts';
import type { Part, Parts, Value } from '../value.ts';
import { holeValue, literalText, primitive } from '../value.ts';
import { argument } from './native.ts';
import type { NativeCall, NativeTable } from './native.ts';
import { callValue } from '../call.ts';

function selfParts({ run, self }: NativeCall): Parts {
  return toParts(run, self);
}

function answer(known: boolean | null): Value {
  return known === null ? holeValue('dynamic', [], null, { type: 'boolean' }) : primitive(known);
}

/** The same text, as far as it is known; its holes are the same too. */
function perPiece(change: (text: string) => string): (call: NativeCall) => Value {
  return (call) => textOf(mapLiterals(selfParts(call), change));
}

function numberOrNull(value: Value): number | null {
  return value.k === 'prim' && typeof value.value === 'number' ? value.value : null;
}

type SliceKind = 'slice' | 'substring' | 'substr';

/** `slice`, `substring`, `substr` differ in what they make of negative numbers, and in what the second number is. */
function slice(kind: SliceKind): (call: NativeCall) => Value {
  return (call) => {
    const numbers = call.args.slice(0, 2).map(numberOrNull);
    const [first = 0, second] = numbers;
    const unknown = holeValue('dynamic', [], null, { type: 'string' });
    if (first === null || second === null) return unknown;
    const clamp = (number: number): number => (kind === 'substring' ? Math.max(number, 0) : number);
    const start = kind === 'substring' && second !== undefined ? Math.min(clamp(first), clamp(second)) : clamp(first);
    const end = second === undefined ? undefined : kind === 'substring' ? Math.max(clamp(first), clamp(second)) : kind === 'substr' ? start + second : second;
    if (kind === 'substr' && start < 0 && end !== undefined) return unknown;
    const parts = selfParts(call);
    const ways = (expandAlternatives(parts) ?? [parts]).map((way) => sliceParts(way, start, end));
    const known = ways.filter((way) => way !== null);
    return joinValues([...(known.length === 0 ? [] : [textOf(alternative(known))]), ...(known.length < ways.length ? [unknown] : [])]);
  };
}

function replace(all: boolean): (call: NativeCall) => Value {
  return (call) => {
    const { run } = call;
    const search = argument(call, 0);
    const replacement = argument(call, 1);
    const parts = selfParts(call);
    const pattern = search.k === 'regexp' ? search.value : literalOf(search);
    if (pattern === null) return holeValue('dynamic', [], null, { type: 'string' });
    if (replacement.k === 'fn') {
      const result = callValue(run, replacement, [holeValue('dynamic')], call.node, null);
      return textOf(replaceParts(parts, pattern, toParts(run, result), all));
    }
    return textOf(replaceParts(parts, pattern, toParts(run, replacement), all));
  };
}

function splitText(call: NativeCall): Value {
  const separator = literalOf(argument(call, 0));
  const parts = selfParts(call);
  if (separator === null || separator === '' || parts.some((part) => part.kind === 'alt')) return newList(call.run, [], holeValue('dynamic', [], null, { type: 'string' }));
  const known = knownText(parts);
  if (known !== null && known.split(separator).length <= 64 && separator.length > 1) return newList(call.run, known.split(separator).map((piece) => literalText(piece)));
  const pieces: Value[] = [];
  let rest: Parts | null = parts;
  while (rest !== null && pieces.length < 64) {
    const { before, after }: { before: Parts; after: Parts | null } = separator.length === 1 ? cutAt(rest, separator) : { before: rest, after: null };
    pieces.push(textOf(before));
    rest = after;
  }
  return newList(call.run, pieces, parts.every((part) => part.kind === 'literal') ? null : holeValue('dynamic', [], null, { type: 'string' }));
}

const MAX_ENCODED = 60;

/** Known pieces are encoded; what is unknown can hold no reserved character afterwards. */
function encoded(parts: Parts): Parts {
  // a text of very many readings would leave no room for what stands beside it
  if (sizeOf(parts) > MAX_ENCODED) return [hole('limit', [], null, { encoded: true, type: 'string' })];
  return mapLiterals(parts, encodeURIComponent, (part) => ({ ...part, encoded: true }));
}

function decoded(parts: Parts): Parts {
  return mapLiterals(parts, (text) => {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  });
}

/** `(call) => text` of the first argument. */
function ofArgument(change: (parts: Parts) => Parts): (call: NativeCall) => Value {
  return (call) => textOf(change(toParts(call.run, argument(call, 0))));
}

function trimmed(parts: Parts, end: 'start' | 'end' | 'both'): Parts {
  const last = parts.length - 1;
  return parts.flatMap((part, i): readonly Part[] => {
    if (part.kind !== 'literal') return [part];
    let { text } = part;
    if (i === 0 && end !== 'end') text = text.trimStart();
    if (i === last && end !== 'start') text = text.trimEnd();
    return text === '' ? [] : text === part.text ? [part] : [{ ...part, text }];
  });
}

function pad(call: NativeCall): Value {
  const known = literalOf(call.self);
  return known === null ? holeValue('dynamic', [], null, { type: 'string' }) : call.self;
}

function test(call: NativeCall): Value {
  const pattern = call.self.k === 'regexp' ? call.self.value : null;
  const parts = toParts(call.run, argument(call, 0));
  const known = knownText(parts);
  if (pattern === null) return answer(null);
  if (known !== null) return answer(new RegExp(pattern.source, pattern.flags.replace('g', '')).test(known));
  if (/^\^https?\??:/.test(pattern.source.replace('\\', ''))) return answer(startsWithScheme(parts));
  return answer(null);
}

export const textNatives: NativeTable = {
  'text.toString': (call) => textOf(selfParts(call)),
  'text.valueOf': (call) => call.self,
  'text.concat': (call) => textOf(concatParts(selfParts(call), ...call.args.map((arg) => toParts(call.run, arg)))),
  'text.toUpperCase': perPiece((text) => text.toUpperCase()),
  'text.toLowerCase': perPiece((text) => text.toLowerCase()),
  'text.toLocaleLowerCase': perPiece((text) => text.toLowerCase()),
  'text.trim': (call) => textOf(trimmed(selfParts(call), 'both')),
  'text.trimStart': (call) => textOf(trimmed(selfParts(call), 'start')),
  'text.trimEnd': (call) => textOf(trimmed(selfParts(call), 'end')),
  'text.normalize': (call) => call.self,
  'text.startsWith': (call) => answer(ask(call, startsWith)),
  'text.endsWith': (call) => answer(ask(call, endsWith)),
  'text.includes': (call) => answer(ask(call, includes)),
  'text.indexOf': (call) => {
    const known = ask(call, includes);
    const search = literalOf(argument(call, 0));
    const at = search === null ? -1 : knownStart(selfParts(call)).indexOf(search);
    return known === false ? primitive(-1) : at !== -1 ? primitive(at) : holeValue('dynamic', [], null, { type: 'number' });
  },
  'text.replace': replace(false),
  'text.replaceAll': replace(true),
  'text.slice': slice('slice'),
  'text.substring': slice('substring'),
  'text.substr': slice('substr'),
  'text.split': splitText,
  'text.padStart': pad,
  'text.padEnd': pad,
  'text.toFixed': (call) => textOf(selfParts(call)),
  'text.charAt': () => holeValue('dynamic', [], null, { type: 'string' }),
  'text.at': () => holeValue('dynamic', [], null, { type: 'string' }),
  'text.match': () => holeValue('dynamic'),
  'text.repeat': (call) => (literalOf(call.self) === '' ? call.self : holeValue('dynamic', [], null, { type: 'string' })),
  'text.localeCompare': () => holeValue('dynamic', [], null, { type: 'number' }),
  'regexp.test': test,
  'regexp.exec': () => holeValue('dynamic'),
  encodeURIComponent: ofArgument(encoded),
  encodeURI: ofArgument((parts) => parts),
  escape: ofArgument(encoded),
  decodeURIComponent: ofArgument(decoded),
  decodeURI: ofArgument((parts) => parts),
  String: ofArgument((parts) => parts),
  'String.raw': () => holeValue('dynamic', [], null, { type: 'string' }),
  Number: (call) => {
    const known = literalOf(argument(call, 0));
    if (known !== null && known.trim() !== '' && !Number.isNaN(Number(known))) return primitive(Number(known));
    const value = argument(call, 0);
    return value.k === 'hole' ? { k: 'hole', part: { ...value.part, type: 'number' } } : holeValue('dynamic', [], null, { type: 'number' });
  },
  parseInt: (call) => {
    const value = argument(call, 0);
    return value.k === 'hole' ? { k: 'hole', part: { ...value.part, type: 'number' } } : holeValue('dynamic', [], null, { type: 'number' });
  },
  parseFloat: () => holeValue('dynamic', [], null, { type: 'number' }),
  'Number.parseInt': () => holeValue('dynamic', [], null, { type: 'number' }),
  'Number.isInteger': () => answer(null),
  'Number.isFinite': () => answer(null),
  Boolean: (call) => {
    const value = argument(call, 0);
    return value.k === 'prim' ? primitive(Boolean(value.value)) : answer(null);
  },
  'text.equals': (call) => {
    const other = literalOf(argument(call, 0));
    return answer(other === null ? null : equalsText(selfParts(call), other));
  },
};

/** A question about a text for each alternative of the searched text. */
function ask(call: NativeCall, question: (parts: Parts, search: string) => boolean | null): boolean | null {
  const search = literalOf(argument(call, 0));
  if (search === null) return null;
  return question(selfParts(call), search);
}
