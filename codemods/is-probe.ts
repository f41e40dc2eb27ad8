import { isFunctionNode } from '../requests/project-module.ts';
import { findInside } from '../requests/walk.ts';
import type { TSESTree } from '@typescript-eslint/types';
import type { SendCall } from '../rules/call-options.ts';

/** Why such a call is left, and what to do. */
export const PROBE = 'The code asks one address after the other for the first that answers, and each would be waited for longer. Repeat the whole search where that is meant.';

/**
 * Whether a call asks one address after the other, or all at once, for the first that answers: it is in a loop over the
 * addresses that goes on after a failure, or in what `Promise.any` or `Promise.race` is given. To try each of them several
 * times would keep the one that answers waiting.
 */
export function isProbe({ node, path }: Pick<SendCall, 'node' | 'path'>): boolean {
  const [url] = node.arguments;
  if (url === undefined) return false;
  let isCaught = false;
  for (const [i, around] of [...path.entries()].reverse()) {
    const inner = path[i + 1];
    if (around.type === 'TryStatement' && inner === around.block) isCaught ||= around.handler !== null && !leaves(around.handler.body);
    if (around.type === 'ForOfStatement' && inner === around.body) return isCaught && around.left.type === 'VariableDeclaration' && around.left.declarations.some(({ id }) => id.type === 'Identifier' && startsWith(url, id.name));
    if (!isFunctionNode(around)) continue;
    const [parameter] = around.params;
    const race = path.slice(0, i).some((outer) => outer.type === 'CallExpression' && outer.callee.type === 'MemberExpression' && outer.callee.object.type === 'Identifier'
      && outer.callee.object.name === 'Promise' && outer.callee.property.type === 'Identifier' && ['any', 'race'].includes(outer.callee.property.name));
    return race && parameter?.type === 'Identifier' && startsWith(url, parameter.name);
  }
  return false;
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
