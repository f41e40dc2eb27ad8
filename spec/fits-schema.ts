import type { Schema } from './description.ts';
import { isRecord, type JsonRecord } from './is-record.ts';
import { literalText, canBe, wholeHole } from './match-segment.ts';
import type { PathHole, PathSegment } from './path-pattern.ts';
import { resolveRef } from './resolve-ref.ts';

/** Whether a value in a path fits a parameter: `maybe` when a hole leaves it open. */
export type Fit = 'yes' | 'maybe' | 'no';

/**
 * Whether a piece of a path can be a value of the schema. A hole surely fits a schema that names no values: that is what
 * parameters are for. Looks at types, enums, patterns and lists; what it does not know fits.
 */
export function fitsSchema(document: unknown, schema: Schema | null, value: PathSegment): Fit {
  const resolved = schema === null ? null : resolveRef(document, schema);
  if (resolved === null) return 'yes';
  const alternatives = resolved.oneOf ?? resolved.anyOf;
  if (Array.isArray(alternatives)) return best(alternatives.filter(isRecord).map((alternative) => fitsSchema(document, alternative, value)));
  const values: unknown = resolved.const === undefined ? resolved.enum : [resolved.const];
  const text = literalText(value);
  if (Array.isArray(values)) return text === null ? fitsValues(values, value) : yesOrNo(values.some((item) => String(item) === text));
  if (text !== null) return yesOrNo(accepts(document, resolved, text));
  const hole = wholeHole(value);
  return yesOrNo(hole === null ? acceptsPieces(resolved, value) : acceptsHole(resolved, hole));
}

function best(fits: readonly Fit[]): Fit {
  if (fits.length === 0 || fits.includes('yes')) return 'yes';
  return fits.includes('maybe') ? 'maybe' : 'no';
}

function yesOrNo(fits: boolean): Fit {
  return fits ? 'yes' : 'no';
}

function fitsValues(values: readonly unknown[], value: PathSegment): Fit {
  return values.some((item) => canBe(value, String(item))) ? 'maybe' : 'no';
}

function accepts(document: unknown, schema: JsonRecord, text: string): boolean {
  const types = typesOf(schema);
  if (types.includes('array')) {
    const items = isRecord(schema.items) ? (schema.items as Schema) : null;
    return text.split(',').every((item) => fitsSchema(document, items, [item]) !== 'no');
  }
  if (types.length > 0 && !types.some((type) => isOfType(type, text))) return false;
  return typeof schema.pattern !== 'string' || matches(schema.pattern, text);
}

function isOfType(type: string, text: string): boolean {
  switch (type) {
    case 'integer':
      return /^-?\d+$/.test(text);
    case 'number':
      return /^-?\d+(?:\.\d+)?$/.test(text);
    case 'boolean':
      return text === 'true' || text === 'false';
    default:
      return true;
  }
}

/** Text and holes in one value: for numbers, the text must consist of digits. */
function acceptsPieces(schema: JsonRecord, value: PathSegment): boolean {
  const types = typesOf(schema);
  if (types.length === 0 || types.includes('string')) return true;
  const items = isRecord(schema.items) ? typesOf(schema.items) : [];
  if (types.includes('array') && !items.includes('integer') && !items.includes('number')) return true;
  return value.every((part) => typeof part === 'object' || /^[-\d.,]*$/.test(part));
}

function acceptsHole(schema: JsonRecord, { type }: PathHole): boolean {
  const types = typesOf(schema);
  if (type === undefined || type === 'string' || types.length === 0 || types.includes('string') || types.includes('array')) return true;
  return type === 'boolean' ? types.includes('boolean') : types.includes('integer') || types.includes('number');
}

function typesOf(schema: JsonRecord): readonly string[] {
  const type = schema.type;
  return (Array.isArray(type) ? (type as unknown[]) : [type]).filter((name) => typeof name === 'string');
}

function matches(pattern: string, text: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(text);
  } catch {
    return true;
  }
}
