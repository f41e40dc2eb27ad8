import type { TSESTree } from '@typescript-eslint/types';

import { unionType, unknownType } from './declared-type.ts';
import type { TypeField, TypeShape } from './declared-type.ts';
import { findType } from './find-type.ts';
import { keyText, placeOf } from './project-module.ts';
import type { ProjectModule } from './project-module.ts';
import { moduleAt } from './run.ts';
import type { World } from './run.ts';
import { readValidator } from './validators.ts';

/** A type as it is written, and what type parameters stand for there. */
export interface TypeRef {
  readonly node: TSESTree.TypeNode;
  readonly module: ProjectModule;
  /** What a type parameter stands for; `open`: that cannot be known. null: the name is no type parameter. */
  readonly parameter: (name: string) => TypeRef | 'open' | null;
}

const MAX_DEPTH = 24;
const LITERALS: Readonly<Record<string, 'string' | 'number' | 'boolean'>> = { string: 'string', number: 'number', boolean: 'boolean' };

/** What a type says of the values it has, followed through aliases, interfaces, modules and type parameters. */
export function readType(world: World, ref: TypeRef, depth = 0): TypeShape {
  const { node, module } = ref;
  const place = placeOf(module, node);
  if (depth > MAX_DEPTH) return unknownType(place);
  const inner = (type: TSESTree.TypeNode): TypeShape => readType(world, { ...ref, node: type }, depth + 1);
  switch (node.type) {
    case 'TSStringKeyword': case 'TSTemplateLiteralType': return { kind: 'string', place };
    case 'TSNumberKeyword': return { kind: 'number', place };
    case 'TSBooleanKeyword': return { kind: 'boolean', place };
    case 'TSNullKeyword': return { kind: 'null', place };
    case 'TSUndefinedKeyword': case 'TSVoidKeyword': return { kind: 'undefined', place };
    case 'TSLiteralType': return { kind: node.literal.type === 'TemplateLiteral' ? 'string' : node.literal.type === 'Literal' ? LITERALS[typeof node.literal.value] ?? 'unknown' : 'number', place };
    case 'TSArrayType': return { kind: 'array', item: () => inner(node.elementType), place };
    case 'TSTupleType': return { kind: 'array', item: () => unknownType(place), place };
    case 'TSTypeOperator': return node.operator === 'readonly' && node.typeAnnotation !== undefined ? inner(node.typeAnnotation) : unknownType(place);
    case 'TSTypeLiteral': return { kind: 'object', ...fieldsOf(world, node.members, ref), place };
    case 'TSUnionType': return unionType(node.types.map(inner), place);
    case 'TSIntersectionType': return mergeObjects(node.types.map(inner), place);
    case 'TSTypeReference': return readReference(world, node, ref, depth);
    default: return unknownType(place);
  }
}

function fieldsOf(world: World, members: readonly TSESTree.TypeElement[], ref: Omit<TypeRef, 'node'>): { fields: readonly TypeField[]; open: boolean } {
  const fields: TypeField[] = [];
  let open = false;
  for (const member of members) {
    const name = member.type === 'TSPropertySignature' && !member.computed ? keyText(member.key) : null;
    if (member.type !== 'TSPropertySignature' || name === null) {
      open = true;
      continue;
    }
    const annotation = member.typeAnnotation?.typeAnnotation;
    const place = placeOf(ref.module, member.key);
    fields.push({ name, optional: member.optional, place, type: () => (annotation === undefined ? unknownType(place) : readType(world, { ...ref, node: annotation })) });
  }
  return { fields, open };
}

/** A value that is of all of some types. */
function mergeObjects(parts: readonly TypeShape[], place: TypeShape['place']): TypeShape {
  const objects = parts.filter((part) => part.kind === 'object');
  if (objects.length === 0) return parts.length === 1 && parts[0] !== undefined ? parts[0] : unknownType(place);
  return { kind: 'object', fields: objects.flatMap((part) => part.fields), open: objects.length < parts.length || objects.some((part) => part.open), place };
}

function readReference(world: World, node: TSESTree.TSTypeReference, ref: TypeRef, depth: number): TypeShape {
  const place = placeOf(ref.module, node);
  const args = (node.typeArguments?.params ?? []).map((argument): TypeRef => ({ ...ref, node: argument }));
  const [first, second] = args;
  if (node.typeName.type === 'TSQualifiedName' && /^(?:infer|TypeOf|input|output)$/.test(node.typeName.right.name) && first?.node.type === 'TSTypeQuery' && first.node.exprName.type === 'Identifier') {
    return readValidator(world, first.node.exprName, ref.module) ?? unknownType(place);
  }
  const { name, module } = nameOf(world, node.typeName, ref.module);
  if (name === null || module === null) return unknownType(place);

  const bound = node.typeName.type === 'Identifier' ? ref.parameter(name) : null;
  if (bound !== null) return bound === 'open' ? unknownType(place) : readType(world, bound, depth + 1);
  const declared = findType(world, module, name, module === ref.module ? 0 : 1);
  if (declared === null) return first === undefined ? unknownType(place) : readBuiltIn(world, name, [first, second], place, depth);

  const parameters = declared.node.typeParameters?.params ?? [];
  const inside: Omit<TypeRef, 'node'> = { module: declared.module, parameter: (wanted) => bindParameter(parameters, args, wanted, inside) };
  if (declared.node.type === 'TSTypeAliasDeclaration') return readType(world, { ...inside, node: declared.node.typeAnnotation }, depth + 1);
  return readInterface(world, declared.node, inside, depth);
}

function bindParameter(parameters: readonly TSESTree.TSTypeParameter[], args: readonly TypeRef[], wanted: string, inside: Omit<TypeRef, 'node'>): TypeRef | 'open' | null {
  const index = parameters.findIndex((parameter) => parameter.name.name === wanted);
  if (index === -1) return null;
  const fallback = parameters[index]?.default;
  return args[index] ?? (fallback === undefined ? 'open' : { ...inside, node: fallback });
}

function readInterface(world: World, node: TSESTree.TSInterfaceDeclaration, inside: Omit<TypeRef, 'node'>, depth: number): TypeShape {
  const own = fieldsOf(world, node.body.body, inside);
  const place = placeOf(inside.module, node.id);
  const names = new Set(own.fields.map((field) => field.name));
  const bases = node.extends.map((base) => {
    const found = base.expression.type === 'Identifier' && base.typeArguments === undefined ? findType(world, inside.module, base.expression.name) : null;
    if (found?.node.type !== 'TSInterfaceDeclaration' || depth > MAX_DEPTH) return null;
    return readInterface(world, found.node, { module: found.module, parameter: () => null }, depth + 1);
  });
  const inherited = bases.flatMap((base) => (base?.kind === 'object' ? base.fields : []));
  return { kind: 'object', fields: [...inherited.filter((field) => !names.has(field.name)), ...own.fields], open: own.open || bases.some((base) => base?.kind !== 'object' || base.open), place };
}

/** The module in which a name is looked up: `Types.Name` in that of `import * as Types`. */
function nameOf(world: World, name: TSESTree.EntityName, module: ProjectModule): { name: string | null; module: ProjectModule | null } {
  if (name.type === 'Identifier') return { name: name.name, module };
  if (name.type !== 'TSQualifiedName' || name.left.type !== 'Identifier') return { name: null, module: null };
  const imported = module.imports.get(name.left.name);
  const file = imported?.name === '*' ? world.loader.resolve(imported.source, module.file) : null;
  return { name: name.right.name, module: file === null ? null : moduleAt(world, file) };
}

/** The types of the language that hold others. */
function readBuiltIn(world: World, name: string, [first, second]: readonly [TypeRef, TypeRef | undefined], place: TypeShape['place'], depth: number): TypeShape {
  const inner = (): TypeShape => readType(world, first, depth + 1);
  switch (name) {
    case 'Promise': case 'PromiseLike': case 'Awaited': case 'Readonly': return inner();
    case 'NonNullable': {
      const type = inner();
      return type.kind === 'union' ? unionType(type.options.filter(({ kind }) => kind !== 'null' && kind !== 'undefined'), place) : type;
    }
    case 'Array': case 'ReadonlyArray': return { kind: 'array', item: inner, place };
    case 'Record': return { kind: 'object', fields: [], open: true, place };
    case 'Partial': case 'Required': return mapFields(inner(), (field) => ({ ...field, optional: name === 'Partial' }));
    case 'Pick': case 'Omit': {
      const names = second === undefined ? null : literalNames(second.node);
      return names === null ? unknownType(place) : mapFields(inner(), (field) => (names.includes(field.name) === (name === 'Pick') ? field : null));
    }
    default: return unknownType(place);
  }
}

function mapFields(type: TypeShape, change: (field: TypeField) => TypeField | null): TypeShape {
  return type.kind === 'object' ? { ...type, fields: type.fields.flatMap((field) => change(field) ?? []) } : unknownType(type.place);
}

/** `'a' | 'b'`. */
function literalNames(node: TSESTree.TypeNode): readonly string[] | null {
  const parts = node.type === 'TSUnionType' ? node.types : [node];
  const names = parts.map((part) => (part.type === 'TSLiteralType' && part.literal.type === 'Literal' && typeof part.literal.value === 'string' ? part.literal.value : null));
  return names.every((name) => name !== null) ? names : null;
}
