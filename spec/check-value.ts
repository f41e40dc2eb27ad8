import type { Schema } from './description.ts';
import { canBe, literalText, wholeHole } from './match-segment.ts';
import type { PathSegment } from './path-pattern.ts';
import type { JsonRecord } from './is-record.ts';
import { viewSchema, type SchemaView } from './view-schema.ts';
import { isFormatted } from './is-formatted.ts';

/** Why a value is none that a schema takes. */
export interface ValueFault {
  /** `flag`: true and false where 0 and 1 are taken, or the reverse. */
  readonly kind: 'type' | 'values' | 'flag' | 'range' | 'length' | 'pattern' | 'format';
  /** What is taken, for a sentence: `an integer`, `'video' or 'audio'`, `at most 100`. */
  readonly expected: string;
  /** The text that was surely meant; null when nobody can tell. */
  readonly instead: string | null;
}

/** The type that a value has in JSON; null: it cannot be known. */
export type JsonType = 'string' | 'number' | 'boolean' | 'null' | 'object' | 'array' | null;

/**
 * Why a text, as paths, queries and headers carry values, cannot be what a schema takes. Text with holes is at fault only
 * where no value of the holes could help. null: it fits, or that cannot be known.
 */
export function checkText(document: unknown, schema: Schema | null, text: PathSegment): ValueFault | null {
  return check(document, schema, { type: null, text }, 0);
}

/** Why a JSON value is none that a schema takes: its type, and its text where it has one. Looks at this value only. */
export function checkJson(document: unknown, schema: Schema | null, type: JsonType, text: PathSegment | null): ValueFault | null {
  return check(document, schema, { type: type ?? 'any', text: text ?? [{ hole: true, spans: 'segment' }] }, 0);
}

interface Value {
  /** null: a text that stands for any type. */
  readonly type: Exclude<JsonType, null> | 'any' | null;
  readonly text: PathSegment;
}

const MOST = 8;

function check(document: unknown, schema: Schema | null, value: Value, depth: number): ValueFault | null {
  const view = viewSchema(document, schema);
  const written = literalText(value.text);
  if (depth > MOST || (value.type === null && value.text.length === 0)) return null;
  if (written !== null && view.examples.some((example) => String(example) === written)) return null;
  const own = checkOwn(document, view, value, depth);
  if (own !== null || view.alternatives === null || view.alternatives.length === 0) return own;
  const faults = view.alternatives.map((alternative) => check(document, alternative, value, depth + 1));
  const [first] = faults;
  if (first === undefined || first === null || faults.includes(null)) return null;
  return { ...first, expected: [...new Set(faults.flatMap((fault) => fault?.expected ?? []))].join(', or ') };
}

function checkOwn(document: unknown, view: SchemaView, value: Value, depth: number): ValueFault | null {
  if (value.type === null) {
    if (view.types?.includes('array') === true) return checkItems(document, view, value, depth);
    return checkValues(view, value) ?? checkTextType(view, value) ?? checkBounds(view, value);
  }
  return checkJsonType(view, value.type) ?? checkValues(view, value) ?? checkBounds(view, value);
}

/** A list in one text is separated by commas. */
function checkItems(document: unknown, view: SchemaView, { text }: Value, depth: number): ValueFault | null {
  const written = literalText(text);
  const pieces: readonly PathSegment[] = written === null ? [text] : written.split(',').map((piece) => [piece.trim()]);
  if (written === null && text.some((part) => typeof part === 'string' && part.includes(','))) return null;
  for (const piece of pieces) {
    const fault = view.items === null ? null : check(document, view.items, { type: null, text: piece }, depth + 1);
    if (fault !== null) return fault;
  }
  return null;
}

function checkValues({ values }: SchemaView, { text, type }: Value): ValueFault | null {
  if (values === null || type === 'any') return null;
  const isNumeric = values.every((item) => typeof item === 'number');
  if (isNumeric && values.every((item) => item === 0 || item === 1) && (type === null || type === 'boolean')) {
    const flag = flagFault(text, ['false', 'true'], ['0', '1'], 'boolean', '0 or 1');
    if (flag !== null) return flag;
  }
  if (values.some((item) => canBe(text, String(item)))) return null;
  return { kind: 'values', expected: listValues(values), instead: caseOnly(values, text) };
}

/** The one value that differs from the text in case only. */
function caseOnly(values: readonly unknown[], text: PathSegment): string | null {
  const written = literalText(text)?.toLowerCase();
  const same = values.map(String).filter((item) => item.toLowerCase() === written);
  return same.length === 1 ? (same[0] ?? null) : null;
}

const LISTED = 12;

function listValues(values: readonly unknown[]): string {
  const shown = values.slice(0, LISTED).map((item) => (typeof item === 'string' ? `'${item}'` : JSON.stringify(item)));
  if (values.length > LISTED) return `one of ${shown.join(', ')}, …`;
  const last = shown.pop() ?? '';
  return shown.length === 0 ? last : `${shown.join(', ')} or ${last}`;
}

function checkTextType({ types }: SchemaView, { text }: Value): ValueFault | null {
  if (types === null || types.some((type) => type === 'string' || type === 'object' || type === 'array')) return null;
  if (types.includes('boolean') && !types.includes('integer') && !types.includes('number')) {
    const flag = flagFault(text, ['0', '1'], ['false', 'true'], 'number', 'true or false');
    if (flag !== null) return flag;
  }
  const isPossible = types.some((type) => canBeOfType(type, text));
  return isPossible ? null : { kind: 'type', expected: nameTypes(types), instead: null };
}

/** One of two words in place of one of two others, or an unknown value of the type that such words have. */
function flagFault(text: PathSegment, wrong: readonly string[], right: readonly string[], type: 'boolean' | 'number', expected: string): ValueFault | null {
  const index = wrong.indexOf(literalText(text) ?? '');
  if (index === -1 && (type === 'number' || wholeHole(text)?.type !== type)) return null;
  return { kind: 'flag', expected, instead: right[index] ?? null };
}

function canBeOfType(type: string, text: PathSegment): boolean {
  const hole = wholeHole(text);
  const isNumeric = type === 'integer' || type === 'number';
  if (hole !== null) return hole.type === undefined || hole.type === 'string' || (isNumeric ? hole.type === 'number' : type !== 'boolean' || hole.type === 'boolean');
  const written = literalText(text);
  if (type === 'boolean') return canBe(text, 'true') || canBe(text, 'false');
  if (type === 'null') return written === 'null' || written === null;
  if (!isNumeric) return true;
  if (written === null) return text.every((part) => typeof part === 'object' || /^[-+.\deE]*$/.test(part));
  return (type === 'integer' ? /^[-+]?\d+$/ : /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/).test(written);
}

function checkJsonType({ types }: SchemaView, type: Value['type']): ValueFault | null {
  if (types === null || type === null || type === 'any' || types.includes(type) || (type === 'number' && types.includes('integer'))) return null;
  return { kind: 'type', expected: nameTypes(types), instead: null };
}

const NAMES: Readonly<Record<string, string>> = { integer: 'an integer', array: 'an array', object: 'an object', string: 'a string', boolean: 'true or false', null: 'null' };

function nameTypes(types: readonly string[]): string {
  return types.map((type) => NAMES[type] ?? `a ${type}`).join(' or ');
}

function checkBounds(view: SchemaView, { text, type }: Value): ValueFault | null {
  const written = literalText(text);
  if (written === null) return null;
  const isText = type === 'string' || (type === null && (view.types === null || view.types.includes('string')));
  const isNumber = type === 'number' || (type === null && !isText && written.trim() !== '' && Number.isFinite(Number(written)));
  for (const part of view.parts) {
    const fault = isNumber ? checkRange(part, view, Number(written)) : isText ? checkString(part, view, written) : null;
    if (fault !== null) return fault;
  }
  return null;
}

function checkRange(part: JsonRecord, { types }: SchemaView, value: number): ValueFault | null {
  if (types?.includes('integer') === true && !types.includes('number') && !Number.isInteger(value)) return { kind: 'type', expected: 'an integer', instead: null };
  const { minimum, maximum, exclusiveMinimum: over, exclusiveMaximum: under, multipleOf } = part;
  const range = (expected: string): ValueFault => ({ kind: 'range', expected, instead: null });
  if (typeof minimum === 'number' && (value < minimum || (over === true && value === minimum))) return range(`${over === true ? 'more than' : 'at least'} ${minimum}`);
  if (typeof maximum === 'number' && (value > maximum || (under === true && value === maximum))) return range(`${under === true ? 'less than' : 'at most'} ${maximum}`);
  if (typeof over === 'number' && value <= over) return range(`more than ${over}`);
  if (typeof under === 'number' && value >= under) return range(`less than ${under}`);
  if (typeof multipleOf === 'number' && Number.isInteger(multipleOf) && value % multipleOf !== 0) return range(`a multiple of ${multipleOf}`);
  return null;
}

function checkString(part: JsonRecord, { examples }: SchemaView, text: string): ValueFault | null {
  const { pattern, format, maxLength, minLength } = part;
  if (typeof maxLength === 'number' && text.length > maxLength) return { kind: 'length', expected: `at most ${maxLength} characters`, instead: null };
  if (typeof minLength === 'number' && text.length < minLength) return { kind: 'length', expected: `at least ${minLength} characters`, instead: null };
  const expression = typeof pattern === 'string' ? readPattern(pattern) : null;
  // A pattern that rejects the document's own example is no rule.
  const isSound = expression !== null && examples.every((example) => typeof example !== 'string' || expression.test(example));
  if (isSound && !expression.test(text)) return { kind: 'pattern', expected: `text that matches ${expression.source}`, instead: null };
  return typeof format === 'string' && !isFormatted(format, text) ? { kind: 'format', expected: `text in the format ${format}`, instead: null } : null;
}

function readPattern(pattern: string): RegExp | null {
  try {
    return new RegExp(pattern, 'u');
  } catch {
    return null;
  }
}
