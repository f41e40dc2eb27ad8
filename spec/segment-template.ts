/** One segment of a path template. */
export type SegmentTemplate =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'parameter'; readonly name: string }
  /** Literals, parameters and globs (`*`) in one segment: `{streamId}.{ext}`, `start.*`. */
  | { readonly kind: 'mixed'; readonly parts: readonly MixedPart[]; readonly key: string };

export type MixedPart = string | { readonly name: string | null };

/** The segments of `/library/streams/{streamId}.{ext}`. */
export function parseTemplate(path: string): readonly SegmentTemplate[] {
  return path.split('/').filter((text) => text !== '').map(parseSegment);
}

function parseSegment(text: string): SegmentTemplate {
  const parts = text.split(/(\{[^{}]*\}|\*)/).filter((part) => part !== '').map(parsePart);
  const [first] = parts;
  if (parts.length === 1 && typeof first === 'string') return { kind: 'literal', text };
  if (parts.length === 1 && typeof first === 'object' && first.name !== null) return { kind: 'parameter', name: first.name };
  return { kind: 'mixed', parts, key: text.replace(/\{[^{}]*\}/g, '{}') };
}

function parsePart(text: string): MixedPart {
  if (text === '*') return { name: null };
  return text.startsWith('{') ? { name: text.slice(1, -1) } : text;
}

/** The names of the parameters of a template, from the left. */
export function parameterNames(segments: readonly SegmentTemplate[]): readonly string[] {
  return segments.flatMap((segment) => {
    if (segment.kind === 'parameter') return [segment.name];
    return segment.kind === 'literal' ? [] : parameterNamesIn(segment.parts);
  });
}

/** The names of the parameters of one segment that mixes them with text. */
export function parameterNamesIn(parts: readonly MixedPart[]): readonly string[] {
  return parts.flatMap((part) => (typeof part === 'string' || part.name === null ? [] : [part.name]));
}
