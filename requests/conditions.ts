import type { TSESTree } from '@typescript-eslint/types';
import { joinValues } from './join.ts';
import { likelihood, truthiness } from './operators.ts';
import type { Run } from './run.ts';
import { inFork, objectOf, putProp, recordOf } from './run.ts';
import { lookup } from './scope.ts';
import type { Scope } from './scope.ts';
import { joinInto } from './state.ts';
import { endsWith, expandAlternatives, includes, literalOf, startsWith, textOf } from './text.ts';
import type { Known } from './text.ts';
import type { Parts, Value } from './value.ts';
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
  if (outcome) narrowMember(run, test, scope);
  const { name, keep } = readTest(run, test, scope);
  const cell = name === null ? null : lookup(scope, name);
  if (cell === null || keep === null) return;
  const value = run.state.read(cell);
  if (value === undefined) return;
  const options = optionsOf(value).flatMap(waysOf);
  if (options.length < 2) return;
  const left = options.filter((option) => keep(option) !== !outcome);
  if (left.length > 0 && left.length < options.length) run.state.cells.set(cell, joinValues(left));
}

/** `if (settings.token)`: the property is there from now on, until the variable is given another value. */
function narrowMember(run: Run, test: TSESTree.Expression, scope: Scope): void {
  const member = test.type === 'ChainExpression' ? test.expression : test;
  if (member.type !== 'MemberExpression' || member.computed || member.object.type !== 'Identifier' || member.property.type !== 'Identifier') return;
  const { name } = member.property;
  const cell = lookup(scope, member.object.name);
  const value = cell === null ? undefined : run.state.read(cell);
  if (cell === null || value === undefined || (cell.shared && !run.shared)) return;
  const options = optionsOf(value);
  const narrowed = options.filter((option) => !isNullish(option) && !lacks(run, option, name)).map((option): Value => {
    if (option.k === 'hole') return { k: 'hole', part: { ...option.part, optional: false, sure: [...option.part.sure ?? [], name] } };
    if (option.k === 'body') return { ...option, sure: [...option.sure ?? [], name] };
    const record = recordOf(run, option);
    const prop = record?.props.get(name);
    if (option.k !== 'ref' || record === null || prop === undefined || option.id < run.firstId || record.info !== null) return option;
    const left = optionsOf(prop.value).filter((one) => truthiness(run, one) !== false).map((one): Value => (one.k === 'hole' ? { k: 'hole', part: { ...one.part, optional: false, truthy: true } } : one));
    if (left.length > 0) putProp(run, option.id, record, { ...prop, value: joinValues(left), presence: 'always' });
    return option;
  });
  if (narrowed.length > 0) run.state.cells.set(cell, joinValues(narrowed));
}

/** An object that has no such property, or an empty one. */
function lacks(run: Run, value: Value, name: string): boolean {
  const record = recordOf(run, value);
  if (value.k !== 'ref' || record?.open !== null || record.info !== null || value.id < run.firstId) return false;
  const prop = record.props.get(name);
  return prop === undefined || truthiness(run, prop.value) === false;
}

/** A text for each way that it can read. */
function waysOf(value: Value): readonly Value[] {
  if (value.k !== 'text' || !value.parts.some((part) => part.kind === 'alt')) return [value];
  return expandAlternatives(value.parts)?.map(textOf) ?? [value];
}

const PREDICATES: Readonly<Record<string, ((parts: Parts, search: string) => Known) | undefined>> = { startsWith, endsWith, includes };

/** `text.startsWith('/')` and its like, of a variable. */
function readPredicate(test: TSESTree.CallExpression): Test {
  const { callee, arguments: [search] } = test;
  const none = { name: null, keep: null };
  if (callee.type !== 'MemberExpression' || callee.computed || callee.object.type !== 'Identifier' || callee.property.type !== 'Identifier' || search?.type !== 'Literal' || typeof search.value !== 'string') return none;
  const decides = Object.hasOwn(PREDICATES, callee.property.name) ? PREDICATES[callee.property.name] : undefined;
  const text = search.value;
  return decides === undefined ? none : { name: callee.object.name, keep: (option) => (option.k === 'text' ? decides(option.parts, text) : null) };
}

/** A condition on one variable: which of its alternatives pass; null where that is not known. */
interface Test { readonly name: string | null; readonly keep: ((option: Value) => boolean | null) | null }

/** Two conditions on the same variable. */
function readBoth(run: Run, test: TSESTree.LogicalExpression, scope: Scope): Test {
  const left = readTest(run, test.left, scope);
  const right = readTest(run, test.right, scope);
  const { keep: a } = left;
  const { keep: b } = right;
  if (left.name === null || left.name !== right.name || a === null || b === null || test.operator === '??') return { name: null, keep: null };
  const decisive = test.operator === '||';
  return {
    name: left.name,
    keep: (option) => {
      const answers = [a(option), b(option)];
      return answers.includes(decisive) ? decisive : answers.includes(null) ? null : !decisive;
    },
  };
}

function readTest(run: Run, test: TSESTree.Expression, scope: Scope): Test {
  if (test.type === 'CallExpression') return readPredicate(test);
  if (test.type === 'LogicalExpression') return readBoth(run, test, scope);
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
