import type { TSESTree } from '@typescript-eslint/types';

import { callValue } from './call.ts';
import { evaluate, evaluateName } from './evaluate.ts';
import { spreadInto } from './object-literals.ts';
import { getMember } from './members.ts';
import { leadsToClient } from './may-send.ts';
import { functionsIn } from './natives/functions.ts';
import type { Run } from './run.ts';
import { newRecord, placeIn, property, putProp, recordOf } from './run.ts';
import { lookup } from './scope.ts';
import type { Scope } from './scope.ts';
import { isSettled } from './summaries.ts';
import type { RefValue, Value } from './value.ts';
import { holeValue, literalText, optionsOf, primitive } from './value.ts';

/** A JSX element is a call of its component with its props; what it renders is of no interest. */
export function evaluateJsx(run: Run, node: TSESTree.JSXElement | TSESTree.JSXFragment, scope: Scope): Value {
  if (node.type === 'JSXElement') evaluateElement(run, node, scope);
  for (const child of node.children) {
    if (child.type === 'JSXElement' || child.type === 'JSXFragment') evaluateJsx(run, child, scope);
    else if (child.type === 'JSXExpressionContainer' && child.expression.type !== 'JSXEmptyExpression') evaluate(run, child.expression, scope);
  }
  return holeValue('dynamic', ['jsx'], placeIn(run, node));
}

function evaluateElement(run: Run, node: TSESTree.JSXElement, scope: Scope): void {
  if (isHtml(node.openingElement.name)) {
    evaluateAttributes(run, node.openingElement, scope);
    return;
  }
  const props = newRecord(run);
  for (const attribute of node.openingElement.attributes) {
    if (attribute.type === 'JSXSpreadAttribute') {
      spreadInto(run, props.id, evaluate(run, attribute.argument, scope));
      continue;
    }
    const record = recordOf(run, props);
    if (record === null || attribute.name.type !== 'JSXIdentifier') continue;
    putProp(run, props.id, record, property(attribute.name.name, attributeValue(run, attribute, scope), { place: placeIn(run, attribute.name) }));
  }
  if (isIdle(run, node.openingElement.name, props, scope)) return;
  const component = componentOf(run, node.openingElement.name, scope);
  if (component !== null) for (const option of optionsOf(component)) if (option.k === 'fn' && !isSettled(run, option, [props])) callValue(run, option, [props], node, null);
}

function isHtml(name: TSESTree.JSXTagNameExpression): boolean {
  return name.type === 'JSXIdentifier' && /^[a-z]/.test(name.name);
}

/** An HTML element does nothing with what it is given, but for the functions and calls that are written there. */
function evaluateAttributes(run: Run, { attributes }: TSESTree.JSXOpeningElement, scope: Scope): void {
  for (const attribute of attributes) {
    const expression = attribute.type === 'JSXSpreadAttribute' ? attribute.argument : attribute.value?.type === 'JSXExpressionContainer' ? attribute.value.expression : null;
    if (expression !== null && expression.type !== 'JSXEmptyExpression') evaluate(run, expression, scope);
  }
}

/** True when a component comes from a file that leads to no client, and is handed no function that could send. */
function isIdle(run: Run, name: TSESTree.JSXTagNameExpression, props: RefValue, scope: Scope): boolean {
  const root = name.type === 'JSXMemberExpression' ? name.object : name;
  if (root.type !== 'JSXIdentifier' || lookup(scope, root.name) !== scope.module.scope.cells.get(root.name)) return false;
  const imported = scope.module.imports.get(root.name);
  const file = imported === undefined ? null : run.world.loader.resolve(imported.source, scope.module.file);
  return file !== null && !leadsToClient(run.world, file) && functionsIn({ run }, props).length === 0;
}

function attributeValue(run: Run, attribute: TSESTree.JSXAttribute, scope: Scope): Value {
  const { value } = attribute;
  if (value === null) return primitive(true);
  if (value.type === 'Literal') {
    const place = placeIn(run, value);
    return literalText(String(value.value), { ...place, start: place.start + 1, end: place.end - 1 });
  }
  return value.type === 'JSXExpressionContainer' && value.expression.type !== 'JSXEmptyExpression' ? evaluate(run, value.expression, scope) : holeValue('dynamic');
}

/** The function behind a tag; null for an HTML element. */
function componentOf(run: Run, name: TSESTree.JSXTagNameExpression, scope: Scope): Value | null {
  if (name.type === 'JSXIdentifier') return isHtml(name) ? null : evaluateName(run, name.name, name, scope);
  if (name.type === 'JSXMemberExpression') {
    const object = componentOf(run, name.object, scope);
    return object === null ? null : getMember(run, object, name.property.name, name);
  }
  return null;
}
