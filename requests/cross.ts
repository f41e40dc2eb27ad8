import type { Crossing, FrameNode, Part, Parts, Value } from './value.ts';

/** Marks a value as having come through a parameter of `frame`. */
export function cross(value: Value, frame: FrameNode): Value {
  switch (value.k) {
    case 'text': return value.parts.length === 0 ? value : { k: 'text', parts: crossParts(value.parts, frame) };
    case 'hole': return { k: 'hole', part: { ...value.part, crossed: { frame, before: value.part.crossed } } };
    case 'ref': case 'fn': return { ...value, crossed: { frame, before: value.crossed } };
    case 'prim': return typeof value.value === 'number' ? { ...value, crossed: { frame, before: value.crossed ?? null } } : value;
    case 'promise': return { ...value, value: cross(value.value, frame) };
    case 'choice': return { k: 'choice', options: value.options.map((option) => cross(option, frame)) };
    default: return value;
  }
}

function crossParts(parts: Parts, frame: FrameNode): Parts {
  return parts.map((part): Part => (part.kind === 'alt'
    ? { kind: 'alt', options: part.options.map((option) => crossParts(option, frame)) }
    : { ...part, crossed: { frame, before: part.crossed } }));
}

/** Marks a value with all that an object it was read from came through. */
export function crossAll(value: Value, crossed: Crossing | null): Value {
  return crossed === null ? value : cross(crossAll(value, crossed.before), crossed.frame);
}
