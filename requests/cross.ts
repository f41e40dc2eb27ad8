import type { Crossing, FrameNode, Part, Parts, Value } from './value.ts';

/** Marks a value as having come through a parameter of `frame`. */
export function cross(value: Value, frame: FrameNode): Value {
  return through(value, (before) => ({ frame, before }));
}

/** Marks a value with all that an object it was read from came through. */
export function crossAll(value: Value, crossed: Crossing | null): Value {
  return crossed === null ? value : through(crossAll(value, crossed.before), (before) => ({ ...crossed, before }));
}

type Mark = (before: Crossing | null) => Crossing;

function through(value: Value, mark: Mark): Value {
  switch (value.k) {
    case 'text': return value.parts.length === 0 ? value : { k: 'text', parts: markParts(value.parts, mark) };
    case 'hole': return { k: 'hole', part: { ...value.part, crossed: mark(value.part.crossed) } };
    case 'ref': case 'fn': return { ...value, crossed: mark(value.crossed) };
    case 'prim': return typeof value.value === 'number' ? { ...value, crossed: mark(value.crossed ?? null) } : value;
    case 'promise': return { ...value, value: through(value.value, mark) };
    case 'choice': return { k: 'choice', options: value.options.map((option) => through(option, mark)) };
    default: return value;
  }
}

function markParts(parts: Parts, mark: Mark): Parts {
  return parts.map((part): Part => (part.kind === 'alt'
    ? { kind: 'alt', options: part.options.map((option) => markParts(option, mark)) }
    : { ...part, crossed: mark(part.crossed) }));
}
