import { isFunctionNode } from '../requests/project-module.ts';
import { findInside } from '../requests/walk.ts';
import type { TSESTree } from '@typescript-eslint/types';
import type { SendCall } from '../rules/call-options.ts';

/** Why such a call is left, and what to do. */
export const PROBE = 'The code asks one address after the other for the first that answers, and each would be waited for longer. Repeat the whole search where that is meant.';

/**
 * Whether a call asks one address after the other, or all at once, for the first that answers: it is in a loop over the
 * addresses that goes on after a failure, in what `Promise.any` or `Promise.race` is given, or, where a failure is an answer
 * too, in what `Promise.all` is given. To try each of them several times would keep the one that answers waiting.
 */
export function isProbe({ node, path }: Pick<SendCall, 'node' | 'path'>): boolean {
  const [url] = node.arguments;
  if (url === undefined) return false;
  let isCaught = false;
  let isAnswer = false;
  for (const [i, around] of [...path.entries()].reverse()) {
    const inner = path[i + 1];
    if (around.type === 'TryStatement' && inner === around.block) {
      isCaught ||= around.handler !== null && !leaves(around.handler.body);
      isAnswer ||= around.handler !== null && !findInside(around.handler.body, ({ type }) => type === 'ThrowStatement', isFunctionNode);
    }
    if (around.type === 'MemberExpression' && inner === around.object && around.property.type === 'Identifier' && around.property.name === 'catch') isCaught = isAnswer = true;
    if (around.type === 'ForOfStatement' && inner === around.body) return isCaught && around.left.type === 'VariableDeclaration' && around.left.declarations.some(({ id }) => id.type === 'Identifier' && startsWith(url, id.name));
    if (!isFunctionNode(around)) continue;
    const [parameter] = around.params;
    const within = path.slice(0, i).map(methodOfPromise);
    if (parameter?.type !== 'Identifier') return false;
    if (within.includes('any') || within.includes('race')) return startsWith(url, parameter.name);
    // of objects, and of whole addresses, each may be asked for something of its own
    return isAnswer && (within.includes('all') || within.includes('allSettled')) && url.type === 'TemplateLiteral' && url.expressions[0]?.type === 'Identifier' && startsWith(url, parameter.name);
  }
  return false;
}

/** `all` of `Promise.all(…)`; null for anything else. */
function methodOfPromise(node: TSESTree.Node): string | null {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return null;
  const { object, property } = node.callee;
  return object.type === 'Identifier' && object.name === 'Promise' && property.type === 'Identifier' ? property.name : null;
}

/** Whether an address begins with what is in a variable: `${uri}/identity`, `uri + path`, `server.uri`, `new URL(path, uri)`. */
function startsWith(url: TSESTree.Node, name: string): boolean {
  switch (url.type) {
    case 'Identifier': return url.name === name;
    case 'MemberExpression': return startsWith(url.object, name);
    case 'TemplateLiteral': return url.quasis[0]?.value.raw === '' && url.expressions[0] !== undefined && startsWith(url.expressions[0], name);
    case 'BinaryExpression': return startsWith(url.left, name);
    case 'NewExpression': return url.arguments.slice(0, 2).some((argument) => startsWith(argument, name));
    default: return false;
  }
}

/** Whether what catches a failure may end the loop. */
function leaves(body: TSESTree.BlockStatement): boolean {
  return findInside(body, ({ type }) => type === 'ThrowStatement' || type === 'ReturnStatement' || type === 'BreakStatement', isFunctionNode);
}
