import type { TSESTree } from '@typescript-eslint/types';
import { assignTo, bindPattern } from './bind.ts';
import { callValue, construct, evaluateArguments } from './call.ts';
import { classValue } from './classes.ts';
import { declareType } from './declare-type.ts';
import { noteEscape } from './follow-failure.ts';
import { evaluateJsx } from './jsx.ts';
import { keptValue } from './fresh-values.ts';
import { joinValues } from './join.ts';
import { getMember } from './members.ts';
import { readModuleReference } from './modules.ts';
import { globalValue } from './natives/globals.ts';
import { addValues, evaluateBinary, truthiness } from './operators.ts';
import { keyText } from './project-module.ts';
import type { Place } from './request-site.ts';
import { interpolate, toParts } from './to-parts.ts';
import type { Run } from './run.ts';
import { currentFrame, LIMITS, listOf, noteUse, objectOf, placeIn, recordOf } from './run.ts';
import { lookup } from './scope.ts';
import type { Scope } from './scope.ts';
import { readCell } from './shared.ts';
import { concatParts, literalOf, textOf } from './text.ts';
import { crossAll } from './cross.ts';
import type { FunctionNode, FunctionValue, Part, Value } from './value.ts';
import { holeValue, isNullish, literalText, optionsOf, primitive, undefinedValue } from './value.ts';
import { evaluateConditional, evaluateLogical, staysLeft, typeOf } from './conditions.ts';
import { doEachWay } from './each-way.ts';
import { evaluateArray, evaluateObject } from './object-literals.ts';

/** The abstract value of an expression. What is not understood is a hole; never throws. */
export function evaluate(run: Run, node: TSESTree.Node, scope: Scope): Value {
  run.steps++;
  run.world.work++;
  if (run.steps > LIMITS.steps) {
    run.limited = true;
    return holeValue('limit', [], placeIn(run, node));
  }
  switch (node.type) {
    case 'Literal': return evaluateLiteral(run, node);
    case 'TemplateLiteral': return evaluateTemplate(run, node, scope);
    case 'Identifier': return evaluateIdentifier(run, node, scope);
    case 'ThisExpression': return scope.activation?.self ?? holeValue('dynamic', ['this'], placeIn(run, node));
    case 'MemberExpression': return evaluateMember(run, node, scope);
    case 'CallExpression': return evaluateCall(run, node, scope);
    case 'NewExpression': return construct(run, evaluate(run, node.callee, scope), evaluateArguments(run, node.arguments, scope), node);
    case 'AwaitExpression': return awaited(evaluate(run, node.argument, scope));
    case 'ObjectExpression': return evaluateObject(run, node, scope);
    case 'ArrayExpression': return evaluateArray(run, node, scope);
    case 'ArrowFunctionExpression': case 'FunctionExpression': case 'FunctionDeclaration': return makeFunction(run, node, scope);
    case 'ClassExpression': case 'ClassDeclaration': case 'ClassDeclaration': return classValue(run, node, scope);
    case 'ConditionalExpression': return evaluateConditional(run, node, scope);
    case 'LogicalExpression': return evaluateLogical(run, node, scope);
    case 'BinaryExpression':
      return evaluateBinary(run, node, node.left.type === 'PrivateIdentifier' ? undefinedValue : evaluate(run, node.left, scope), evaluate(run, node.right, scope));
    case 'UnaryExpression': return evaluateUnary(run, node, scope);
    case 'AssignmentExpression': return evaluateAssignment(run, node, scope);
    case 'UpdateExpression': {
      const value = holeValue('loop', node.argument.type === 'Identifier' ? [node.argument.name] : [], placeIn(run, node), { type: 'number' });
      assignTo(run, node.argument, value, scope);
      return value;
    }
    case 'SequenceExpression': return node.expressions.map((expression) => evaluate(run, expression, scope)).at(-1) ?? undefinedValue;
    case 'TSAsExpression': case 'TSSatisfiesExpression': case 'TSTypeAssertion': {
      const value = evaluate(run, node.expression, scope);
      declareType(run, value, node.typeAnnotation);
      return value;
    }
    case 'ChainExpression': case 'TSNonNullExpression': case 'TSInstantiationExpression': return evaluate(run, node.expression, scope);
    case 'SpreadElement': return evaluate(run, node.argument, scope);
    case 'TaggedTemplateExpression': evaluate(run, node.quasi, scope); return holeValue('call', [], placeIn(run, node));
    case 'ImportExpression': return { k: 'promise', value: readModuleReference(run, literalOf(evaluate(run, node.source, scope)), '*'), sends: [] };
    case 'YieldExpression': {
      const value = node.argument === null ? undefinedValue : evaluate(run, node.argument, scope);
      run.call.yields.push(node.delegate ? elementOf(run, value) : value);
      return holeValue('dynamic');
    }
    case 'JSXElement': case 'JSXFragment': return evaluateJsx(run, node, scope);
    case 'JSXExpressionContainer': return evaluate(run, node.expression, scope);
    case 'Super': return holeValue('dynamic', ['super']);
    default: return holeValue('dynamic', [], placeIn(run, node));
  }
}

function evaluateLiteral(run: Run, node: TSESTree.Literal): Value {
  const place = placeIn(run, node);
  if ('regex' in node) return node.value instanceof RegExp ? { k: 'regexp', value: node.value } : holeValue('dynamic');
  if (typeof node.value === 'string') return literalText(node.value, { ...place, start: place.start + 1, end: place.end - 1 });
  return primitive(node.value, place);
}

function evaluateTemplate(run: Run, node: TSESTree.TemplateLiteral, scope: Scope): Value {
  const parts: Part[] = [];
  for (const [i, quasi] of node.quasis.entries()) {
    const text = quasi.value.cooked ?? quasi.value.raw;
    const tail = quasi.tail ? 1 : 2;
    // typescript-estree and espree disagree on whether the range of a quasi holds its delimiters
    const source = currentFrame(run).module.source.text.slice(quasi.range[0], quasi.range[1]);
    const place: Place = { ...placeIn(run, quasi) };
    const outer = source !== quasi.value.raw;
    if (text !== '') parts.push({ kind: 'literal', text, place: outer ? { ...place, start: place.start + 1, end: place.end - tail } : place, crossed: null });
    const expression = node.expressions[i];
    if (expression !== undefined) parts.push(...interpolate(toParts(run, evaluate(run, expression, scope), placeIn(run, expression)), placeIn(run, expression)));
  }
  return textOf(concatParts(parts));
}

function evaluateIdentifier(run: Run, node: TSESTree.Identifier, scope: Scope): Value {
  return evaluateName(run, node.name, node, scope);
}

/** What a name means here; `node` is where it is asked for. */
export function evaluateName(run: Run, name: string, node: TSESTree.Node, scope: Scope): Value {
  if (name === 'undefined') return undefinedValue;
  const cell = lookup(scope, name);
  if (cell === null) return globalValue(run, name) ?? holeValue('global', [name], placeIn(run, node));

  const value = readCell(run, cell, scope);
  if (value.k === 'hole' && value.part.words.length === 0) return { k: 'hole', part: { ...value.part, words: [name], place: value.part.place ?? placeIn(run, node) } };
  return value;
}

function evaluateMember(run: Run, node: TSESTree.MemberExpression, scope: Scope): Value {
  if (node.object.type === 'MetaProperty') return holeValue('global', ['import', 'meta', memberName(run, node, scope) ?? ''], placeIn(run, node));
  if (node.object.type === 'Super') return getMember(run, scope.activation?.self ?? undefinedValue, memberName(run, node, scope) ?? '', node, { above: scope.activation?.fn.home ?? null });

  const object = evaluate(run, node.object, scope);
  return memberOf(run, object, node, scope);
}

function memberOf(run: Run, object: Value, node: TSESTree.MemberExpression, scope: Scope): Value {
  if (!node.computed) return getMember(run, object, memberName(run, node, scope) ?? '', node, { optional: node.optional });

  const key = evaluate(run, node.property, scope);
  noteEscape(run, key);
  const results = optionsOf(key).map((option) => {
    const name = literalOf(option);
    return name === null ? elementOf(run, object) : getMember(run, object, name, node, { optional: node.optional });
  });
  return joinValues(results);
}

/** The name that a member expression asks for; null when it is computed and not known. */
function memberName(run: Run, node: TSESTree.MemberExpression, scope: Scope): string | null {
  if (!node.computed) return keyText(node.property);
  return literalOf(evaluate(run, node.property, scope));
}

/** Any element, or any property value, of a value. */
export function elementOf(run: Run, value: Value): Value {
  // an empty start (`useState([])`) has no element
  const filled = optionsOf(value).filter((option) => !isNullish(option) && !isEmptyList(run, option));
  const results = (filled.length === 0 ? optionsOf(value) : filled).map((option): Value => {
    if (option.k === 'promise') return elementOf(run, option.value);
    if (option.k === 'body') return { ...option, path: [...option.path, '[]'] };
    const object = objectOf(run, option);
    const crossed = option.k === 'ref' ? option.crossed : null;
    if (object?.t === 'list') {
      const values = [...object.items.map((item) => item.value), ...(object.rest === null ? [] : [object.rest])];
      return values.length === 0 ? holeValue('dynamic') : crossAll(joinValues(values), crossed);
    }
    if (object?.t === 'record' && object.props.size > 0) {
      const values = [...object.props.values()].map((prop) => prop.value);
      return crossAll(joinValues(object.open === null ? values : [...values, holeValue('dynamic')]), crossed);
    }
    return option.k === 'hole' ? { k: 'hole', part: { ...option.part, optional: false } } : holeValue('dynamic');
  });
  return joinValues(results);
}

function isEmptyList(run: Run, value: Value): boolean {
  const list = listOf(run, value);
  return list !== null && list.items.length === 0 && list.rest === null;
}

function evaluateCall(run: Run, node: TSESTree.CallExpression, scope: Scope): Value {
  const { callee } = node;
  if (callee.type === 'Super') {
    return construct(run, holeValue('dynamic', ['super']), evaluateArguments(run, node.arguments, scope), node, { self: scope.activation?.self ?? undefinedValue, above: scope.activation?.fn.home ?? null });
  }
  if (callee.type === 'Identifier' && callee.name === 'require' && lookup(scope, 'require') === null && node.arguments.length === 1 && node.arguments[0] !== undefined) {
    return readModuleReference(run, literalOf(evaluate(run, node.arguments[0], scope)), 'require');
  }
  const target = unwrapped(callee);
  if (target.type === 'MemberExpression') {
    const object = target.object.type === 'Super' ? scope.activation?.self ?? undefinedValue : evaluate(run, target.object, scope);
    if (target.optional && optionsOf(object).every(isNullish)) return undefinedValue;
    const above = target.object.type === 'Super' ? scope.activation?.fn.home ?? null : undefined;
    const name = memberName(run, target, scope);
    const callable = name === null ? memberOf(run, object, target, scope) : getMember(run, object, name, target, { optional: target.optional, call: true, ...(above === undefined ? {} : { above }) });
    return callValue(run, callable, evaluateArguments(run, node.arguments, scope), node, object);
  }
  const callable = evaluate(run, callee, scope);
  return callValue(run, callable, evaluateArguments(run, node.arguments, scope), node, null);
}

/** The expression inside assertions and optional chains. */
function unwrapped(node: TSESTree.Expression): TSESTree.Expression {
  switch (node.type) {
    case 'ChainExpression': case 'TSNonNullExpression': case 'TSAsExpression': case 'TSSatisfiesExpression': case 'TSTypeAssertion': case 'TSInstantiationExpression':
      return unwrapped(node.expression);
    default: return node;
  }
}

/** What `await` gives. */
export function awaited(value: Value): Value {
  if (value.k === 'promise') return awaited(value.value);
  if (value.k === 'choice' && value.options.some((option) => option.k === 'promise')) return joinValues(value.options.map(awaited));
  return value;
}

/** The value of a function expression; `this` of an arrow is that of the function around it. */
export function makeFunction(run: Run, node: FunctionNode, scope: Scope): FunctionValue {
  const arrow = node.type === 'ArrowFunctionExpression';
  const value: FunctionValue = {
    k: 'fn', node, scope, module: scope.module, self: arrow ? scope.activation?.self ?? null : null, home: arrow ? scope.activation?.fn.home ?? null : null, crossed: null,
  };
  run.made.push(value);
  if (run.frames.length > 1) run.madeIn.set(value, run.frames.slice(1));
  return value;
}

function evaluateUnary(run: Run, node: TSESTree.UnaryExpression, scope: Scope): Value {
  const value = evaluate(run, node.argument, scope);
  switch (node.operator) {
    case '!': {
      const known = truthiness(run, value);
      return known === null ? holeValue('dynamic', [], placeIn(run, node), { type: 'boolean' }) : primitive(!known);
    }
    case 'typeof': {
      const types = new Set(optionsOf(value).map((option) => typeOf(run, option)));
      const [type] = types;
      return types.size === 1 && type !== null && type !== undefined ? literalText(type) : holeValue('dynamic', [], placeIn(run, node), { type: 'string' });
    }
    case 'void': return undefinedValue;
    case '-': return value.k === 'prim' && typeof value.value === 'number' ? primitive(-value.value, placeIn(run, node)) : holeValue('dynamic', [], placeIn(run, node), { type: 'number' });
    case '+': {
      const text = literalOf(value);
      return text !== null && text.trim() !== '' && !Number.isNaN(Number(text)) ? primitive(Number(text)) : value.k === 'hole' ? { k: 'hole', part: { ...value.part, type: 'number' } } : holeValue('dynamic', [], placeIn(run, node), { type: 'number' });
    }
    case 'delete': {
      if (node.argument.type === 'MemberExpression') deleteMember(run, node.argument, scope);
      return primitive(true);
    }
    default: return holeValue('dynamic', [], placeIn(run, node));
  }
}

function deleteMember(run: Run, node: TSESTree.MemberExpression, scope: Scope): void {
  const object = evaluate(run, node.object, scope);
  const name = memberName(run, node, scope);
  const [only, ...others] = optionsOf(object).filter((option) => !isNullish(option));
  if (only === undefined) return;
  if (others.length === 0) deleteFrom(run, only, name);
  else doEachWay(run, [only, ...others], (option) => { deleteFrom(run, option, name); });
}

function deleteFrom(run: Run, object: Value, name: string | null): void {
  const record = recordOf(run, object);
  if (object.k === 'hole') noteUse(run, 'change', object.part.crossed);
  if (record === null || object.k !== 'ref') return;
  const props = new Map(record.props);
  if (name === null) for (const [key, prop] of props) props.set(key, { ...prop, presence: 'maybe' });
  else props.delete(record.flavor === 'headers' ? name.toLowerCase() : name);
  run.state.heap.set(object.id, { ...record, props });
}

function evaluateAssignment(run: Run, node: TSESTree.AssignmentExpression, scope: Scope): Value {
  if (node.operator === '=') {
    const value = evaluate(run, node.right, scope);
    if (node.left.type === 'ObjectPattern' || node.left.type === 'ArrayPattern') bindPattern(run, node.left, value, scope, 'assign');
    else assignTo(run, node.left, value, scope, node);
    return value;
  }
  const before = evaluate(run, node.left, scope);
  if (node.operator === '??=' || node.operator === '||=' || node.operator === '&&=') {
    const operator = node.operator.slice(0, -1) as '??' | '||' | '&&';
    const stays = optionsOf(before).map((option) => staysLeft(run, operator, option));
    if (stays.every((stay) => stay === true)) return before;
    const right = evaluate(run, node.right, scope);
    const value = joinValues([...optionsOf(before).filter((_, i) => stays[i] !== false), keptValue(right)]);
    assignTo(run, node.left, value, scope, node);
    return value;
  }
  const right = evaluate(run, node.right, scope);
  const value = node.operator === '+='
    ? addValues(run, node, before, right)
    : holeValue('dynamic', [], placeIn(run, node), { type: 'number' });
  assignTo(run, node.left, value, scope, node);
  return value;
}
