import type { TSESTree } from '@typescript-eslint/types';
import { bindPattern } from './bind.ts';
import { classValue } from './classes.ts';
import { builderMember, dropAnswer } from './client-answers.ts';
import { evaluate, makeFunction } from './evaluate.ts';
import { evaluateTest, narrow } from './conditions.ts';
import { joinValues } from './join.ts';
import { equals, readStatus } from './operators.ts';
import { keyText } from './project-module.ts';
import { asFailure, noteEscape, throwsTextOnly } from './follow-failure.ts';
import { handlerEffect } from './handlers.ts';
import type { Run } from './run.ts';
import { inFork, LIMITS, newRecord, placeIn, property, within } from './run.ts';
import { createScope, declare, lookup } from './scope.ts';
import type { Scope } from './scope.ts';
import type { Send } from './send.ts';
import { joinInto, mergeStates, snapshot } from './state.ts';
import type { State } from './state.ts';
import type { FunctionNode, Value } from './value.ts';
import { holeValue, optionsOf, primitive, undefinedValue } from './value.ts';
import { executeEach, executeLoop, inExits, leave } from './loops.ts';
import { endsWithExit } from './read-loop.ts';

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

export function execute(run: Run, node: TSESTree.Statement, scope: Scope, label: string | null = null): void {
  run.steps++;
  run.world.work++;
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
    case 'ExportDefaultDeclaration': forceDefault(run, node, scope); break;
    case 'TSModuleDeclaration': if (node.id.type === 'Identifier' && scope === scope.module.scope) evaluate(run, node.id, scope); break;
    case 'TSEnumDeclaration': if (scope.activation !== null) run.state.cells.set(declare(scope, node.id.name), enumValue(run, node, scope)); break;
    case 'TSExportAssignment': evaluate(run, node.expression, scope); break;
    case 'FunctionDeclaration': if (scope.activation === null && scope === scope.module.scope) evaluate(run, node.id, scope); break;
    default: break;
  }
  if (scope === scope.module.scope && node.type === 'ClassDeclaration') evaluate(run, node.id, scope);
}

function forceDefault(run: Run, node: TSESTree.ExportDefaultDeclaration, scope: Scope): void {
  const { declaration } = node;
  if ((declaration.type === 'FunctionDeclaration' || declaration.type === 'ClassDeclaration') && declaration.id !== null) {
    evaluate(run, declaration.id, scope);
    return;
  }
  if (scope.module.values.has('default') || declaration.type === 'Identifier') return;
  const target = scope.module.exports.get('default');
  if (target?.kind === 'expression') scope.module.values.set('default', evaluate(run, target.node, scope));
}

/** A call whose promise nobody looks at is floating; the answer to a write that is awaited and dropped is not looked at. */
function executeExpression(run: Run, node: TSESTree.ExpressionStatement, scope: Scope): void {
  const value = evaluate(run, node.expression, scope);
  if (node.expression.type === 'AwaitExpression' && node.expression.argument.type === 'CallExpression') {
    for (const option of optionsOf(value)) if (option.k === 'response') dropAnswer(option.send);
    return;
  }
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

export function declareVariables(run: Run, node: TSESTree.VariableDeclaration, scope: Scope): void {
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
  const value = asFailure(run, node.argument === null ? undefinedValue : evaluate(run, node.argument, scope));
  // a response goes on to a caller who is followed
  if (value.k !== 'response') noteEscape(run, value);
  run.call.returns.push({ value, state: snapshot(run.state, run.call.base) });
  endPath(run);
}

export function endPath(run: Run): void {
  run.state = run.state.fork();
  run.state.dead = true;
}

/** An error thrown because of a status is a check that reaches the caller. */
function executeThrow(run: Run, node: TSESTree.ThrowStatement, scope: Scope): void {
  evaluate(run, node.argument, scope);
  if (!throwsTextOnly(node.argument)) for (const context of run.contexts) if (context.kind === 'branch' || context.kind === 'recover') for (const send of context.sends) send.statusesOpen = true;
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
  const cell = lookup(scope, node.discriminant.name);
  const value = cell === null ? undefined : run.state.read(cell);
  if (cell === null || value?.k !== 'choice') return;
  const left = value.options.filter((option) => equals(run, option, test, false) !== false);
  if (left.length > 0) run.state.cells.set(cell, joinValues(left));
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
