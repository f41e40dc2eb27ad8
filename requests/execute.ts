import type { TSESTree } from '@typescript-eslint/types';

import { bindPattern } from './bind.ts';
import { classValue } from './classes.ts';
import { builderMember } from './client-answers.ts';
import { elementOf, evaluate, evaluateTest, makeFunction, narrow } from './evaluate.ts';
import { handlerEffect } from './handlers.ts';
import { joinValues } from './join.ts';
import { equals, readStatus } from './operators.ts';
import { keyText } from './project-module.ts';
import type { Run } from './run.ts';
import { inFork, LIMITS, listOf, newRecord, placeIn, property, recordOf, within } from './run.ts';
import type { Exits } from './run.ts';
import { createScope, declare } from './scope.ts';
import type { Cell, Scope } from './scope.ts';
import type { Send } from './send.ts';
import { joinInto, mergeStates, snapshot } from './state.ts';
import type { State } from './state.ts';
import { crossAll } from './text.ts';
import type { FunctionNode, ListItem, Value } from './value.ts';
import { holeValue, literalText, optionsOf, primitive, undefinedValue } from './value.ts';

/** Executes a function's body. Returns the value of an arrow's expression, else null. */
export function executeBody(run: Run, node: FunctionNode, scope: Scope): Value | null {
  if (node.body === null || node.body === undefined) return null;
  if (node.body.type !== 'BlockStatement') return evaluate(run, node.body, scope);
  executeStatements(run, node.body.body, scope);
  return null;
}

/** Executes statements in order, until one ends the path. */
export function executeStatements(run: Run, statements: readonly TSESTree.Statement[], scope: Scope): void {
  const atTop = scope.activation === null && scope === scope.module.scope;
  if (!atTop) hoist(run, statements, scope);
  for (const statement of statements) {
    if (run.state.dead) return;
    execute(run, statement, scope);
  }
}

/** Functions are there before the first statement; other declarations hide outer variables of the same name. */
function hoist(run: Run, statements: readonly TSESTree.Statement[], scope: Scope): void {
  for (const statement of statements) {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declaration?.type === 'FunctionDeclaration') run.state.cells.set(declare(scope, declaration.id?.name ?? ''), makeFunction(run, declaration, scope));
    else if (declaration?.type === 'VariableDeclaration') for (const { id } of declaration.declarations) if (id.type === 'Identifier' && declaration.kind !== 'var') declare(scope, id.name);
  }
}

function execute(run: Run, node: TSESTree.Statement, scope: Scope, label: string | null = null): void {
  run.steps++;
  if (run.steps > LIMITS.steps) {
    run.limited = true;
    return;
  }
  switch (node.type) {
    case 'ExpressionStatement': executeExpression(run, node, scope); break;
    case 'VariableDeclaration': declareVariables(run, node, scope); break;
    case 'ReturnStatement': executeReturn(run, node, scope); break;
    case 'IfStatement': executeIf(run, node, scope); break;
    case 'BlockStatement': executeStatements(run, node.body, createScope(scope)); break;
    case 'ForStatement': case 'WhileStatement': case 'DoWhileStatement': executeLoop(run, node, createScope(scope), label); break;
    case 'ForOfStatement': case 'ForInStatement': executeEach(run, node, scope, label); break;
    case 'TryStatement': executeTry(run, node, scope); break;
    case 'ThrowStatement': executeThrow(run, node, scope); break;
    case 'SwitchStatement': executeSwitch(run, node, scope, label); break;
    case 'BreakStatement': leave(run, node.label?.name ?? null, 'breaks'); break;
    case 'ContinueStatement': leave(run, node.label?.name ?? null, 'continues'); break;
    case 'LabeledStatement': execute(run, node.body, scope, node.label.name); break;
    case 'ClassDeclaration': if (scope.activation !== null) run.state.cells.set(declare(scope, node.id.name), classValue(run, node, scope)); break;
    case 'ExportNamedDeclaration': if (node.declaration !== null && node.declaration.type !== 'TSDeclareFunction') execute(run, node.declaration as TSESTree.Statement, scope); break;
    case 'ExportDefaultDeclaration': if (node.declaration.type !== 'FunctionDeclaration' && node.declaration.type !== 'ClassDeclaration') forceDefault(run, node, scope); break;
    case 'TSModuleDeclaration': if (node.id.type === 'Identifier' && scope === scope.module.scope) evaluate(run, node.id, scope); break;
    case 'TSEnumDeclaration': if (scope.activation !== null) run.state.cells.set(declare(scope, node.id.name), enumValue(run, node, scope)); break;
    case 'TSExportAssignment': evaluate(run, node.expression, scope); break;
    case 'FunctionDeclaration': if (scope.activation === null && scope === scope.module.scope) evaluate(run, node.id, scope); break;
    default: break;
  }
  if (scope === scope.module.scope && node.type === 'ClassDeclaration') evaluate(run, node.id, scope);
}

function forceDefault(run: Run, node: TSESTree.ExportDefaultDeclaration, scope: Scope): void {
  if (scope.module.values.has('default') || node.declaration.type === 'Identifier') return;
  const target = scope.module.exports.get('default');
  if (target?.kind === 'expression') scope.module.values.set('default', evaluate(run, target.node, scope));
}

/** A call whose promise nobody looks at is floating. */
function executeExpression(run: Run, node: TSESTree.ExpressionStatement, scope: Scope): void {
  const value = evaluate(run, node.expression, scope);
  const inner = node.expression.type === 'ChainExpression' ? node.expression.expression : node.expression;
  if (inner.type !== 'CallExpression') return;
  for (const option of optionsOf(value)) {
    if (option.k === 'promise') for (const send of option.sends) if (send.handlers.length === 0 && !isSetting(send, inner)) send.floating ??= run.frames.length;
  }
}

/** `request.set(name, value);` sends nothing yet. */
function isSetting(send: Send, node: TSESTree.CallExpression): boolean {
  const { callee } = node;
  return callee.type === 'MemberExpression' && callee.property.type === 'Identifier' && builderMember(send, callee.property.name) !== null;
}

function declareVariables(run: Run, node: TSESTree.VariableDeclaration, scope: Scope): void {
  const top = scope === scope.module.scope && scope.activation === null;
  for (const { id, init } of node.declarations) {
    if (top && id.type === 'Identifier') {
      const cell = scope.cells.get(id.name);
      if (cell?.lazy !== undefined && cell.lazy !== null) {
        const { lazy } = cell;
        cell.lazy = null;
        const value = lazy();
        if (!run.state.cells.has(cell)) run.state.cells.set(cell, value);
      }
      continue;
    }
    const target = node.kind === 'var' ? functionScope(scope) : scope;
    if (init === null) {
      if (node.kind !== 'var' && !node.declare) bindPattern(run, id, undefinedValue, target, 'declare');
      else if (id.type === 'Identifier') declare(target, id.name);
      continue;
    }
    bindPattern(run, id, evaluate(run, init, scope), target, 'declare');
  }
}

function functionScope(scope: Scope): Scope {
  let at = scope;
  while (at.parent !== null && at.parent.activation === at.activation && at.activation !== null) at = at.parent;
  return at;
}

function executeReturn(run: Run, node: TSESTree.ReturnStatement, scope: Scope): void {
  const value = node.argument === null ? undefinedValue : evaluate(run, node.argument, scope);
  run.call.returns.push({ value, state: snapshot(run.state, run.call.base) });
  endPath(run);
}

function endPath(run: Run): void {
  run.state = run.state.fork();
  run.state.dead = true;
}

/** An error thrown because of a status is a check that reaches the caller. */
function executeThrow(run: Run, node: TSESTree.ThrowStatement, scope: Scope): void {
  evaluate(run, node.argument, scope);
  noteThrow(run);
  const block = run.call.tries.at(-1);
  block?.thrown.push(snapshot(run.state, block.base));
  endPath(run);
}

export function noteThrow(run: Run): void {
  for (const context of run.contexts) if (context.kind === 'branch') for (const send of context.sends) send.thrown.push([...run.contexts]);
}

function executeIf(run: Run, node: TSESTree.IfStatement, scope: Scope): void {
  const { known: sure, likely, checked } = evaluateTest(run, node.test, scope);
  const known = sure ?? (likely === true && !exits(node.consequent) ? true : null);
  if (known !== null) {
    narrow(run, node.test, scope, known);
    if (known) executeKnown(run, node, scope);
    else if (node.alternate !== null) execute(run, node.alternate, createScope(scope));
    return;
  }
  const branch = (statement: TSESTree.Statement | null, outcome: boolean): State => inFork(run, () => {
    narrow(run, node.test, scope, outcome);
    if (statement !== null) within(run, { kind: 'branch', depth: run.frames.length, sends: checked }, () => { execute(run, statement, createScope(scope)); });
  });
  const base = run.state;
  mergeStates(base, [branch(node.consequent, true), branch(node.alternate, false)]);
  if (base.dead) endPath(run);
}

/** A branch that leaves the function or loop. */
function exits(node: TSESTree.Statement): boolean {
  return node.type === 'BlockStatement' ? endsWithExit(node) : node.type === 'ReturnStatement' || node.type === 'ThrowStatement' || node.type === 'BreakStatement' || node.type === 'ContinueStatement';
}

/**
 * A condition that surely holds. A guard against a missing value (`if (!settings.host) throw …`) is passed all the same:
 * what is missing here is filled in by code that is not in sight.
 */
function executeKnown(run: Run, node: TSESTree.IfStatement, scope: Scope): void {
  if (node.alternate !== null || !asksForMissing(node.test)) {
    execute(run, node.consequent, createScope(scope));
    return;
  }
  const sends = run.sends.length;
  const base = run.state;
  const branch = inFork(run, () => { execute(run, node.consequent, createScope(scope)); });
  if (!branch.dead || run.sends.length > sends) {
    mergeStates(base, [branch]);
    if (base.dead) {
      base.dead = false;
      endPath(run);
    }
  }
}

/** `!a.b`, `a.b === undefined`, `a.b == null`, and several of them with `||`. */
function asksForMissing(test: TSESTree.Expression): boolean {
  if (test.type === 'UnaryExpression' && test.operator === '!') return isMember(test.argument);
  if (test.type === 'LogicalExpression' && test.operator === '||') return asksForMissing(test.left) || asksForMissing(test.right);
  return test.type === 'BinaryExpression' && test.left.type !== 'PrivateIdentifier' && isMember(test.left) && ((test.right.type === 'Identifier' && test.right.name === 'undefined') || (test.right.type === 'Literal' && test.right.value === null));
}

function isMember(node: TSESTree.Expression): boolean {
  return node.type === 'MemberExpression' || (node.type === 'ChainExpression' && node.expression.type === 'MemberExpression');
}

function leave(run: Run, label: string | null, kind: 'breaks' | 'continues'): void {
  const exits = [...run.call.exits].reverse().find((at) => (label === null ? kind === 'breaks' || at.isLoop : at.label === label));
  if (exits !== undefined) exits[kind].push(snapshot(run.state, kind === 'breaks' ? exits.base : exits.start));
  endPath(run);
}

function inExits(run: Run, label: string | null, isLoop: boolean, action: (exits: Exits) => void, base = run.state, start = run.state): Exits {
  const exits: Exits = { label, isLoop, base, start, breaks: [], continues: [] };
  run.call.exits.push(exits);
  action(exits);
  run.call.exits.pop();
  return exits;
}

const RETRY_WORDS = /attempt|retr(?:y|ies)|backoff|tries/i;

/** A loop that tries again: it counts attempts, or it ends by success inside a `try` whose failure goes on. */
function isRetryLoop(run: Run, node: TSESTree.Node, body: TSESTree.Statement, scope: Scope): boolean {
  const text = scope.module.source.text.slice(node.range[0], body.range[0]);
  if (RETRY_WORDS.test(text)) return true;
  if (node.type === 'ForOfStatement' || node.type === 'ForInStatement') return false;
  const inside = body.type === 'BlockStatement' ? body.body : [body];
  return inside.some((statement) => statement.type === 'TryStatement' && endsWithExit(statement.block) && (statement.handler === null || !endsWithExit(statement.handler.body)));
}

function endsWithExit(block: TSESTree.BlockStatement): boolean {
  const last = block.body.at(-1);
  return last !== undefined && (last.type === 'ReturnStatement' || last.type === 'ThrowStatement' || last.type === 'BreakStatement');
}

/** A loop runs its body once with what is known, and once more with what the first time changed. */
function executeLoop(run: Run, node: TSESTree.ForStatement | TSESTree.WhileStatement | TSESTree.DoWhileStatement, scope: Scope, label: string | null): void {
  if (node.type === 'ForStatement' && node.init !== null) {
    if (node.init.type === 'VariableDeclaration') declareVariables(run, node.init, scope);
    else evaluate(run, node.init, scope);
  }
  const retries = isRetryLoop(run, node, node.body, scope);
  const { test } = node;
  const once = (): void => {
    if (test !== null && node.type !== 'DoWhileStatement') {
      const { known } = evaluateTest(run, test, scope);
      if (known === false) { endPath(run); return; }
    }
    within(run, { kind: retries ? 'retry' : 'loop', depth: run.frames.length }, () => { execute(run, node.body, createScope(scope)); });
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

function executeEach(run: Run, node: TSESTree.ForOfStatement | TSESTree.ForInStatement, scope: Scope, label: string | null): void {
  const source = evaluate(run, node.right, scope);
  const items = node.type === 'ForOfStatement' ? itemsOf(run, source) : keysOf(run, source);
  const bind = (value: Value): Scope => {
    const inner = createScope(scope);
    const pattern = node.left.type === 'VariableDeclaration' ? node.left.declarations[0].id : node.left;
    bindPattern(run, pattern, value, inner, node.left.type === 'VariableDeclaration' ? 'declare' : 'assign');
    return inner;
  };
  const kind = isRetryLoop(run, node, node.body, scope) ? 'retry' as const : 'loop' as const;
  const body = (value: Value): void => within(run, { kind, depth: run.frames.length }, () => { execute(run, node.body, bind(value)); });
  if (items !== null && items.length <= LIMITS.unroll) {
    unroll(run, label, items, body);
    return;
  }
  const element = items === null ? elementOf(run, source) : joinValues(items.slice(0, 24).map((item) => item.value));
  const value = node.type === 'ForOfStatement' ? element : holeValue('dynamic', [], placeIn(run, node.left), { type: 'string' });
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

function keysOf(run: Run, value: Value): readonly ListItem[] | null {
  const record = recordOf(run, value);
  return record?.open !== null ? null : [...record.props.values()].map((prop) => ({ value: literalText(prop.name, prop.place), presence: prop.presence }));
}

function executeTry(run: Run, node: TSESTree.TryStatement, scope: Scope): void {
  const base = run.state;
  const first = run.sends.length;
  const { handler } = node;
  const thrown: State[] = [];
  if (handler !== null) run.call.tries.push({ base, thrown });
  const tried = inFork(run, () => {
    if (handler === null) executeStatements(run, node.block.body, createScope(scope));
    else within(run, { kind: 'handler', depth: run.frames.length, ...handlerEffect(run, handler) }, () => { executeStatements(run, node.block.body, createScope(scope)); });
  });
  const states = [tried];
  if (handler !== null) {
    run.call.tries.pop();
    const sends = run.sends.slice(first);
    states.push(inFork(run, () => {
      joinInto(run.state, base, [base, tried, ...thrown]);
      const inner = createScope(scope);
      if (handler.param !== null) bindPattern(run, handler.param, errorValue(run, sends, handler.param), inner, 'declare');
      within(run, { kind: 'recover', depth: run.frames.length, sends }, () => { executeStatements(run, handler.body.body, inner); });
    }));
  }
  mergeStates(base, states);
  const dead = base.dead;
  base.dead = false;
  if (node.finalizer !== null) executeStatements(run, node.finalizer.body, createScope(scope));
  if (dead) endPath(run);
}

/** What a handler is given: an error of one of these requests. */
export function errorValue(run: Run, sends: readonly Send[], node: TSESTree.Node): Value {
  const words = node.type === 'Identifier' ? [node.name] : ['error'];
  return holeValue('dynamic', words, placeIn(run, node), { errorOf: sends });
}

function executeSwitch(run: Run, node: TSESTree.SwitchStatement, scope: Scope, label: string | null): void {
  const before = run.checkLog.length;
  const value = evaluate(run, node.discriminant, scope);
  const checked: readonly Send[] = run.checkLog.slice(before);
  const inner = createScope(scope);
  const base = run.state;
  const tests = node.cases.map((at) => (at.test === null ? null : evaluate(run, at.test, inner)));
  for (const test of tests) if (test !== null) readStatus(value, test);
  const answers = tests.map((test) => (test === null ? null : optionsOf(value).length === 1 ? equals(run, value, test, false) : optionsOf(value).some((option) => equals(run, option, test, false) !== false) ? null : false));
  const sure = answers.indexOf(true);
  const ends: State[] = [];
  const exits = inExits(run, label, false, () => {
    const starts = sure === -1 ? node.cases.map((_, i) => i).filter((i) => answers[i] !== false) : [sure];
    for (const start of starts) {
      ends.push(inFork(run, () => within(run, { kind: 'branch', depth: run.frames.length, sends: checked }, () => {
        narrowSwitch(run, node, tests[start] ?? null, scope);
        for (const at of node.cases.slice(start)) executeStatements(run, at.consequent, inner);
      })));
    }
  });
  const complete = sure !== -1 || node.cases.some((at) => at.test === null);
  mergeStates(base, [...ends, ...exits.breaks, ...(complete ? [] : [base.fork()])]);
  if (base.dead) {
    base.dead = false;
    endPath(run);
  }
}

/** Inside `case 'x':` the variable is `'x'`. */
function narrowSwitch(run: Run, node: TSESTree.SwitchStatement, test: Value | null, scope: Scope): void {
  if (test === null || node.discriminant.type !== 'Identifier') return;
  const cell = findCell(scope, node.discriminant.name);
  const value = cell === null ? undefined : run.state.read(cell);
  if (cell === null || value?.k !== 'choice') return;
  const left = value.options.filter((option) => equals(run, option, test, false) !== false);
  if (left.length > 0) run.state.cells.set(cell, joinValues(left));
}

function findCell(scope: Scope, name: string): Cell | null {
  for (let at: Scope | null = scope; at !== null; at = at.parent) {
    const cell = at.cells.get(name);
    if (cell !== undefined) return cell;
  }
  return null;
}

/** `enum Path { Sections = '/library/sections' }` as an object. */
export function enumValue(run: Run, node: TSESTree.TSEnumDeclaration, scope: Scope): Value {
  let next = 0;
  const props = node.body.members.map((member) => {
    const name = keyText(member.id) ?? '';
    const value = member.initializer === undefined ? primitive(next) : evaluate(run, member.initializer, scope);
    if (value.k === 'prim' && typeof value.value === 'number') next = value.value + 1;
    return property(name, value, { place: placeIn(run, member.id) });
  });
  return newRecord(run, props);
}
