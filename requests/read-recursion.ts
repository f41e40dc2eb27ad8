import type { TSESTree } from '@typescript-eslint/types';

import { placeOf } from './project-module.ts';
import type { Repeat } from './request-site.ts';
import type { Run } from './run.ts';
import { currentFrame } from './run.ts';
import { isFunctionNode } from './project-module.ts';
import { findInside } from './walk.ts';
import { isWait } from './read-loop.ts';

/** What a function repeats that calls itself, at `node`, after a failure; `at` is its frame. */
export function readRecursion(run: Run, at: number, node: TSESTree.Node): Repeat {
  const frame = run.frames[at];
  const isCaught = run.contexts.some((context) => context.kind === 'recover' && context.depth > at);
  const isLater = run.contexts.some((context) => context.kind === 'timer' && context.depth > at);
  const body = frame === undefined || frame.node.type === 'Program' ? null : frame.node.body;
  const text = frame === undefined ? '' : frame.module.source.text.slice(...frame.node.range);
  const isStream = run.sends.some((send) => send.frames[at] === frame && send.shape === 'stream');
  return {
    by: isStream ? 'reconnect' : 'recursion', place: placeOf(currentFrame(run).module, node),
    limit: isCaught && !isLater && body !== null && body !== undefined && !counts(body, text) && !asksItsParameters(frame?.node) ? 'endless' : null,
    pauses: isLater ? true : body !== null && body !== undefined && findInside(body, isWait) ? true : isCaught && !/\bawait\b(?!\s*fetch\b)/.test(text) ? false : null,
    statuses: null, afterLoss: isCaught && !TELLS.test(text) ? true : null, methods: 'all', heedsRetryAfter: null,
  };
}

/** Whether a function may count its calls: it compares numbers, counts, or speaks of attempts. */
function counts(body: TSESTree.Node, text: string): boolean {
  return COUNTERS.test(text) || findInside(body, (node) => node.type === 'UpdateExpression' || (node.type === 'BinaryExpression' && /^[<>]/.test(node.operator)));
}

const COUNTERS = /retried|retries|attempt|tries/i;
const TELLS = /\bstatus(?:Code)?\b|\bcode\b|instanceof|retryable/i;

/** Whether a condition of the function mentions one of its parameters: it may be told how often it has been called. */
function asksItsParameters(node: TSESTree.Node | undefined): boolean {
  if (node === undefined || !isFunctionNode(node) || node.body === null || node.body === undefined) return true;
  const names = new Set(node.params.flatMap((parameter) => (parameter.type === 'Identifier' ? [parameter.name] : ['*'])));
  if (names.has('*')) return true;
  return findInside(node.body, (inner, ancestors) => inner.type === 'Identifier' && names.has(inner.name) && ancestors.some((at) => at.type === 'IfStatement' || at.type === 'ConditionalExpression' || at.type === 'LogicalExpression'));
}
