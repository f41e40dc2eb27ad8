import type { TSESTree } from '@typescript-eslint/types';

import { unionType, unknownType } from './declared-type.ts';
import type { TypeField, TypeShape } from './declared-type.ts';
import { keyText, placeOf } from './project-module.ts';
import type { ProjectModule } from './project-module.ts';
import { moduleAt } from './run.ts';
import type { World } from './run.ts';

/** An expression and the module that it is written in. */
interface Written { readonly node: TSESTree.Expression; readonly module: ProjectModule }

const MAX_DEPTH = 24;

/** The methods by which a schema of zod looks at a value. */
export function isParseMethod(name: string): boolean {
  return /^(?:safeP|p)arse(?:Async)?$/.test(name);
}

/** What a schema built with zod accepts (not what it makes of it); null when the expression is none. */
export function readValidator(world: World, node: TSESTree.Expression, module: ProjectModule): TypeShape | null {
  return readSchema(world, { node, module }, 0);
}

function readSchema(world: World, written: Written, depth: number): TypeShape | null {
  if (depth > MAX_DEPTH) return null;
  const { node, module } = resolve(world, written, 0) ?? written;
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression' || node.callee.computed) return null;
  const name = keyText(node.callee.property) ?? '';
  const { object } = node.callee;
  const [first] = node.arguments;
  const argument = first === undefined || first.type === 'SpreadElement' ? null : { node: first, module };
  const place = placeOf(module, node);
  if (isZod(module, object)) return readKind(world, name, argument, place, depth);
  // `z.coerce.number()` takes whatever can be made a number
  if (object.type === 'MemberExpression' && isZod(module, object.object)) return unknownType(place);

  const inner = readSchema(world, { node: object, module }, depth + 1);
  return inner === null ? null : modify(world, inner, name, argument, place, depth);
}

/** A schema that is made: `z.string()`. */
function readKind(world: World, name: string, argument: Written | null, place: TypeShape['place'], depth: number): TypeShape {
  const item = (): TypeShape => (argument === null ? null : readSchema(world, argument, depth + 1)) ?? unknownType(place);
  switch (name) {
    case 'string': case 'email': case 'url': case 'uuid': case 'cuid': case 'iso': return { kind: 'string', place };
    case 'number': case 'int': return { kind: 'number', place };
    case 'boolean': return { kind: 'boolean', place };
    case 'null': return { kind: 'null', place };
    case 'undefined': return { kind: 'undefined', place };
    case 'enum': return { kind: 'string', place };
    case 'array': return { kind: 'array', item, place };
    case 'object': case 'strictObject': case 'looseObject': return { kind: 'object', ...readFields(world, argument, depth), place };
    case 'record': return { kind: 'object', fields: [], open: true, place };
    case 'optional': return unionType([item(), { kind: 'undefined', place }], place);
    case 'nullable': return unionType([item(), { kind: 'null', place }], place);
    case 'union': {
      const list = argument?.node.type === 'ArrayExpression' ? argument.node.elements : [];
      const options = list.map((element) => (element === null || element.type === 'SpreadElement' || argument === null ? null : readSchema(world, { node: element, module: argument.module }, depth + 1)) ?? unknownType(place));
      return options.length === 0 ? unknownType(place) : unionType(options, place);
    }
    default: return unknownType(place);
  }
}

/** A schema that is made of another: `schema.optional()`. */
function modify(world: World, inner: TypeShape, name: string, argument: Written | null, place: TypeShape['place'], depth: number): TypeShape {
  switch (name) {
    case 'optional': case 'default': case 'catch': case 'exactOptional': return unionType([inner, { kind: 'undefined', place }], place);
    case 'nullable': return unionType([inner, { kind: 'null', place }], place);
    case 'nullish': return unionType([inner, { kind: 'null', place }, { kind: 'undefined', place }], place);
    case 'array': return { kind: 'array', item: () => inner, place };
    case 'partial': return inner.kind === 'object' && argument === null ? { ...inner, fields: inner.fields.map((field) => ({ ...field, optional: true })) } : unknownType(place);
    case 'passthrough': case 'loose': return inner.kind === 'object' ? { ...inner, open: true } : inner;
    case 'extend': {
      const more = readFields(world, argument, depth);
      const names = new Set(more.fields.map((field) => field.name));
      return inner.kind === 'object' ? { ...inner, fields: [...inner.fields.filter((field) => !names.has(field.name)), ...more.fields], open: inner.open || more.open } : unknownType(place);
    }
    case 'pick': case 'omit': case 'merge': case 'and': case 'or': case 'deepPartial': case 'required': return unknownType(place);
    // checks and conversions of what was accepted
    default: return inner;
  }
}

function readFields(world: World, argument: Written | null, depth: number): { fields: readonly TypeField[]; open: boolean } {
  const found = argument === null ? null : resolve(world, argument, 0) ?? argument;
  if (found?.node.type !== 'ObjectExpression') return { fields: [], open: true };
  const { module } = found;
  const fields: TypeField[] = [];
  let open = false;
  for (const property of found.node.properties) {
    const name = property.type === 'Property' && !property.computed ? keyText(property.key) : null;
    const value = property.type === 'Property' && isExpression(property.value) ? property.value : null;
    if (property.type !== 'Property' || name === null || value === null) {
      open = true;
      continue;
    }
    const place = placeOf(module, property.key);
    const read = (): TypeShape => readSchema(world, { node: value, module }, depth + 1) ?? unknownType(place);
    const type = read();
    fields.push({ name, optional: type.kind === 'union' && type.options.some(({ kind }) => kind === 'undefined'), type: read, place });
  }
  return { fields, open };
}

function isExpression(node: TSESTree.Node): node is TSESTree.Expression {
  return node.type !== 'AssignmentPattern' && node.type !== 'ObjectPattern' && node.type !== 'ArrayPattern' && node.type !== 'TSEmptyBodyFunctionExpression';
}

function isZod(module: ProjectModule, node: TSESTree.Expression): boolean {
  const imported = node.type === 'Identifier' ? module.imports.get(node.name) : undefined;
  return imported !== undefined && /^zod(?:\/|$)/.test(imported.source) && (imported.name === 'z' || imported.name === '*' || imported.name === 'default');
}

/** The expression that a name of a module stands for, here or where it is imported from. */
function resolve(world: World, { node, module }: Written, depth: number): Written | null {
  if (node.type !== 'Identifier' || depth > 6) return null;
  const found = declaredAs(module, node.name);
  if (found !== null) return found.type === 'Identifier' ? resolve(world, { node: found, module }, depth + 1) ?? { node: found, module } : { node: found, module };
  const imported = module.imports.get(node.name);
  const file = imported === undefined ? null : world.loader.resolve(imported.source, module.file);
  const other = file === null ? null : moduleAt(world, file);
  if (other === null || imported === undefined) return null;
  const target = other.exports.get(imported.name);
  if (target?.kind === 'expression') return { node: target.node, module: other };
  if (target?.kind === 'from') return null;
  const init = declaredAs(other, target?.name ?? imported.name);
  return init === null ? null : resolve(world, { node: init, module: other }, depth + 1) ?? { node: init, module: other };
}

/** What a constant of a module is declared as. */
function declaredAs(module: ProjectModule, name: string): TSESTree.Expression | null {
  for (const statement of module.source.program.body) {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declaration?.type !== 'VariableDeclaration' || declaration.kind !== 'const') continue;
    for (const { id, init } of declaration.declarations) if (id.type === 'Identifier' && id.name === name) return init;
  }
  return null;
}
