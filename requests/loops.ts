import type { TSESTree } from '@typescript-eslint/types';
import { bindPattern } from './bind.ts';
import { elementOf, evaluate } from './evaluate.ts';
import { evaluateTest } from './conditions.ts';
import { joinValues } from './join.ts';
import type { Run } from './run.ts';
import { inFork, LIMITS, listOf, placeIn, recordOf, within } from './run.ts';
import type { Exits } from './run.ts';
import { createScope } from './scope.ts';
import type { Scope } from './scope.ts';
import { joinInto, snapshot } from './state.ts';
import type { State } from './state.ts';
import { crossAll } from './cross.ts';
import type { ListItem, Value } from './value.ts';
import { holeValue, isNullish, literalText, optionsOf } from './value.ts';
import { declareVariables, endPath, execute } from './execute.ts';
import { readLoop } from './read-loop.ts';
import type { LoopNode } from './read-loop.ts';
import type { Context } from './send.ts';

/** What the code of a loop is executed in: as a second try, or as one of many. */
function contextOf(run: Run, node: LoopNode, scope: Scope): Context {
  const depth = run.frames.length;
  const repeat = readLoop(node, scope.module.source.text, placeIn(run, node));
  return repeat === null ? { kind: 'loop', depth } : { kind: 'retry', depth, repeat };
}

/** A loop runs its body once with what is known, and once more with what the first time changed. */
export function executeLoop(run: Run, node: TSESTree.ForStatement | TSESTree.WhileStatement | TSESTree.DoWhileStatement, scope: Scope, label: string | null): void {
  if (node.type === 'ForStatement' && node.init !== null) {
    if (node.init.type === 'VariableDeclaration') declareVariables(run, node.init, scope);
    else evaluate(run, node.init, scope);
  }
  const context = contextOf(run, node, scope);
  const { test } = node;
  const once = (): void => {
    if (test !== null && node.type !== 'DoWhileStatement') {
      const { known } = evaluateTest(run, test, scope);
      if (known === false) { endPath(run); return; }
    }
    within(run, context, () => { execute(run, node.body, createScope(scope)); });
  };
  const update = (): void => {
    if (node.type === 'ForStatement' && node.update !== null) evaluate(run, node.update, scope);
    if (node.type === 'DoWhileStatement') evaluate(run, node.test, scope);
  };
  repeat(run, label, once, update, node.type === 'DoWhileStatement');
}

function repeat(run: Run, label: string | null, once: () => void, update: () => void, atLeastOnce: boolean): void {
  const base = run.state;
  const firsts: State[] = [];
  const exits = inExits(run, label, true, () => { firsts.push(inFork(run, once)); });
  // what variables hold after the first time round, beside what they held before
  const ends = [...firsts, ...exits.continues].filter((state) => !state.dead);
  const second = base.fork();
  if (ends.length > 0) {
    joinInto(second, base, atLeastOnce ? ends : [base, ...ends]);
    const before = run.state;
    run.state = second;
    update();
    widen(base, second);
    const again = second.fork();
    run.state = again;
    const more = inExits(run, label, true, once, base, second);
    const last = [run.state, ...more.continues].filter((state) => !state.dead);
    exits.breaks.push(...more.breaks);
    run.state = before;
    if (last.length > 0) joinInto(second, second, [second, ...last]);
  }
  const after = [...(atLeastOnce ? [] : [base]), ...(ends.length > 0 ? [second] : []), ...exits.breaks];
  if (after.length > 0) joinInto(base, base, after);
  else endPath(run);
}

/** A text or number that grew in a loop can grow further: only that it changes is known. */
function widen(base: State, state: State): void {
  for (const [cell, value] of state.cells) {
    const before = base.read(cell);
    if (before === undefined || before === value) continue;
    const grown = optionsOf(value).filter((option) => !optionsOf(before).includes(option));
    if (grown.every((option) => option.k === 'prim' || option.k === 'text')) {
      state.cells.set(cell, joinValues([before, ...grown.map((option) => (option.k === 'text' && grewFrom(option, before) ? holeValue('loop', [cell.name]) : option.k === 'prim' && typeof option.value === 'number' ? holeValue('loop', [cell.name], null, { type: 'number' }) : option))]));
    }
  }
}

function grewFrom(option: Extract<Value, { k: 'text' }>, before: Value): boolean {
  return optionsOf(before).some((old) => old.k === 'text' && option.parts.length > old.parts.length && old.parts.every((part) => option.parts.includes(part)));
}

export function executeEach(run: Run, node: TSESTree.ForOfStatement | TSESTree.ForInStatement, scope: Scope, label: string | null): void {
  const source = evaluate(run, node.right, scope);
  const items = node.type === 'ForOfStatement' ? itemsOf(run, source) : keysOf(run, source, unknownKey(run, node));
  const bind = (value: Value): Scope => {
    const inner = createScope(scope);
    const pattern = node.left.type === 'VariableDeclaration' ? node.left.declarations[0].id : node.left;
    bindPattern(run, pattern, value, inner, node.left.type === 'VariableDeclaration' ? 'declare' : 'assign');
    return inner;
  };
  const context = contextOf(run, node, scope);
  const body = (value: Value): void => within(run, context, () => { execute(run, node.body, bind(value)); });
  // an object that may have further names is copied in one go, unless it is small
  const most = node.type === 'ForInStatement' && items?.some((item) => item.presence === 'maybe') === true ? LIMITS.unroll / 2 : LIMITS.unroll;
  if (items !== null && items.length <= most) {
    unroll(run, label, items, body);
    return;
  }
  const list = node.type === 'ForOfStatement' ? listOf(run, source) : null;
  if (list !== null && list.rest !== null && list.items.length > 0 && list.items.length <= LIMITS.unroll) {
    // those that are known, and then any number of others
    const { rest } = list;
    const crossed = source.k === 'ref' ? source.crossed : null;
    unroll(run, label, list.items.map((item) => ({ ...item, value: crossAll(item.value, crossed) })), body);
    if (!run.state.dead) repeat(run, label, () => { body(crossAll(rest, crossed)); }, () => undefined, false);
    return;
  }
  const value = node.type === 'ForInStatement' ? joinValues(items?.map((item) => item.value) ?? [unknownKey(run, node)])
    : items === null ? elementOf(run, source) : joinValues(items.slice(0, 24).map((item) => item.value));
  repeat(run, label, () => { body(value); }, () => undefined, false);
}

function unroll(run: Run, label: string | null, items: readonly ListItem[], body: (value: Value) => void): void {
  const base = run.state;
  const work = base.fork();
  run.state = work;
  const exits = inExits(run, label, true, (own) => {
    own.start = work;
    for (const item of items) {
      const after = inFork(run, () => { body(item.value); });
      const ends = [after, ...own.continues.splice(0)].filter((state) => !state.dead);
      if (ends.length === 0 && item.presence === 'always') {
        work.dead = true;
        break;
      }
      joinInto(work, work, item.presence === 'always' ? ends : [work, ...ends]);
    }
  }, base);
  run.state = base;
  const states = [...(work.dead ? [] : [work]), ...exits.breaks];
  if (states.length === 0) endPath(run);
  else joinInto(base, base, states);
}

/** The known items of a list, or the pairs of an object made for `for…of`; null when the list is not wholly known. */
export function itemsOf(run: Run, value: Value): readonly ListItem[] | null {
  const list = listOf(run, value);
  if (list !== null) return list.rest === null ? list.items.map((item) => ({ ...item, value: crossAll(item.value, value.k === 'ref' ? value.crossed : null) })) : null;
  const record = recordOf(run, value);
  if (record === null || record.flavor === 'object' || record.open !== null) return null;
  return [...record.props.values()].map((prop) => ({ value: joinValues([prop.value]), presence: prop.presence }));
}

function unknownKey(run: Run, node: TSESTree.ForInStatement | TSESTree.ForOfStatement): Value {
  return holeValue('dynamic', [], placeIn(run, node.left), { type: 'string' });
}

/** The names in an object, with an unknown one where there may be others; null when none of them is known. */
function keysOf(run: Run, value: Value, unknown: Value): readonly ListItem[] | null {
  const records = optionsOf(value).filter((option) => !isNullish(option)).map((option) => recordOf(run, option));
  const [record] = records;
  if (record === null || record === undefined || records.length > 1) return null;
  const presence = optionsOf(value).length > 1 ? 'maybe' : null;
  const known = [...record.props.values()].map((prop): ListItem => ({ value: literalText(prop.name, prop.place), presence: presence ?? prop.presence }));
  return record.open === null ? known : [...known, { value: unknown, presence: 'maybe' }];
}

export function inExits(run: Run, label: string | null, isLoop: boolean, action: (exits: Exits) => void, base = run.state, start = run.state): Exits {
  const exits: Exits = { label, isLoop, base, start, breaks: [], continues: [] };
  run.call.exits.push(exits);
  action(exits);
  run.call.exits.pop();
  return exits;
}

export function leave(run: Run, label: string | null, kind: 'breaks' | 'continues'): void {
  const exits = [...run.call.exits].reverse().find((at) => (label === null ? kind === 'breaks' || at.isLoop : at.label === label));
  if (exits !== undefined) exits[kind].push(snapshot(run.state, kind === 'breaks' ? exits.base : exits.start));
  endPath(run);
}
