import { bindingOf, functionAround, namesIn, usesOf } from '../rules/binding-of.ts';
import { nodePath } from '../rules/node-path.ts';
import { exportedNames } from './exported-names.ts';
import type { TSESTree } from '@typescript-eslint/types';
import type { EditedFile } from '../rules/editable.ts';
import type { Binding } from '../rules/binding-of.ts';
import type { CodemodProject } from './codemod.ts';

type Path = readonly TSESTree.Node[];

/** An expression that can be written at other places than its own, as far as what it starts from can be named there. */
export interface PortableValue {
  readonly parts: readonly (string | Root)[];
  /** A call is made each time, which may do more than to answer. */
  readonly acts: boolean;
  readonly waits: boolean;
  readonly isTyped: boolean;
  /** Nothing may come of it. */
  readonly mayBeMissing: boolean;
}

/** What an expression starts from: something of a module, a variable of a function, `this` of a class, or a global. */
export type Root =
  | { readonly kind: 'module'; readonly file: string; readonly name: string; readonly local: string; readonly isExported: boolean }
  | { readonly kind: 'local'; readonly file: string; readonly binding: Binding }
  | { readonly kind: 'this'; readonly file: string; readonly owner: TSESTree.ClassBody; readonly member: string }
  | { readonly kind: 'global'; readonly name: string };

/** Globals that have the same value wherever they are there. */
const GLOBALS: ReadonlySet<string> = new Set(['process', 'localStorage', 'Deno', 'Bun']);
const MAX_DEPTH = 8;

const text = (code: string): PortableValue => ({ parts: [code], acts: false, waits: false, isTyped: false, mayBeMissing: false });

/** The ways to write the expression that a path leads to, those that need the least first; none where it cannot be moved. */
export function portableValues(project: CodemodProject, file: EditedFile, path: Path, depth = 0): readonly PortableValue[] {
  const node = path.at(-1);
  if (node === undefined || depth > MAX_DEPTH) return [];
  const inner = (child: TSESTree.Node): readonly PortableValue[] => portableValues(project, file, [...path, child], depth + 1);
  switch (node.type) {
    case 'Literal': return typeof node.value === 'string' ? [text(node.raw)] : [];
    case 'TSNonNullExpression': return inner(node.expression).map((value) => ({ ...around(value, node.expression, '', '!'), isTyped: true, mayBeMissing: false }));
    case 'TSAsExpression': return node.typeAnnotation.type === 'TSStringKeyword' ? inner(node.expression).map((value) => ({ ...around(value, node.expression, '', ' as string'), isTyped: true, mayBeMissing: false })) : [];
    case 'AwaitExpression': return inner(node.argument).map((value) => ({ ...around(value, node.argument, 'await ', ''), waits: true }));
    case 'ChainExpression': return inner(node.expression).map((value) => ({ ...value, mayBeMissing: true }));
    case 'LogicalExpression': return node.operator === '&&' ? [] : inner(node.left).flatMap((left) => inner(node.right).map((right): PortableValue => ({
      ...together(around(left, node.left, '', ` ${node.operator} `), around(right, node.right, '', '')), mayBeMissing: right.mayBeMissing,
    })));
    case 'MemberExpression': return member(file, path, node, inner);
    case 'CallExpression': return node.arguments.every(({ type }) => type === 'Literal') && (node.callee.type === 'Identifier' || node.callee.type === 'MemberExpression')
      ? inner(node.callee).map((callee) => ({ ...callee, parts: [...callee.parts, file.text.slice(node.callee.range[1], node.range[1])], acts: true, mayBeMissing: callee.mayBeMissing || file.text.slice(...node.callee.range).endsWith('.getItem') }))
      : [];
    case 'Identifier': return named(project, file, path, node, depth);
    default: return [];
  }
}

/** The same for equal values, wherever they stand. */
export function keyOf({ parts }: PortableValue): string {
  return parts.map((part) => {
    if (typeof part === 'string') return part;
    if (part.kind === 'global') return part.name;
    const scope = part.kind === 'module' ? part.name : part.kind === 'this' ? `this@${String(part.owner.range[0])}.${part.member}` : `${part.binding.name}@${String(part.binding.scope.range[0])}`;
    return `${part.file}#${scope}`;
  }).join('');
}

function member(file: EditedFile, path: Path, node: TSESTree.MemberExpression, inner: (child: TSESTree.Node) => readonly PortableValue[]): readonly PortableValue[] {
  if (node.computed ? node.property.type !== 'Literal' : node.property.type !== 'Identifier') return [];
  const rest = file.text.slice(...node.property.range);
  const access = node.computed ? `${node.optional ? '?.' : ''}[${rest}]` : `${node.optional ? '?.' : '.'}${rest}`;
  if (node.object.type === 'ThisExpression') {
    const owner = path.findLast((one) => one.type === 'ClassBody');
    return node.computed || owner === undefined ? [] : [{ ...text(''), parts: [{ kind: 'this', file: file.file, owner, member: rest }] }];
  }
  return inner(node.object).map((object) => {
    const value = around(object, node.object, '', access);
    return { ...value, mayBeMissing: object.mayBeMissing || /^process\.env$/.test(file.text.slice(...node.object.range)) };
  });
}

function named(project: CodemodProject, file: EditedFile, path: Path, { name }: TSESTree.Identifier, depth: number): readonly PortableValue[] {
  const root = (one: Root): PortableValue => ({ ...text(''), parts: [one] });
  const binding = bindingOf(path, name);
  if (binding === null) return GLOBALS.has(name) ? [root({ kind: 'global', name })] : [];
  if (binding.scope.type === 'Program') return moduleRoots(project, file, name).map(root);
  if (isAskedFor(file, binding)) return [];
  const local = root({ kind: 'local', file: file.file, binding });
  const [declared, ...others] = binding.declared;
  const way = declared === undefined || others.length > 0 ? [] : nodePath(file.program, { start: declared.range[0], end: declared.range[1] });
  const index = way.findLastIndex(({ type }) => type === 'VariableDeclarator');
  const declarator = way[index];
  const declaration = way[index - 1];
  if (declarator?.type !== 'VariableDeclarator' || declaration?.type !== 'VariableDeclaration' || declaration.kind !== 'const' || declarator.init === null) return [local];
  const made = portableValues(project, file, [...way.slice(0, index + 1), declarator.init], depth + 1);
  const { id, init } = declarator;
  if (id.type === 'Identifier') return [local, ...made];
  const property = id.type === 'ObjectPattern' ? id.properties.find((one) => one.type === 'Property' && one.value === declared) : undefined;
  if (property?.type !== 'Property' || property.computed || property.key.type !== 'Identifier') return [local];
  const { key } = property;
  return [local, ...made.map((value) => (around(value, init, '', `.${key.name}`)))];
}

/** Whether a condition asks for a variable: it may be missing then, and what is known of it behind the condition is not known elsewhere. */
function isAskedFor({ program }: EditedFile, binding: Binding): boolean {
  return usesOf(program, binding).some((use) => {
    const fn = functionAround(use);
    return use.some((node, i) => {
      const inside = use[i + 1];
      return (fn === null || use.indexOf(fn) < i) && (node.type === 'IfStatement' || node.type === 'ConditionalExpression' ? node.test === inside : node.type === 'LogicalExpression' && node.left === inside);
    });
  });
}

/** A name at the top of a module: what it declares as a constant, a function or a class, or has from another one of the project. */
function moduleRoots(project: CodemodProject, { file, program }: EditedFile, name: string): readonly Root[] {
  for (const statement of program.body) {
    if (statement.type === 'ImportDeclaration') {
      const imported = statement.specifiers.find(({ local }) => local.name === name);
      const original = imported?.type === 'ImportDefaultSpecifier' ? 'default' : imported?.type === 'ImportSpecifier' && imported.imported.type === 'Identifier' ? imported.imported.name : null;
      if (imported !== undefined) return original === null ? [] : from(project, file, statement.source.value, original, name);
    }
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    const own: Root = { kind: 'module', file, name, local: name, isExported: exportedNames(program).has(name) };
    if (declaration?.type === 'FunctionDeclaration' && declaration.id?.name === name) return [own];
    if (declaration?.type !== 'VariableDeclaration' || declaration.kind !== 'const') continue;
    const declarator = declaration.declarations.find(({ id }) => namesIn(id).some((one) => one.name === name));
    if (declarator === undefined) continue;
    const property = declarator.id.type === 'ObjectPattern' ? declarator.id.properties.find((one) => one.type === 'Property' && one.value.type === 'Identifier' && one.value.name === name) : undefined;
    const required = requiredBy(declarator.init);
    return required !== null && property?.type === 'Property' && property.key.type === 'Identifier' ? from(project, file, required, property.key.name, name) : [own];
  }
  return [];
}

function from(project: CodemodProject, file: string, specifier: string, name: string, local: string): readonly Root[] {
  const other = project.resolve(specifier, file);
  return other === null ? [] : [{ kind: 'module', file: other, name, local, isExported: true }];
}

function requiredBy(init: TSESTree.Expression | null): string | null {
  const [source] = init?.type === 'CallExpression' && init.callee.type === 'Identifier' && init.callee.name === 'require' ? init.arguments : [];
  return source?.type === 'Literal' && typeof source.value === 'string' ? source.value : null;
}

/** A value with code around it; in parentheses where it would not hold together. */
function around(value: PortableValue, { type }: TSESTree.Node, before: string, behind: string): PortableValue {
  const isLoose = (type === 'AwaitExpression' || type === 'LogicalExpression' || type === 'TSAsExpression') && (before !== '' || behind !== '');
  const [open, close] = isLoose ? ['(', ')'] : ['', ''];
  return { ...value, parts: [before + open, ...value.parts, close + behind].filter((part) => part !== '') };
}

function together(left: PortableValue, right: PortableValue): PortableValue {
  return {
    parts: [...left.parts, ...right.parts], acts: left.acts || right.acts, waits: left.waits || right.waits,
    isTyped: left.isTyped || right.isTyped, mayBeMissing: left.mayBeMissing || right.mayBeMissing,
  };
}
