import type { TSESTree } from '@typescript-eslint/types';
import { joinValues } from './join.ts';
import { likelihood, truthiness } from './operators.ts';
import type { Run } from './run.ts';
import { inFork, objectOf } from './run.ts';
import { lookup } from './scope.ts';
import type { Scope } from './scope.ts';
import { joinInto } from './state.ts';
import { literalOf } from './text.ts';
import type { Value } from './value.ts';
import { isNullish, isUndefined, optionsOf, primitive, undefinedValue } from './value.ts';
import { evaluate } from './evaluate.ts';

export function evaluateConditional(run: Run, node: TSESTree.ConditionalExpression, scope: Scope): Value {
  const known = evaluateTest(run, node.test, scope).likely;
  if (known === true) return evaluate(run, node.consequent, scope);
  if (known === false) return evaluate(run, node.alternate, scope);

  let whenTrue: Value = undefinedValue;
  let whenFalse: Value = undefinedValue;
  const a = inFork(run, () => {
    narrow(run, node.test, scope, true);
    whenTrue = evaluate(run, node.consequent, scope);
  });
  const b = inFork(run, () => {
    narrow(run, node.test, scope, false);
    whenFalse = evaluate(run, node.alternate, scope);
  });
  joinInto(run.state, run.state, [a, b]);
  return joinValues([whenTrue, whenFalse]);
}

/** Evaluates a condition; `checked` are the sends whose status it looked at. */
export function evaluateTest(run: Run, node: TSESTree.Expression, scope: Scope): { known: boolean | null; likely: boolean | null; checked: typeof run.checkLog } {
  const before = run.checkLog.length;
  const value = evaluate(run, node, scope);
  return { known: truthiness(run, value), likely: likelihood(run, value), checked: run.checkLog.slice(before) };
}

export function evaluateLogical(run: Run, node: TSESTree.LogicalExpression, scope: Scope): Value {
  const left = evaluate(run, node.left, scope);
  const stays = optionsOf(left).map((option) => staysLeft(run, node.operator, option));
  if (stays.every((stay) => stay === true)) return left;
  if (stays.every((stay) => stay === false)) {
    if (node.operator === '&&') narrow(run, node.left, scope, true);
    return evaluate(run, node.right, scope);
  }
  let right: Value = undefinedValue;
  const branch = inFork(run, () => {
    if (node.operator === '&&') narrow(run, node.left, scope, true);
    right = evaluate(run, node.right, scope);
  });
  joinInto(run.state, run.state, [run.state, branch]);
  const kept = optionsOf(left).filter((_, i) => stays[i] !== false).map((option) => (option.k !== 'hole' ? option : node.operator === '&&' ? primitive(false) : node.operator === '||' ? { k: 'hole' as const, part: { ...option.part, truthy: true } } : option));
  return joinValues([...kept, right]);
}

export function staysLeft(run: Run, operator: '&&' | '||' | '??', value: Value): boolean | null {
  if (operator === '??') {
    if (isNullish(value) || (value.k === 'hole' && value.part.undeclared === true)) return false;
    return value.k === 'hole' || value.k === 'body' || value.k === 'package' ? null : true;
  }
  const known = likelihood(run, value);
  if (known === null) return null;
  return operator === '||' ? known : !known;
}

/** Drops the alternatives of a variable that a condition rules out. */
export function narrow(run: Run, test: TSESTree.Expression, scope: Scope, outcome: boolean): void {
  if (test.type === 'UnaryExpression' && test.operator === '!') {
    narrow(run, test.argument, scope, !outcome);
    return;
  }
  if (test.type === 'LogicalExpression' && ((test.operator === '&&' && outcome) || (test.operator === '||' && !outcome))) {
    narrow(run, test.left, scope, outcome);
    narrow(run, test.right, scope, outcome);
    return;
  }
  const { name, keep } = readTest(run, test, scope);
  const cell = name === null ? null : lookup(scope, name);
  if (cell === null || keep === null) return;
  const value = run.state.read(cell);
  if (value?.k !== 'choice') return;
  const left = value.options.filter((option) => keep(option) !== !outcome);
  if (left.length > 0 && left.length < value.options.length) run.state.cells.set(cell, joinValues(left));
}

function readTest(run: Run, test: TSESTree.Expression, scope: Scope): { name: string | null; keep: ((option: Value) => boolean | null) | null } {
  if (test.type === 'Identifier') return { name: test.name, keep: (option) => truthiness(run, option) };
  if (test.type !== 'BinaryExpression' || !/^[!=]==?$/.test(test.operator)) return { name: null, keep: null };
  const equal = test.operator.startsWith('=');
  if (test.left.type === 'UnaryExpression' && test.left.operator === 'typeof' && test.left.argument.type === 'Identifier' && test.right.type === 'Literal') {
    const type = test.right.value;
    return { name: test.left.argument.name, keep: (option) => { const is = typeOf(run, option); return is === null ? null : (is === type) === equal; } };
  }
  if (test.left.type === 'Identifier' && (test.right.type === 'Literal' || (test.right.type === 'Identifier' && test.right.name === 'undefined'))) {
    const right = evaluate(run, test.right, scope);
    return { name: test.left.name, keep: (option) => { const same = sameLiteral(option, right); return same === null ? null : same === equal; } };
  }
  return { name: null, keep: null };
}

function sameLiteral(option: Value, right: Value): boolean | null {
  if (isNullish(right)) return option.k === 'hole' || option.k === 'body' || option.k === 'package' ? null : isNullish(option);
  const a = literalOf(option);
  const b = literalOf(right);
  return a === null || b === null ? (option.k === 'prim' && isUndefined(option) ? false : null) : a === b;
}

/** What `typeof` says; null when it cannot be known. */
export function typeOf(run: Run, value: Value): string | null {
  switch (value.k) {
    case 'text': return 'string';
    case 'prim': return value.value === null ? 'object' : typeof value.value;
    case 'fn': case 'class': case 'native': return 'function';
    case 'client': return 'function';
    case 'ref': case 'promise': case 'response': case 'regexp': case 'module': return objectOf(run, value)?.t === 'client' ? 'function' : 'object';
    case 'hole': return value.part.type ?? null;
    default: return null;
  }
}
