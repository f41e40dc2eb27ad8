import { defineRule } from './define-rule.ts';
import { describeRequest } from './describe-request.ts';
import { isOwned } from './locate.ts';
import { variableOf } from './variable-of.ts';
import { findEntry } from './request-facts.ts';
import { visitRequests } from './visit-requests.ts';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Entry } from '../requests/request-site.ts';
import type { RuleContext } from './define-rule.ts';
import type { AttributedRequest } from './judge-request.ts';

type MessageId = 'bySize';
type Linted = RuleContext<MessageId, []>;

export const advanceByReceived = defineRule<[], MessageId>({
  name: 'advance-by-received',
  meta: {
    type: 'problem',
    docs: { description: 'Require loops over pages to advance by what was received', recommended: 'off', strict: 'warn' },
    schema: [],
    messages: {
      bySize: '{{operation}} is followed by one that starts `{{step}}` further on, the {{size}} that was asked for, though fewer items may have come: the rest is skipped. Add the number of items received to {{start}}.',
    },
  },
  create(context) {
    const seen = new Set<TSESTree.Node>();
    return visitRequests(context, (request) => {
      const { paging } = request.description;
      const { site } = request;
      const start = paging === null ? null : findEntry(site.headers, paging.start) ?? findEntry(site.query, paging.start);
      const size = paging === null ? null : findEntry(site.headers, paging.size) ?? findEntry(site.query, paging.size);
      if (paging === null || start === null || size === null) return;

      const step = findStep(context, request, start, size);
      if (step === null || seen.has(step)) return;
      seen.add(step);
      const data = describeRequest(request, { step: context.sourceCode.getText(step.right), size: paging.size, start: paging.start });
      context.report({ loc: step.loc, messageId: 'bySize', data });
    });
  },
});

/** The assignment by which the loop around a request moves on, where it adds the size of the page; null when it does not. */
function findStep(context: Linted, { site }: AttributedRequest, start: Entry, size: Entry): TSESTree.AssignmentExpression | null {
  const { sourceCode } = context;
  const variable = valueOf(context, start);
  const loop = isOwned(context, site.call) ? awaitingLoop(sourceCode.getNodeByRangeIndex(site.call.start)) : null;
  if (variable?.type !== 'Identifier' || loop === null) return null;

  const writes = (variableOf(context.sourceCode, variable)?.references ?? []).filter(({ identifier, init }) => init !== true && isInside(identifier, loop));
  const [only] = writes.filter((reference) => reference.isWrite()).map(({ identifier }) => identifier.parent);
  if (writes.filter((reference) => reference.isWrite()).length !== 1 || only?.type !== 'AssignmentExpression' || only.operator !== '+=') return null;
  return isSize(context, only.right, size) ? only : null;
}

/** The loop that waits for what stands in it before it goes on; null when there is none in the same function. */
function awaitingLoop(from: TSESTree.Node | null): TSESTree.Node | null {
  let isAwaited = false;
  for (let at: TSESTree.Node | null | undefined = from; at !== null && at !== undefined; at = at.parent) {
    if (at.type === 'AwaitExpression') isAwaited = true;
    if (at.type === 'ForStatement' || at.type === 'WhileStatement' || at.type === 'DoWhileStatement') return isAwaited ? at : null;
    if (at.type.includes('Function')) return null;
  }
  return null;
}

/** Whether an expression is the value of the page's size: the same variable, or the same number. */
function isSize(context: Linted, node: TSESTree.Expression, size: Entry): boolean {
  const value = valueOf(context, size);
  if (node.type === 'Identifier' && value?.type === 'Identifier' && node.name === value.name) return true;
  if (node.type !== 'Literal' || typeof node.value !== 'number') return false;
  const texts = (size.values ?? []).map((text) => text.map((part) => (part.kind === 'literal' ? part.text : '?')).join(''));
  return texts.length > 0 && texts.every((text) => text === String(node.value));
}

/** The expression that gives an entry its value, without what makes a text of it; null when the linted file does not show it. */
function valueOf(context: Linted, entry: Entry): TSESTree.Node | null {
  const { sourceCode } = context;
  const hole = entry.values?.flat().find((part) => part.kind === 'hole' && part.at !== undefined);
  const at = hole?.kind === 'hole' ? hole.at ?? null : null;
  if (isOwned(context, at)) return sourceCode.getNodeByRangeIndex(at.start);
  if (!isOwned(context, entry.entryPlace)) return null;

  const { start, end } = entry.entryPlace;
  for (let node = sourceCode.getNodeByRangeIndex(start); node !== null && node.range[0] >= start && node.range[1] <= end; node = node.parent ?? null) {
    if (node.type === 'Property') return unwrap(node.value);
    if (node.type === 'CallExpression' && node.range[1] === end) return unwrap(node.arguments[1] ?? node);
  }
  return null;
}

/** `String(x)`, `x.toString()` and `${x}` are x. */
function unwrap(node: TSESTree.Node): TSESTree.Node {
  if (node.type === 'TemplateLiteral') return node.expressions[0] ?? node;
  if (node.type !== 'CallExpression') return node;
  if (node.callee.type === 'Identifier' && node.callee.name === 'String') return node.arguments[0] ?? node;
  const isToString = node.callee.type === 'MemberExpression' && node.callee.property.type === 'Identifier' && node.callee.property.name === 'toString';
  return isToString && node.callee.type === 'MemberExpression' ? node.callee.object : node;
}

function isInside(inner: TSESTree.Node, outer: TSESTree.Node): boolean {
  return outer.range[0] <= inner.range[0] && inner.range[1] <= outer.range[1];
}
