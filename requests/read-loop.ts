import type { TSESTree } from '@typescript-eslint/types';

import { isFunctionNode } from './project-module.ts';
import type { Place, Repeat } from './request-site.ts';
import { findInside } from './walk.ts';

export type LoopNode = TSESTree.ForStatement | TSESTree.WhileStatement | TSESTree.DoWhileStatement | TSESTree.ForOfStatement | TSESTree.ForInStatement;

const RETRY_WORDS = /attempt|retr(?:y|ies)|backoff|tries/i;
const WAIT_WORDS = /sleep|delay|wait|pause|backoff|setTimeout|timer/i;
/** Names of what tells one failure from another. */
const TELLING = /^(?:status|statusCode|code|errno|name|message)$|retr(?:y|i)able|transient|shouldRetry|canRetry|isRetry|fatal|permanent/i;

/** What a loop does to the requests in its body when they fail; null for a loop that is no second try. */
export function readLoop(node: LoopNode, text: string, place: Place): Repeat | null {
  const known = loops.get(node);
  if (known !== undefined) return known;
  const repeat: Repeat | null = isRetryLoop(node, text)
    ? { by: 'loop', place, limit: limitOf(node), pauses: pauseIn(node.body), methods: 'all', heedsRetryAfter: null, ...readFailure(node.body) }
    : null;
  loops.set(node, repeat);
  return repeat;
}

const loops = new WeakMap<LoopNode, Repeat | null>();

/** A loop that counts attempts, or ends by success, while a failure goes on with the next time round. */
function isRetryLoop(node: LoopNode, text: string): boolean {
  if (RETRY_WORDS.test(text.slice(node.range[0], node.body.range[0]))) return true;
  if (node.type === 'ForOfStatement' || node.type === 'ForInStatement') return false;
  const inside = statementsOf(node.body);
  const waitsFor = node.type === 'ForStatement' ? null : awaitedName(node.test);
  return inside.some((statement) => {
    if (statement.type !== 'TryStatement' || (statement.handler !== null && endsWithExit(statement.handler.body))) return false;
    return endsWithExit(statement.block) || (waitsFor !== null && statement.handler !== null && assigns(statement.block, waitsFor));
  });
}

/** The name in `!response`: the loop runs until it has a value. */
function awaitedName(test: TSESTree.Expression): string | null {
  return test.type === 'UnaryExpression' && test.operator === '!' && test.argument.type === 'Identifier' ? test.argument.name : null;
}

function assigns(block: TSESTree.BlockStatement, name: string): boolean {
  return findOwn(block, (node) => node.type === 'AssignmentExpression' && node.left.type === 'Identifier' && node.left.name === name);
}

/** How often a loop repeats at most: written out, `endless`, or null. */
function limitOf(node: LoopNode): number | 'endless' | null {
  if (node.type === 'ForStatement' && node.test !== null) return countOf(node);
  if (node.type === 'ForOfStatement' || node.type === 'ForInStatement') return null;
  const { test } = node;
  const isForever = test === null || (test.type === 'Literal' && Boolean(test.value)) || awaitedName(test) !== null;
  return isForever && !leavesOnFailure(node.body) ? 'endless' : null;
}

/** `for (let i = 0; i < 3; i++)` runs three times: two repeats. */
function countOf(node: TSESTree.ForStatement): number | null {
  const { init, test } = node;
  const start = init?.type === 'VariableDeclaration' ? init.declarations[0]?.init : null;
  if (start?.type !== 'Literal' || typeof start.value !== 'number' || test?.type !== 'BinaryExpression') return null;
  if (test.right.type !== 'Literal' || typeof test.right.value !== 'number') return null;
  const times = test.right.value - start.value + (test.operator === '<=' ? 1 : 0);
  return (test.operator === '<' || test.operator === '<=') && times > 0 ? times - 1 : null;
}

/** Whether anything but a success may leave the loop. What leaves a `try` at its end, or under `if (response.ok)`, is one. */
function leavesOnFailure(body: TSESTree.Statement): boolean {
  return findOwn(body, (node, ancestors) => {
    if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression' && node.callee.object.type === 'Identifier' && node.callee.object.name === 'process') return true;
    if (node.type !== 'ReturnStatement' && node.type !== 'BreakStatement' && node.type !== 'ThrowStatement') return false;
    const around = ancestors.findLast((at) => at.type === 'IfStatement' || at.type === 'CatchClause' || at.type === 'TryStatement' || at.type === 'SwitchCase' || at.type === 'ConditionalExpression');
    if (around?.type === 'TryStatement') return around.handler === null;
    if (around?.type === 'IfStatement' && isSuccess(around.test)) return false;
    // what is thrown inside the `try` stays in the loop
    return !(node.type === 'ThrowStatement' && around?.type === 'IfStatement' && isInTried(ancestors));
  });
}

function isInTried(ancestors: readonly TSESTree.Node[]): boolean {
  return ancestors.some((at, i) => at.type === 'TryStatement' && at.handler !== null && ancestors[i + 1] === at.block);
}

/** `response.ok`, `response.status === 200`. */
function isSuccess(test: TSESTree.Expression): boolean {
  if (test.type === 'MemberExpression') return test.property.type === 'Identifier' && test.property.name === 'ok';
  return test.type === 'BinaryExpression' && test.operator === '===' && test.right.type === 'Literal' && test.right.value === 200;
}

/** Whether a loop waits before the next time round; null when something is waited for that may be a pause. */
function pauseIn(body: TSESTree.Statement): boolean | null {
  if (findOwn(body, (node) => awaitedAlone(node, isWait))) return true;
  return findOwn(body, (node) => awaitedAlone(node, () => true)) ? null : false;
}

/** Whether a statement is `await …;` and nothing else, with such an argument. */
function awaitedAlone(node: TSESTree.Node, fits: (argument: TSESTree.Node) => boolean): boolean {
  return node.type === 'ExpressionStatement' && node.expression.type === 'AwaitExpression' && fits(node.expression.argument);
}

/** `sleep(1000)`, `new Promise((resolve) => setTimeout(resolve, 1000))`. */
export function isWait(node: TSESTree.Node): boolean {
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return false;
  const { callee } = node;
  const name = callee.type === 'Identifier' ? callee.name : callee.type === 'MemberExpression' && callee.property.type === 'Identifier' ? callee.property.name : '';
  if (WAIT_WORDS.test(name)) return true;
  return name === 'Promise' && findInside(node, (inner) => inner.type === 'CallExpression' && inner.callee.type === 'Identifier' && inner.callee.name === 'setTimeout');
}

/** Which failures go on with the next time round. */
function readFailure(body: TSESTree.Statement): Pick<Repeat, 'statuses' | 'afterLoss'> {
  const catches = findOwn(body, (node) => node.type === 'CatchClause' && !endsWithExit(node.body));
  if (!findOwn(body, tellsApart)) {
    // without a handler, what waits for something else than a success may be asked for again and again
    const endsBySuccess = catches || findOwn(body, (node) => node.type === 'IfStatement' && isSuccess(node.test));
    return { statuses: endsBySuccess ? 'all' : null, afterLoss: catches };
  }
  return { statuses: findRepeatedStatuses(body), afterLoss: catches ? null : false };
}

/** Whether something tells one failure from another, beside a log or a message. */
function tellsApart(node: TSESTree.Node, ancestors: readonly TSESTree.Node[]): boolean {
  const name = node.type === 'Identifier' ? node.name : '';
  const isTelling = node.type === 'BinaryExpression' ? node.operator === 'instanceof' : TELLING.test(name) && ancestors.at(-1)?.type !== 'TemplateLiteral';
  if (!isTelling || isKey(node, ancestors)) return false;
  const around = ancestors.findLast((at) => at.type.endsWith('Statement') || at.type === 'VariableDeclaration');
  if (around?.type === 'ThrowStatement' || (around?.type === 'ExpressionStatement' && isLog(around.expression))) return false;
  return !ancestors.some((at) => at.type === 'BinaryExpression' && at.right.type === 'Literal' && SUCCESS_BOUNDS.has(at.right.value));
}

/** The name of a field that is sent, or given to somebody: `{ name: 'Movies' }`. */
function isKey(node: TSESTree.Node, ancestors: readonly TSESTree.Node[]): boolean {
  const parent = ancestors.at(-1);
  return parent?.type === 'Property' && parent.key === node && !parent.shorthand && ancestors.at(-2)?.type === 'ObjectExpression';
}

/** The numbers that a status is compared with to tell success from failure. */
const SUCCESS_BOUNDS = new Set<unknown>([200, 299, 300, 399, 400]);

function isLog(node: TSESTree.Expression): boolean {
  if (node.type === 'AwaitExpression') return isLog(node.argument);
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false;
  const { object, property } = node.callee;
  const names = [object.type === 'Identifier' ? object.name : object.type === 'MemberExpression' && object.property.type === 'Identifier' ? object.property.name : '', property.type === 'Identifier' ? property.name : ''];
  return names.some((name) => /^(?:console|log(?:ger)?|warn|debug|info|trace)$/i.test(name));
}

/** The statuses of `if (response.status === 429) { …; continue; }`; null when others may be repeated too. */
function findRepeatedStatuses(body: TSESTree.Statement): readonly number[] | null {
  const found: number[] = [];
  findOwn(body, (node) => {
    if (node.type !== 'IfStatement' || !endsWithContinue(node.consequent)) return false;
    for (const test of alternativesOf(node.test)) found.push(...numbersOf(test));
    return false;
  });
  return found.length === 0 ? null : found;
}

function alternativesOf(test: TSESTree.Expression): readonly TSESTree.Expression[] {
  return test.type === 'LogicalExpression' ? (test.operator === '||' ? [...alternativesOf(test.left), ...alternativesOf(test.right)] : alternativesOf(test.left)) : [test];
}

function numbersOf(test: TSESTree.Expression): readonly number[] {
  if (test.type === 'BinaryExpression' && (test.operator === '===' || test.operator === '==') && test.right.type === 'Literal' && typeof test.right.value === 'number') return [test.right.value];
  if (test.type !== 'CallExpression' || test.callee.type !== 'MemberExpression' || test.callee.object.type !== 'ArrayExpression') return [];
  return test.callee.object.elements.flatMap((element) => (element?.type === 'Literal' && typeof element.value === 'number' ? [element.value] : []));
}

function endsWithContinue(node: TSESTree.Statement): boolean {
  return node.type === 'ContinueStatement' || (node.type === 'BlockStatement' && node.body.at(-1)?.type === 'ContinueStatement');
}

function statementsOf(body: TSESTree.Statement): readonly TSESTree.Statement[] {
  return body.type === 'BlockStatement' ? body.body : [body];
}

/** Whether the last statement leaves the function or loop. */
export function endsWithExit(block: TSESTree.BlockStatement): boolean {
  const last = block.body.at(-1);
  return last !== undefined && (last.type === 'ReturnStatement' || last.type === 'ThrowStatement' || last.type === 'BreakStatement');
}

/** Whether a node fits, functions written inside left out. */
function findOwn(root: TSESTree.Node, fits: (node: TSESTree.Node, ancestors: readonly TSESTree.Node[]) => boolean): boolean {
  return findInside(root, fits, isFunctionNode);
}
