import type { TSESTree } from '@typescript-eslint/types';

import { evaluate, evaluateName } from './evaluate.ts';
import { genericInstance } from './classes.ts';
import { declareModule } from './modules.ts';
import type { ClientModel } from './client-model.ts';
import { keyText } from './project-module.ts';
import type { ProjectModule } from './project-module.ts';
import type { Place } from './request-site.ts';
import type { Run } from './run.ts';
import { moduleAt, newRecord, property, recordOf } from './run.ts';
import { lookup } from './scope.ts';
import type { Scope } from './scope.ts';
import { readCell } from './shared.ts';
import type { HolePart, Prop, Value } from './value.ts';

const MAX_DEPTH = 4;

/**
 * What a type annotation says of a value that is not known: an instance of a class of the project, a client, an object
 * with these fields. null when it says nothing of use. `part` is the hole that is being replaced.
 */
export function typedValue(run: Run, type: TSESTree.TypeNode, scope: Scope, part: HolePart | null, place: Place | null, depth = 0): Value | null {
  if (depth > MAX_DEPTH) return null;
  switch (type.type) {
    case 'TSTypeReference': return referenceValue(run, type, scope, part, place, depth);
    case 'TSTypeLiteral': return recordValue(run, membersOf(type.members), scope, part, place, depth);
    case 'TSTypeQuery': {
      // `typeof fetch`
      const value = type.exprName.type === 'Identifier' ? evaluate(run, type.exprName, scope) : null;
      return value?.k === 'client' ? value : null;
    }
    case 'TSUnionType': {
      const useful = type.types.filter((member) => member.type !== 'TSUndefinedKeyword' && member.type !== 'TSNullKeyword');
      const [only] = useful;
      const inner = part !== null && useful.length < type.types.length ? { ...part, optional: true } : part;
      return only !== undefined && useful.length === 1 ? typedValue(run, only, scope, inner, place, depth + 1) : null;
    }
    case 'TSIntersectionType': {
      const parts = type.types.map((member) => typedValue(run, member, scope, part, place, depth + 1));
      const records = parts.flatMap((value) => (value === null ? [] : recordOf(run, value) ?? []));
      if (records.length === 0) return parts.find((value) => value !== null) ?? null;
      const props = new Map(records.flatMap((record) => [...record.props]));
      return { ...newRecord(run, [], { props, open: 'an object known by its type only' }), crossed: part?.crossed ?? null };
    }
    case 'TSNumberKeyword': return part === null ? null : { k: 'hole', part: { ...part, type: 'number' } };
    case 'TSBooleanKeyword': return part === null ? null : { k: 'hole', part: { ...part, type: 'boolean' } };
    case 'TSStringKeyword': return part === null ? null : { k: 'hole', part: { ...part, type: 'string' } };
    default: return null;
  }
}

interface Member { readonly name: string; readonly optional: boolean; readonly type: TSESTree.TypeNode | null }

function membersOf(nodes: readonly TSESTree.TypeElement[]): readonly Member[] {
  return nodes.flatMap((node): Member[] => {
    if (node.type !== 'TSPropertySignature' || node.computed) return [];
    const name = keyText(node.key);
    return name === null ? [] : [{ name, optional: node.optional, type: node.typeAnnotation?.typeAnnotation ?? null }];
  });
}

function recordValue(run: Run, members: readonly Member[], scope: Scope, part: HolePart | null, place: Place | null, depth: number): Value | null {
  if (members.length === 0) return null;
  const words = part?.words ?? [];
  const props = members.map((member): Prop => {
    const inner: HolePart = {
      kind: 'hole', reason: part?.reason ?? 'parameter', words: [...words, member.name], place: part?.place ?? place, crossed: part?.crossed ?? null, ...(part?.typeName === undefined ? {} : { typeName: part.typeName }), ...(member.optional ? { optional: true } : {}),
    };
    const typed = member.type === null ? null : typedValue(run, member.type, scope, inner, place, depth + 1);
    return property(member.name, typed ?? { k: 'hole', part: inner }, { presence: member.optional ? 'maybe' : 'always' });
  });
  return { ...newRecord(run, props, { open: 'an object known by its type only' }), crossed: part?.crossed ?? null };
}

function referenceValue(run: Run, type: TSESTree.TSTypeReference, scope: Scope, given: HolePart | null, place: Place | null, depth: number): Value | null {
  if (type.typeName.type !== 'Identifier') return null;
  const { name } = type.typeName;
  let part = given;
  const [first] = type.typeArguments?.params ?? [];
  if (first !== undefined && /^(?:Partial|Required|Readonly|Promise|NonNullable|Omit|Pick|Awaited|Ref|Signal)$/.test(name)) {
    return typedValue(run, first, scope, part, place, depth + 1);
  }
  const model = run.world.clients.byType.get(name);
  const cell = lookup(scope, name);
  if (model !== undefined && (run.world.clients.isDeclared(model) || isTypeOf(run, scope, name, model))) return { k: 'client', model, member: null, self: null };
  const owner = run.world.clients.models.find((row) => row.reached?.types.includes(name) === true);
  if (owner?.reached !== undefined && isTypeOf(run, scope, name, owner)) {
    return newRecord(run, [property(owner.reached.member, { k: 'client', model: owner, member: null, self: null })], { open: 'an object known by its type only' });
  }
  if (cell !== null) {
    const value = evaluateName(run, name, type, scope);
    if (value.k === 'class') return { ...genericInstance(run.world, value.info), crossed: null };
    if (value.k === 'client') return value.member === null ? { ...value } : null;
  }
  const declared = findType(run, scope.module, name, 0);
  if (declared === null) return part === null ? null : { k: 'hole', part: { ...part, typeName: name } };
  const { node, module } = declared;
  part = part === null ? null : { ...part, typeName: name };
  if (node.type === 'TSTypeAliasDeclaration') return typedValue(run, node.typeAnnotation, module.scope, part, place, depth + 1);
  const implementation = onlyImplementation(run, node.id.name, [scope.module, module]);
  if (implementation !== null) return implementation;
  const inherited = node.extends.flatMap((base) => {
    const found = base.expression.type === 'Identifier' ? findType(run, module, base.expression.name, 0) : null;
    return found?.node.type === 'TSInterfaceDeclaration' ? membersOf(found.node.body.body) : [];
  });
  return recordValue(run, [...inherited, ...membersOf(node.body.body)], module.scope, part, place, depth);
}

/** Whether a type name here is that of the client: imported from it, or from nowhere in sight (a global type). */
function isTypeOf(run: Run, scope: Scope, name: string, model: ClientModel): boolean {
  const imported = scope.module.imports.get(name);
  if (imported === undefined) return !scope.module.types.has(name) && !scope.module.classes.some((node) => node.id?.name === name);
  return model.modules.some((at) => imported.source === at || imported.source.startsWith(`${at}/`)) && run.world.loader.resolve(imported.source, scope.module.file) === null;
}

type TypeNode = TSESTree.TSInterfaceDeclaration | TSESTree.TSTypeAliasDeclaration;

/** The declaration of a type, followed through imports. */
function findType(run: Run, module: ProjectModule, name: string, depth: number): { node: TypeNode; module: ProjectModule } | null {
  const own = module.types.get(name);
  if (own !== undefined) return { node: own, module };
  if (depth > 6) return null;
  const imported = module.imports.get(name);
  const target = module.exports.get(name);
  const from = imported ?? (target?.kind === 'from' ? target.imported : undefined);
  const sources = from === undefined ? (depth > 0 ? module.stars.map((source) => ({ source, name })) : []) : [from];
  for (const { source, name: original } of sources) {
    const file = run.world.loader.resolve(source, module.file);
    const other = file === null ? null : moduleAt(run.world, file);
    const found = other === null ? null : findType(run, other, original, depth + 1);
    if (found !== null) return found;
  }
  return null;
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
