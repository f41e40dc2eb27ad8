import type { TSESTree } from '@typescript-eslint/types';

import { evaluate, evaluateName } from './evaluate.ts';
import { genericInstance } from './classes.ts';
import { declareModule, exportOf } from './modules.ts';
import type { ClientModel } from './client-model.ts';
import { findType } from './find-type.ts';
import { keyText } from './project-module.ts';
import type { ProjectModule } from './project-module.ts';
import type { Place } from './request-site.ts';
import type { Run } from './run.ts';
import { newRecord, property, recordOf } from './run.ts';
import { lookup } from './scope.ts';
import type { Scope } from './scope.ts';
import { readCell } from './shared.ts';
import type { HolePart, Prop, Value } from './value.ts';
import { KNOWN_BY_TYPE } from './value.ts';

/** A property of a typed object is this much deeper than the object; a name, union or intersection of types one. */
const NESTED = 4;
const MAX_DEPTH = 16;

/**
 * What a type annotation says of a value that is not known: an instance of a class of the project, a client, an object
 * with these fields. null when it says nothing of use. `part` is the hole that is being replaced.
 */
export function typedValue(run: Run, type: TSESTree.TypeNode, scope: Scope, part: HolePart | null, place: Place | null, depth = 0): Value | null {
  if (depth > MAX_DEPTH) return null;
  switch (type.type) {
    case 'TSTypeReference': return referenceValue(run, type, scope, part, place, depth);
    case 'TSTypeLiteral': return recordValue(run, shapeOf(type.members), scope, part, place, depth);
    case 'TSTypeQuery': {
      // `typeof fetch`
      const value = type.exprName.type === 'Identifier' ? evaluate(run, type.exprName, scope) : null;
      return value?.k === 'client' ? value : null;
    }
    case 'TSUnionType': {
      const useful = type.types.filter((member) => member.type !== 'TSUndefinedKeyword' && member.type !== 'TSNullKeyword');
      const [only] = useful;
      const inner = part !== null && useful.length < type.types.length ? { ...part, optional: true } : part;
      if (only !== undefined && useful.length === 1) return typedValue(run, only, scope, inner, place, depth + 1);
      return inner !== null && useful.every((member) => isDefined(run, member, scope)) ? { k: 'hole', part: { ...inner, declared: true } } : null;
    }
    case 'TSIntersectionType': {
      const parts = type.types.map((member) => typedValue(run, member, scope, part, place, depth + 1));
      const records = parts.flatMap((value) => (value === null ? [] : recordOf(run, value) ?? []));
      if (records.length === 0) return parts.find((value) => value !== null) ?? null;
      const props = new Map(records.flatMap((record) => [...record.props]));
      const isWhole = records.length === parts.length && records.every((record) => record.open === KNOWN_BY_TYPE);
      return { ...newRecord(run, [], { props, open: isWhole ? KNOWN_BY_TYPE : NOT_WHOLLY_KNOWN }), crossed: part?.crossed ?? null };
    }
    case 'TSNumberKeyword': return part === null ? null : { k: 'hole', part: { ...part, type: 'number', declared: true } };
    case 'TSBooleanKeyword': return part === null ? null : { k: 'hole', part: { ...part, type: 'boolean', declared: true } };
    case 'TSStringKeyword': return part === null ? null : { k: 'hole', part: { ...part, type: 'string', declared: true } };
    case 'TSArrayType': case 'TSTupleType': case 'TSLiteralType': return part === null ? null : { k: 'hole', part: { ...part, declared: true } };
    default: return null;
  }
}

/** A type that surely has no undefined or null in it. */
function isDefined(run: Run, type: TSESTree.TypeNode, scope: Scope): boolean {
  switch (type.type) {
    case 'TSTypeReference': {
      // an enum
      const cell = type.typeName.type === 'Identifier' ? lookup(scope, type.typeName.name) : null;
      return cell !== null && recordOf(run, readCell(run, cell, scope)) !== null;
    }
    case 'TSStringKeyword': case 'TSNumberKeyword': case 'TSBooleanKeyword': case 'TSArrayType': case 'TSTupleType': case 'TSLiteralType': case 'TSTypeLiteral': return true;
    default: return false;
  }
}

interface Member { readonly name: string; readonly optional: boolean; readonly type: TSESTree.TypeNode | null }

const NOT_WHOLLY_KNOWN = 'an object whose type is not wholly known';

/** The properties of an object type; `whole`: it has no others. */
interface Shape { readonly members: readonly Member[]; readonly whole: boolean }

function shapeOf(nodes: readonly TSESTree.TypeElement[]): Shape {
  const members = nodes.flatMap((node): Member[] => {
    if (node.type !== 'TSPropertySignature' || node.computed) return [];
    const name = keyText(node.key);
    return name === null ? [] : [{ name, optional: node.optional, type: node.typeAnnotation?.typeAnnotation ?? null }];
  });
  return { members, whole: nodes.every((node) => node.type === 'TSMethodSignature' || (node.type === 'TSPropertySignature' && !node.computed)) };
}

function recordValue(run: Run, { members, whole }: Shape, scope: Scope, part: HolePart | null, place: Place | null, depth: number): Value | null {
  if (members.length === 0) return null;
  const words = part?.words ?? [];
  const props = members.map((member): Prop => {
    const inner: HolePart = {
      kind: 'hole', reason: part?.reason ?? 'parameter', words: [...words, member.name], place: part?.place ?? place, crossed: part?.crossed ?? null, ...(part?.typeName === undefined ? {} : { typeName: part.typeName }), ...(member.optional ? { optional: true } : {}),
    };
    const typed = member.type === null ? null : typedValue(run, member.type, scope, inner, place, depth + NESTED);
    return property(member.name, typed ?? { k: 'hole', part: inner }, { presence: member.optional ? 'maybe' : 'always' });
  });
  return { ...newRecord(run, props, { open: whole ? KNOWN_BY_TYPE : NOT_WHOLLY_KNOWN }), crossed: part?.crossed ?? null };
}

function referenceValue(run: Run, type: TSESTree.TSTypeReference, scope: Scope, given: HolePart | null, place: Place | null, depth: number): Value | null {
  if (type.typeName.type === 'TSQualifiedName') {
    const module = namespaceModule(run, scope, type.typeName.left);
    return module === null ? null : namedValue(run, type.typeName.right.name, declareModule(run.world, module), given, place, depth);
  }
  if (type.typeName.type !== 'Identifier') return null;
  const { name } = type.typeName;
  const [first] = type.typeArguments?.params ?? [];
  if (first !== undefined && /^(?:Partial|Required|Readonly|Promise|NonNullable|Omit|Pick|Awaited|Ref|Signal)$/.test(name)) {
    return typedValue(run, first, scope, given, place, depth + 1);
  }
  return namedValue(run, name, scope, given, place, depth);
}

function namedValue(run: Run, name: string, scope: Scope, given: HolePart | null, place: Place | null, depth: number): Value | null {
  let part = given;
  const model = run.world.clients.byType.get(name);
  const cell = lookup(scope, name);
  if (model !== undefined && (run.world.clients.isDeclared(model) || isTypeOf(run, scope, name, model))) return { k: 'client', model, member: null, self: null, unread: true };
  const owner = run.world.clients.models.find((row) => row.reached?.types.includes(name) === true);
  if (owner?.reached !== undefined && isTypeOf(run, scope, name, owner)) {
    return newRecord(run, [property(owner.reached.member, { k: 'client', model: owner, member: null, self: null, unread: true })], { open: NOT_WHOLLY_KNOWN });
  }
  const value = cell === null ? exportOf(run.world, scope.module, name) : readCell(run, cell, scope);
  if (value !== null) {
    if (value.k === 'class') return { ...genericInstance(run.world, value.info), crossed: null };
    if (value.k === 'client') return value.member === null ? { ...value } : null;
  }
  const declared = findType(run.world, scope.module, name, 1);
  if (declared === null) return part === null ? null : { k: 'hole', part: { ...part, typeName: name } };
  const { node, module } = declared;
  part = part === null ? null : { ...part, typeName: name };
  if (node.type === 'TSTypeAliasDeclaration') return typedValue(run, node.typeAnnotation, module.scope, part, place, depth + 1);
  const implementation = onlyImplementation(run, node.id.name, [scope.module, module]);
  if (implementation !== null) return implementation;
  return recordValue(run, interfaceShape(run, node, module, 0), module.scope, part, place, depth);
}

/** The properties of an interface, with those of the interfaces that it extends. */
function interfaceShape(run: Run, node: TSESTree.TSInterfaceDeclaration, module: ProjectModule, depth: number): Shape {
  const own = shapeOf(node.body.body);
  const bases = node.extends.map((base): Shape => {
    const found = base.expression.type === 'Identifier' ? findType(run.world, module, base.expression.name, 0) : null;
    return found?.node.type === 'TSInterfaceDeclaration' && depth < 6 ? interfaceShape(run, found.node, found.module, depth + 1) : { members: [], whole: false };
  });
  return { members: [...bases.flatMap((base) => base.members), ...own.members], whole: own.whole && bases.every((base) => base.whole) };
}

/** The module that `Types` of `Types.Name` stands for; null when it is none of the project. */
function namespaceModule(run: Run, scope: Scope, name: TSESTree.EntityName): ProjectModule | null {
  if (name.type !== 'Identifier') return null;
  const value = scope.module.imports.get(name.name)?.name === '*' ? evaluateName(run, name.name, name, scope) : null;
  return value?.k === 'module' ? value.module : null;
}

/** Whether a type name here is that of the client: imported from it, or from nowhere in sight (a global type). */
function isTypeOf(run: Run, scope: Scope, name: string, model: ClientModel): boolean {
  const imported = scope.module.imports.get(name);
  if (imported === undefined) return !scope.module.types.has(name) && !scope.module.classes.some((node) => node.id?.name === name);
  return model.modules.some((at) => imported.source === at || imported.source.startsWith(`${at}/`)) && run.world.loader.resolve(imported.source, scope.module.file) === null;
}

/** The instance that an interface stands for when one class of the modules at hand implements it. */
function onlyImplementation(run: Run, name: string, modules: readonly ProjectModule[]): Value | null {
  const found = new Set<Value>();
  for (const module of [...new Set([...modules, ...[...run.world.modules.values()].filter((at) => at !== null)])]) {
    for (const node of module.classes) {
      if (node.id === null || !node.implements.some((at) => at.expression.type === 'Identifier' && at.expression.name === name)) continue;
      const scope = declareModule(run.world, module);
      const cell = scope.cells.get(node.id.name);
      if (cell === undefined) continue;
      const value = readCell(run, cell, scope);
      if (value.k === 'class') found.add(genericInstance(run.world, value.info));
    }
  }
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
}
