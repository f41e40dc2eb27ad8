import type { TSESTree } from '@typescript-eslint/types';

import { isFunctionNode, patternNames } from './project-module.ts';
import type { Place } from './request-site.ts';
import type { Run } from './run.ts';
import { placeIn } from './run.ts';
import type { FunctionNode } from './value.ts';
import { walk } from './walk.ts';

export type HandlerEffect = 'swallow' | 'signal' | 'rethrow';

/**
 * What a catch clause or error callback does with a failure. `rethrow`: it goes on to the caller. `signal`: it is
 * logged, stored, or answered with something that tells (null, false, an error object). `swallow`: nothing of it is
 * left: the handler is empty, or answers with an empty stand-in.
 */
export function handlerEffect(run: Run, handler: TSESTree.CatchClause | FunctionNode): { effect: HandlerEffect; place: Place } {
  const place = placeIn(run, handler);
  const body = handler.body;
  const parameter = handler.type === 'CatchClause' ? handler.param : handler.params[0] ?? null;
  if (body === null || body === undefined) return { effect: 'swallow', place };
  if (body.type !== 'BlockStatement') return { effect: answerEffect(body, parameter), place };
  const last = body.body.at(-1);
  if (last?.type === 'ThrowStatement') return { effect: 'rethrow', place };

  const names = parameter === null ? [] : patternNames(parameter);
  let effect: HandlerEffect = 'swallow';
  walk(body, (node) => {
    if (isFunctionNode(node)) return false;
    if (node.type === 'ThrowStatement' || node.type === 'NewExpression') effect = 'signal';
    if (node.type === 'CallExpression' && isTelling(node)) effect = 'signal';
    if (node.type === 'Identifier' && names.includes(node.name)) effect = 'signal';
    if (node.type === 'AssignmentExpression') effect = 'signal';
    if (node.type === 'ReturnStatement' && node.argument !== null && answerEffect(node.argument, parameter) === 'signal') effect = 'signal';
    return true;
  });
  return { effect, place };
}

/** Calls that clean up tell nobody anything. */
function isTelling(node: TSESTree.CallExpression): boolean {
  const name = node.callee.type === 'Identifier' ? node.callee.name : node.callee.type === 'MemberExpression' && node.callee.property.type === 'Identifier' ? node.callee.property.name : '';
  return !/^(?:clear\w*|delay|sleep|setTimeout|wait|stop|close|cleanup)$/.test(name);
}

/** Whether an answer tells of the failure: null, false and anything made of the error do; an empty stand-in does not. */
function answerEffect(node: TSESTree.Expression, parameter: TSESTree.Node | null): HandlerEffect {
  switch (node.type) {
    case 'ArrayExpression': return node.elements.length === 0 ? 'swallow' : 'signal';
    case 'ObjectExpression': return node.properties.length === 0 ? 'swallow' : 'signal';
    case 'Identifier': return node.name === 'undefined' ? 'swallow' : parameter === null ? 'swallow' : 'signal';
    case 'Literal': return node.value === '' || node.value === 0 ? 'swallow' : 'signal';
    case 'UnaryExpression': return node.operator === 'void' ? 'swallow' : 'signal';
    case 'TSAsExpression': return answerEffect(node.expression, parameter);
    default: return 'signal';
  }
}
