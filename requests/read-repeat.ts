import type { TSESTree } from '@typescript-eslint/types';

import { option } from './client-options.ts';
import { truthiness } from './operators.ts';
import type { RepeatModel } from './repeat-model.ts';
import type { Place, Repeat } from './request-site.ts';
import type { Run } from './run.ts';
import { listOf, recordOf } from './run.ts';
import { literalOf } from './text.ts';
import type { Value } from './value.ts';
import { isNullish, optionsOf, wordsOf } from './value.ts';
import { findInside } from './walk.ts';

/** Repeats of which nothing more is known. */
export function unknownRepeat(by: Repeat['by'], place: Place | null): Repeat {
  return { by, place, limit: null, pauses: null, statuses: null, afterLoss: null, methods: 'all', heedsRetryAfter: null };
}

/** What options tell of repeats; `options` is null when none are given. null: they surely say that nothing is repeated. */
export function readRepeat(run: Run, model: RepeatModel, options: Value | null, by: Repeat['by'], place: Place | null): Repeat | null {
  const given = options === null || isNullish(options) ? null : options;
  if (given !== null && optionsOf(given).length > 1) return unknownRepeat(by, place);
  const record = given === null ? null : recordOf(run, given);
  const known = given === null || given.k === 'prim' || record !== null;
  if (!known || (given?.k === 'prim' && given.value === false)) return known ? null : unknownRepeat(by, place);

  const value = (keys: readonly string[] | undefined): Value | null => {
    for (const key of keys ?? []) {
      const found = given === null || given.k === 'prim' ? null : option(run, given, key);
      if (found !== null && !isNullish(found)) return found;
    }
    return null;
  };
  const limit = given?.k === 'prim' && typeof given.value === 'number' ? given.value : readLimit(run, model, value(model.limits), value(model.endless));
  if (limit === 0) return null;
  const decider = value(model.decides);
  const list = value(model.statuses);
  const decided = decider === null ? undefined : statusesIn(decider);
  return {
    by, place, limit: limit === Infinity ? 'endless' : limit,
    pauses: readPause(value(model.waits), model.pauses),
    statuses: decided !== undefined ? decided : list === null ? model.on : numbersIn(run, list),
    afterLoss: decider === null ? true : decided === 'all' ? true : null,
    methods: readMethods(run, model, value(model.methods), decider),
    heedsRetryAfter: model.heedsRetryAfter ?? false,
  };
}

/** The same repeats with what options beside theirs say of pauses and statuses; `valueOf` finds such an option. */
export function readBeside(run: Run, { beside }: RepeatModel, repeat: Repeat | null, valueOf: (keys: readonly string[]) => Value | null): Repeat | null {
  if (beside === undefined || repeat === null) return repeat;
  const wait = valueOf(beside.waits);
  const list = valueOf(beside.statuses);
  return {
    ...repeat,
    pauses: readPause(wait, repeat.pauses === true),
    statuses: list === null ? repeat.statuses : numbersIn(run, list),
    heedsRetryAfter: repeat.heedsRetryAfter === true || (wait?.k === 'fn' && RETRY_AFTER.test(wait.module.source.text.slice(...wait.node.range))),
  };
}

/** How the header is spelt in code: `retry-after`, `retryAfter`. */
export const RETRY_AFTER = /retry-?after/i;

function readLimit(run: Run, model: RepeatModel, value: Value | null, endless: Value | null): number | 'endless' | null {
  if (endless !== null) {
    const forever = truthiness(run, endless);
    if (forever !== false) return forever === true ? 'endless' : null;
  }
  if (value === null) return model.limit;
  if (value.k === 'prim' && typeof value.value === 'number') return Math.max(0, value.value - (model.countsFirst === true ? 1 : 0));
  const infinite = /^(?:Infinity|POSITIVE_INFINITY|MAX_SAFE_INTEGER|MAX_VALUE)$/.test(wordsOf(value).at(-1) ?? '') || literalOf(value) === 'INFINITELY';
  return infinite ? 'endless' : null;
}

function readPause(value: Value | null, byDefault: boolean): boolean | null {
  if (value === null) return byDefault;
  if (value.k === 'prim') return typeof value.value === 'number' ? value.value > 0 : null;
  if (value.k === 'fn' && value.node.body?.type === 'Literal') return value.node.body.value !== 0;
  return value.k === 'hole' ? null : true;
}

function numbersIn(run: Run, value: Value): readonly number[] | null {
  const list = listOf(run, value);
  if (list?.rest !== null) return null;
  const numbers = list.items.flatMap(({ value: item }) => (item.k === 'prim' && typeof item.value === 'number' ? [item.value] : []));
  return numbers.length === list.items.length ? numbers : null;
}

function readMethods(run: Run, model: RepeatModel, value: Value | null, decider: Value | null): Repeat['methods'] {
  // a function that decides is asked for every method
  if (value === null) return decider === null ? model.only ?? 'all' : 'all';
  const list = listOf(run, value);
  if (list?.rest !== null) return null;
  const names = list.items.flatMap(({ value: item }) => literalOf(item)?.toUpperCase() ?? []);
  return names.length === list.items.length ? names : null;
}

/**
 * The statuses that a function which decides on a repeat asks for by number: `error.response.status === 429`. `all` when
 * it says yes to everything. null: it decides by something else.
 */
function statusesIn(decider: Value): readonly number[] | 'all' | null {
  if (decider.k !== 'fn') return null;
  const { body } = decider.node;
  if (body === null || body === undefined) return null;
  if (body.type === 'Literal') return body.value === true ? 'all' : null;
  const found: number[] = [];
  const isIntricate = findInside(body, (node) => {
    if (node.type === 'UnaryExpression' || node.type === 'IfStatement' || node.type === 'ConditionalExpression') return true;
    if (node.type === 'BinaryExpression') return !readsEqual(node, found);
    return node.type === 'CallExpression' && !readsIncludes(node, found);
  });
  return isIntricate || found.length === 0 ? null : found;
}

function readsEqual(node: TSESTree.BinaryExpression, found: number[]): boolean {
  if (node.operator !== '===' && node.operator !== '==') return false;
  const { right } = node;
  if (right.type !== 'Literal' || typeof right.value !== 'number') return false;
  found.push(right.value);
  return true;
}

/** `[429, 503].includes(error.response.status)` */
function readsIncludes(node: TSESTree.CallExpression, found: number[]): boolean {
  const { callee } = node;
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'ArrayExpression' || callee.property.type !== 'Identifier' || callee.property.name !== 'includes') return false;
  const numbers = callee.object.elements.map((element) => (element?.type === 'Literal' && typeof element.value === 'number' ? element.value : null));
  found.push(...numbers.filter((number) => number !== null));
  return numbers.every((number) => number !== null);
}
