import type { TSESTree } from '@typescript-eslint/types';

import { declareType } from './declare-type.ts';
import { elementOf, evaluate } from './evaluate.ts';
import { keptValue } from './fresh-values.ts';
import { joinValues } from './join.ts';
import { getMember, setMember } from './members.ts';
import { keyText } from './project-module.ts';
import { noteEscape } from './follow-failure.ts';
import type { Run } from './run.ts';
import { listOf, newList, newRecord, placeIn, recordOf } from './run.ts';
import { declare, lookup } from './scope.ts';
import type { Cell, Scope } from './scope.ts';
import { recordFunctionWrite } from './shared.ts';
import { literalOf } from './text.ts';
import { crossAll } from './cross.ts';
import { doEachWay } from './each-way.ts';
import type { Value } from './value.ts';
import { holeValue, isUndefined, optionsOf, undefinedValue } from './value.ts';

export type BindMode = 'declare' | 'assign';

/** Binds the variables of a pattern to the parts of a value. */
export function bindPattern(run: Run, pattern: TSESTree.Node, value: Value, scope: Scope, mode: BindMode): void {
  if ('typeAnnotation' in pattern && pattern.typeAnnotation?.type === 'TSTypeAnnotation') declareType(run, value, pattern.typeAnnotation.typeAnnotation);
  switch (pattern.type) {
    case 'Identifier':
      if (mode === 'declare') run.state.cells.set(declare(scope, pattern.name), value);
      else assignTo(run, pattern, value, scope);
      break;
    case 'AssignmentPattern': bindPattern(run, pattern.left, withDefault(run, value, pattern.right, scope), scope, mode); break;
    case 'ObjectPattern': bindObject(run, pattern, value, scope, mode); break;
    case 'ArrayPattern': bindArray(run, pattern, value, scope, mode); break;
    case 'RestElement': bindPattern(run, pattern.argument, value, scope, mode); break;
    case 'TSParameterProperty': bindPattern(run, pattern.parameter, value, scope, mode); break;
    case 'MemberExpression': assignTo(run, pattern, value, scope); break;
    default: break;
  }
}

/** `value`, or the default where it is, or may be, undefined. */
export function withDefault(run: Run, value: Value, fallback: TSESTree.Expression, scope: Scope): Value {
  const options = optionsOf(value);
  if (!options.some((option) => isUndefined(option) || (option.k === 'hole' && (option.part.optional === true || option.part.reason === 'parameter')))) return value;
  const kept = options.filter((option) => !isUndefined(option)).map((option): Value => (option.k === 'hole' ? { k: 'hole', part: { ...option.part, optional: false } } : option));
  return joinValues([...kept, evaluate(run, fallback, scope)]);
}

function bindObject(run: Run, pattern: TSESTree.ObjectPattern, value: Value, scope: Scope, mode: BindMode): void {
  const taken: string[] = [];
  for (const property of pattern.properties) {
    if (property.type === 'RestElement') {
      bindPattern(run, property.argument, without(run, value, taken), scope, mode);
      continue;
    }
    const name = property.computed ? literalOf(evaluate(run, property.key, scope)) : keyText(property.key);
    if (name !== null) taken.push(name);
    bindPattern(run, property.value, name === null ? elementOf(run, value) : getMember(run, value, name, property), scope, mode);
  }
}

/** The rest of an object pattern. */
function without(run: Run, value: Value, taken: readonly string[]): Value {
  const results = optionsOf(value).map((option): Value => {
    const record = recordOf(run, option);
    if (record === null) return option.k === 'hole' ? option : holeValue('dynamic');
    const crossed = option.k === 'ref' ? option.crossed : null;
    const props = [...record.props.values()].filter((prop) => !taken.includes(prop.name)).map((prop) => ({ ...prop, value: crossAll(prop.value, crossed) }));
    return newRecord(run, props, { open: record.open, place: null });
  });
  return joinValues(results);
}

function bindArray(run: Run, pattern: TSESTree.ArrayPattern, value: Value, scope: Scope, mode: BindMode): void {
  for (const [i, element] of pattern.elements.entries()) {
    if (element === null) continue;
    const found = optionsOf(value).map((option): Value => {
      const list = listOf(run, option);
      if (list === null || (list.mixed === true && element.type !== 'RestElement')) return elementOf(run, option);
      const crossed = option.k === 'ref' ? option.crossed : null;
      if (element.type === 'RestElement') return newList(run, list.items.slice(i).map((item) => crossAll(item.value, crossed)), list.rest);
      const item = list.items[i];
      if (item === undefined) return list.rest ?? undefinedValue;
      return crossAll(item.presence === 'always' ? item.value : joinValues([item.value, undefinedValue]), crossed);
    });
    bindPattern(run, element, joinValues(found), scope, mode);
  }
}

/** `target = value`. */
export function assignTo(run: Run, target: TSESTree.Node, value: Value, scope: Scope, statement: TSESTree.Node = target): void {
  switch (target.type) {
    case 'Identifier': {
      const cell = lookup(scope, target.name);
      if (cell !== null) writeCell(run, cell, value);
      break;
    }
    case 'MemberExpression': {
      noteEscape(run, value);
      const object = target.object.type === 'Super' ? scope.activation?.self ?? undefinedValue : evaluate(run, target.object, scope);
      const set = (name: string | null): void => { setMember(run, object, name, value, placeIn(run, statement), placeIn(run, target.property)); };
      const names = target.computed ? optionsOf(evaluate(run, target.property, scope)).map((key) => literalOf(key) ?? indexedName(key)) : [keyText(target.property)];
      // one of several names: each may be the one
      if (names.length === 1) set(names[0] ?? null);
      else doEachWay(run, names, set);
      break;
    }
    case 'TSNonNullExpression': case 'TSAsExpression': case 'TSTypeAssertion': case 'TSSatisfiesExpression': assignTo(run, target.expression, value, scope, statement); break;
    case 'ObjectPattern': case 'ArrayPattern': case 'AssignmentPattern': case 'RestElement': bindPattern(run, target, value, scope, 'assign'); break;
    default: break;
  }
}

/** `label[${index}].tag`: a name with an index that is not known, as `label[{}].tag`; null for others. */
function indexedName(key: Value): string | null {
  const text = key.k === 'text' ? key.parts.map((part) => (part.kind === 'literal' ? part.text : '{}')).join('') : '';
  return /^[\w.-]+\[\{\}\][\w.-]*$/.test(text) ? text : null;
}

/** Writes a variable; one of a module is remembered for everybody who reads it. */
function writeCell(run: Run, cell: Cell, value: Value): void {
  run.state.cells.set(cell, cell.shared ? keptValue(value) : value);
  if (cell.shared && !run.shared) recordFunctionWrite(run, cell, value);
}
