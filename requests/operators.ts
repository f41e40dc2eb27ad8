import type { TSESTree } from '@typescript-eslint/types';

import { noteEscape } from './follow-failure.ts';
import type { Run } from './run.ts';
import { objectOf, placeIn, recordOf } from './run.ts';
import { concatParts, decide, equalsText, isFilled, knownText, literalOf, textOf } from './text.ts';
import type { Known } from './text.ts';
import { interpolate, toParts } from './to-parts.ts';
import type { Value } from './value.ts';
import { holeValue, isNullish, optionsOf, primitive } from './value.ts';

/** Whether a value is truthy; null when that cannot be known. */
export function truthiness(run: Run, value: Value): Known {
  switch (value.k) {
    case 'prim': return Boolean(value.value);
    case 'text': return decide(value.parts, (parts) => {
      const known = knownText(parts);
      return known !== null ? known !== '' : isFilled(parts) ? true : null;
    });
    case 'choice': {
      const answers = new Set(value.options.map((option) => truthiness(run, option)));
      const [answer] = answers;
      return answers.size === 1 && answer !== undefined ? answer : null;
    }
    case 'hole': return value.part.truthy === true ? true : null;
    case 'body': return value.truthy === true ? true : null;
    case 'package': return null;
    case 'promise': return true;
    default: return true;
  }
}

/** `truthiness`, and that a parameter that has to be given, and is a string, is not empty. */
export function likelihood(run: Run, value: Value): Known {
  if (value.k === 'hole' && value.part.type === 'string' && (value.part.reason === 'parameter' || value.part.declared === true) && value.part.optional !== true) return true;
  if (value.k === 'choice' && value.options.length > 1 && value.options.every((option) => likelihood(run, option) === true)) return true;
  return truthiness(run, value);
}

export function evaluateBinary(run: Run, node: TSESTree.BinaryExpression, left: Value, right: Value): Value {
  switch (node.operator) {
    case '+': return addValues(run, node, left, right);
    case '===': case '==': case '!==': case '!=': {
      readStatus(left, right);
      readStatus(right, left);
      const same = equals(run, left, right, node.operator.length === 2);
      return same === null ? unknownBoolean(run, node) : primitive(same === node.operator.startsWith('='));
    }
    case '<': case '>': case '<=': case '>=': {
      readStatus(left, right);
      readStatus(right, left);
      const a = numberOf(left);
      const b = numberOf(right);
      if (b === 0 && node.operator === '>' && isLength(left)) return primitive(true);
      if (a === null || b === null) return unknownBoolean(run, node);
      return primitive(node.operator === '<' ? a < b : node.operator === '>' ? a > b : node.operator === '<=' ? a <= b : a >= b);
    }
    case 'in': {
      const name = literalOf(left);
      const record = recordOf(run, right);
      if (name === null || record === null) return unknownBoolean(run, node);
      const prop = record.props.get(name);
      return prop?.presence === 'always' ? primitive(true) : prop === undefined && record.open === null ? primitive(false) : unknownBoolean(run, node);
    }
    case 'instanceof':
      // a class of errors may stand for a status
      if (left.k === 'hole' && left.part.errorOf !== undefined) noteEscape(run, left);
      return isInstance(run, left, right, node);
    case '-': case '*': case '/': case '%': case '**': {
      const a = numberOf(left);
      const b = numberOf(right);
      if (a === null || b === null) return holeValue('dynamic', [], placeIn(run, node), { type: 'number' });
      return primitive(node.operator === '-' ? a - b : node.operator === '*' ? a * b : node.operator === '/' ? a / b : node.operator === '%' ? a % b : a ** b, placeIn(run, node));
    }
    default: return holeValue('dynamic', [], placeIn(run, node), { type: 'number' });
  }
}

function unknownBoolean(run: Run, node: TSESTree.Node): Value {
  return holeValue('dynamic', [], placeIn(run, node), { type: 'boolean' });
}

/** The length of something that is not empty. */
function isLength(value: Value): boolean {
  return value.k === 'hole' && value.part.truthy === true && value.part.words.at(-1) === 'length';
}

function numberOf(value: Value): number | null {
  return value.k === 'prim' && typeof value.value === 'number' ? value.value : null;
}

function isNumeric(value: Value): boolean {
  return (value.k === 'prim' && typeof value.value === 'number') || (value.k === 'hole' && value.part.type === 'number');
}

/** `left + right`. */
export function addValues(run: Run, node: TSESTree.Node, left: Value, right: Value): Value {
  const a = numberOf(left);
  const b = numberOf(right);
  if (a !== null && b !== null) return primitive(a + b, placeIn(run, node));
  if (isNumeric(left) && isNumeric(right)) return holeValue('dynamic', [], placeIn(run, node), { type: 'number' });
  // a sum, or a text that ends with a number
  if ((a !== null && right.k === 'hole' && right.part.type !== 'string') || (b !== null && left.k === 'hole' && left.part.type !== 'string')) return holeValue('dynamic', [], placeIn(run, node));
  const isBinary = node.type === 'BinaryExpression';
  const leftParts = toParts(run, left, placeIn(run, node));
  const rightParts = toParts(run, right, placeIn(run, node));
  return textOf(isBinary ? concatParts(interpolate(leftParts, placeIn(run, node.left)), interpolate(rightParts, placeIn(run, node.right))) : concatParts(leftParts, rightParts));
}

/** `response.status === 404`: the code tells this status apart. */
export function readStatus(value: Value, other: Value): void {
  if (value.k !== 'hole' || value.part.statusOf === undefined) return;
  const status = numberOf(other) ?? Number(literalOf(other) ?? Number.NaN);
  if (!Number.isNaN(status)) for (const send of value.part.statusOf) send.statuses.add(status);
}

/** A value that is not known, but surely is not undefined or null. */
function isThere(value: Value): boolean {
  return value.k === 'hole' ? (value.part.declared === true || value.part.truthy === true) && value.part.optional !== true : value.k === 'body' && value.truthy === true;
}

/** Whether two values are equal; null when that cannot be known. */
export function equals(run: Run, left: Value, right: Value, loose: boolean): Known {
  const answers = new Set(optionsOf(left).flatMap((a) => optionsOf(right).map((b) => equalsOne(run, a, b, loose))));
  const [answer] = answers;
  return answers.size === 1 && answer !== undefined ? answer : null;
}

function equalsOne(run: Run, a: Value, b: Value, loose: boolean): Known {
  if ((isThere(a) && isNullish(b)) || (isThere(b) && isNullish(a))) return false;
  if (a.k === 'hole' || b.k === 'hole' || a.k === 'body' || b.k === 'body' || a.k === 'package' || b.k === 'package') return null;
  if (a.k === 'prim' && b.k === 'prim') return loose && isNullish(a) && isNullish(b) ? true : a.value === b.value;
  if (a.k === 'text' && b.k === 'text') {
    const known = knownText(b.parts);
    if (known !== null) return equalsText(a.parts, known);
    const other = knownText(a.parts);
    return other === null ? null : equalsText(b.parts, other);
  }
  if (a.k === 'ref' && b.k === 'ref') return a.id === b.id;
  if (a.k !== b.k) return loose && (a.k === 'text' || b.k === 'text') ? null : false;
  return null;
}

function isInstance(run: Run, left: Value, right: Value, node: TSESTree.Node): Value {
  if (left.k === 'hole' || left.k === 'choice' || left.k === 'body' || left.k === 'package') return unknownBoolean(run, node);
  const object = objectOf(run, left);
  if (right.k === 'native') {
    const is: Record<string, boolean | undefined> = {
      URL: object?.t === 'url', Array: object?.t === 'list', Request: object?.t === 'request',
      URLSearchParams: object?.t === 'record' && object.flavor === 'params', Headers: object?.t === 'record' && object.flavor === 'headers',
      FormData: object?.t === 'record' && object.flavor === 'form', Response: left.k === 'response',
    };
    const answer = is[right.name];
    if (answer !== undefined) return primitive(answer);
  }
  return left.k === 'text' || left.k === 'prim' ? primitive(false) : unknownBoolean(run, node);
}
