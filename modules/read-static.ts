import type { TSESTree } from '@typescript-eslint/types';
import type { SourceModule } from '../requests/source-module.ts';

/** A value that is written out in a file, with the offset at which it, or the name of a field, stands. */
export type StaticValue = { readonly offset: number } & (
  | { readonly kind: 'plain'; readonly value: string | number | boolean | null | undefined }
  | { readonly kind: 'list'; readonly items: readonly StaticValue[] }
  | { readonly kind: 'object'; readonly fields: readonly StaticField[] }
);

export interface StaticField {
  readonly name: string;
  readonly offset: number;
  readonly value: StaticValue;
}

/** Something in the file that is known only to who executes it. */
export class NotStatic extends Error {
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(message);
    this.name = 'NotStatic';
    this.offset = offset;
  }
}

/** What a module exports by default, read without executing anything: literals, lists, objects, and constants of the same file. */
export function readDefaultExport({ program }: SourceModule, helper: string): StaticValue {
  const exported = program.body.find((statement) => statement.type === 'ExportDefaultDeclaration');
  if (exported === undefined) throw new NotStatic(`It exports nothing by default. Write export default ${helper}({ … }).`, 0);
  const { declaration } = exported;
  if (declaration.type === 'FunctionDeclaration' || declaration.type === 'ClassDeclaration' || declaration.type === 'TSInterfaceDeclaration' || declaration.type === 'TSEnumDeclaration' || declaration.type === 'TSModuleDeclaration' || declaration.type === 'TSTypeAliasDeclaration' || declaration.type === 'VariableDeclaration' || declaration.type === 'TSDeclareFunction') {
    throw new NotStatic(`Nothing is executed here. Write the object itself: export default ${helper}({ … }).`, declaration.range[0]);
  }
  return evaluate(declaration, { constants: findConstants(program), helper, open: new Set() });
}

/** The value as a program has it. */
export function plainValue(value: StaticValue): unknown {
  switch (value.kind) {
    case 'plain': return value.value;
    case 'list': return value.items.map(plainValue);
    case 'object': return Object.fromEntries(value.fields.map((field) => [field.name, plainValue(field.value)]));
  }
}

interface Scope {
  readonly constants: ReadonlyMap<string, TSESTree.Expression>;
  /** The function whose only argument is the value. */
  readonly helper: string;
  /** Constants that are being read. */
  readonly open: ReadonlySet<string>;
}

function evaluate(node: TSESTree.Node, scope: Scope): StaticValue {
  const [offset] = node.range;
  switch (node.type) {
    case 'Literal':
      if ('regex' in node || 'bigint' in node) break;
      return { kind: 'plain', value: node.value, offset };
    case 'TemplateLiteral':
      if (node.expressions.length > 0) throw new NotStatic('A template with ${…} is known only to who executes it. Write the text out.', offset);
      return { kind: 'plain', value: node.quasis[0]?.value.cooked ?? '', offset };
    case 'UnaryExpression': {
      const inner = node.operator === '-' ? evaluate(node.argument, scope) : null;
      if (inner?.kind !== 'plain' || typeof inner.value !== 'number') break;
      return { kind: 'plain', value: -inner.value, offset };
    }
    case 'ArrayExpression':
      return { kind: 'list', offset, items: node.elements.flatMap((element) => readElement(element, scope, offset)) };
    case 'ObjectExpression':
      return { kind: 'object', offset, fields: lastOfEach(node.properties.flatMap((property) => readProperty(property, scope))) };
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
      return evaluate(node.expression, scope);
    case 'CallExpression': {
      const [argument] = node.arguments;
      const isHelper = node.callee.type === 'Identifier' && node.callee.name === scope.helper;
      if (!isHelper || argument === undefined || node.arguments.length > 1) break;
      return evaluate(argument, scope);
    }
    case 'Identifier':
      return readConstant(node, scope);
    default:
  }
  throw new NotStatic(`Nothing is executed here, so this cannot be known. Write a text, a number, true or false, a list, an object, or the name of a constant of this file.`, offset);
}

function readConstant({ name, range: [offset] }: TSESTree.Identifier, scope: Scope): StaticValue {
  if (name === 'undefined') return { kind: 'plain', value: undefined, offset };
  const written = scope.constants.get(name);
  if (written === undefined) throw new NotStatic(`'${name}' is no constant of this file, and nothing else is read or executed. Write its value here, or const ${name} = … in this file.`, offset);
  if (scope.open.has(name)) throw new NotStatic(`'${name}' holds itself. Write its value out.`, offset);
  return evaluate(written, { ...scope, open: new Set([...scope.open, name]) });
}

function readElement(element: TSESTree.Expression | TSESTree.SpreadElement | null, scope: Scope, offset: number): readonly StaticValue[] {
  if (element === null) throw new NotStatic('The list has a gap. Take the comma away.', offset);
  if (element.type !== 'SpreadElement') return [evaluate(element, scope)];
  const list = evaluate(element.argument, scope);
  if (list.kind !== 'list') throw new NotStatic('What is spread here is no list.', element.range[0]);
  return list.items;
}

function readProperty(property: TSESTree.ObjectLiteralElement, scope: Scope): readonly StaticField[] {
  const [offset] = property.range;
  if (property.type === 'SpreadElement') {
    const object = evaluate(property.argument, scope);
    if (object.kind !== 'object') throw new NotStatic('What is spread here is no object.', offset);
    return object.fields;
  }
  const { key } = property;
  if (property.kind !== 'init' || property.method) throw new NotStatic('Functions are not executed here. Write a value.', offset);
  const name = key.type === 'Identifier' && !property.computed ? key.name : key.type === 'Literal' ? String(key.value) : null;
  if (name === null) throw new NotStatic('A name in brackets is known only to who executes it. Write the name out.', offset);
  return [{ name, offset, value: evaluate(property.value, scope) }];
}

/** A name that is written twice counts as it was written last. */
function lastOfEach(fields: readonly StaticField[]): readonly StaticField[] {
  return fields.filter(({ name }, i) => !fields.slice(i + 1).some((later) => later.name === name));
}

function findConstants(program: TSESTree.Program): ReadonlyMap<string, TSESTree.Expression> {
  const constants = new Map<string, TSESTree.Expression>();
  for (const statement of program.body) {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declaration?.type !== 'VariableDeclaration' || declaration.kind !== 'const') continue;
    for (const { id, init } of declaration.declarations) if (id.type === 'Identifier' && init !== null) constants.set(id.name, init);
  }
  return constants;
}
