import { childrenOf, pathAround } from './node-path.ts';
import type { TSESTree } from '@typescript-eslint/utils';

/** A variable, function, class or import of a file: its name, and the node whose scope it is declared in. */
export interface Binding {
  readonly name: string;
  readonly scope: TSESTree.Node;
  /** Where the name is declared: one place, or several (`var` twice, overloads). */
  readonly declared: readonly TSESTree.Identifier[];
}

/** What a name means for code inside the last of some nodes, the program first; null for a global. */
export function bindingOf(path: readonly TSESTree.Node[], name: string): Binding | null {
  for (const [i, scope] of [...path.entries()].reverse()) {
    // names of a block are not seen from the head of the statement that the block belongs to: they have scopes of their own
    const declared = declaredIn(scope, path[i + 1]).filter((identifier) => identifier.name === name);
    if (declared.length > 0) return { name, scope, declared };
  }
  return null;
}

/** The paths, from the program, to the identifiers that use a binding, those that write it included; not where it is declared. */
export function usesOf(program: TSESTree.Program, binding: Binding): readonly (readonly TSESTree.Node[])[] {
  const uses: (readonly TSESTree.Node[])[] = [];
  const visit = (path: readonly TSESTree.Node[]): void => {
    const node = path.at(-1);
    if (node === undefined) return;
    if (node.type === 'Identifier' || node.type === 'JSXIdentifier') {
      const isUse = node.name === binding.name && isReference(path) && !binding.declared.some(({ range }) => range[0] === node.range[0]);
      if (isUse && bindingOf(path, node.name)?.scope.range[0] === binding.scope.range[0]) uses.push(path);
      return;
    }
    const seen = new Set<number>();
    for (const child of childrenOf(node)) {
      // key and value of `{ url }` stand at one place
      if (child.type === 'Identifier' && seen.has(child.range[0])) continue;
      seen.add(child.range[0]);
      visit([...path, child]);
    }
  };
  const around = pathAround(program, { start: binding.scope.range[0], end: binding.scope.range[1] });
  visit(around.slice(0, around.indexOf(binding.scope) + 1));
  return uses;
}

/** The innermost function around the last of some nodes, that node not counted; null at the top of the file. */
export function functionAround(path: readonly TSESTree.Node[]): FunctionNode | null {
  return path.slice(0, -1).findLast(isFunction) ?? null;
}

export type FunctionNode = TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression;

export function isFunction(node: TSESTree.Node): node is FunctionNode {
  return node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression';
}

/** The names that a pattern declares. */
export function namesIn(pattern: TSESTree.Node): readonly TSESTree.Identifier[] {
  switch (pattern.type) {
    case 'Identifier': return [pattern];
    case 'AssignmentPattern': return namesIn(pattern.left);
    case 'RestElement': return namesIn(pattern.argument);
    case 'ArrayPattern': return pattern.elements.flatMap((element) => (element === null ? [] : namesIn(element)));
    case 'ObjectPattern': return pattern.properties.flatMap((property) => namesIn(property.type === 'Property' ? property.value : property.argument));
    case 'TSParameterProperty': return namesIn(pattern.parameter);
    default: return [];
  }
}

/** Whether an identifier stands for a value, and is not the name of a property, a label or a type. */
function isReference(path: readonly TSESTree.Node[]): boolean {
  const node = path.at(-1);
  const parent = path.at(-2);
  switch (parent?.type) {
    case 'MemberExpression': return parent.object === node || parent.computed;
    case 'Property': return parent.value === node || parent.computed || parent.shorthand;
    case 'MethodDefinition': case 'PropertyDefinition': return parent.key !== node || parent.computed;
    case 'LabeledStatement': case 'BreakStatement': case 'ContinueStatement': case 'ImportSpecifier': case 'TSTypeReference': case 'TSPropertySignature': case 'TSQualifiedName': case 'JSXAttribute': return false;
    default: return true;
  }
}

/** What a node declares for all that is inside of it; `inner` is the part of it that the name is used in. */
function declaredIn(scope: TSESTree.Node, inner: TSESTree.Node | undefined): readonly TSESTree.Identifier[] {
  switch (scope.type) {
    case 'Program': case 'BlockStatement': case 'StaticBlock': case 'TSModuleBlock': return [...scope.body.flatMap(declaredBy), ...(scope.type === 'Program' ? hoisted(scope) : [])];
    case 'SwitchStatement': return inner === scope.discriminant ? [] : scope.cases.flatMap(({ consequent }) => consequent.flatMap(declaredBy));
    case 'ForStatement': return scope.init === null ? [] : declaredBy(scope.init);
    case 'ForInStatement': case 'ForOfStatement': return declaredBy(scope.left);
    case 'CatchClause': return scope.param === null ? [] : namesIn(scope.param);
    case 'FunctionDeclaration': case 'FunctionExpression': case 'ArrowFunctionExpression':
      return [...scope.params.flatMap(namesIn), ...hoisted(scope.body), ...(scope.type === 'FunctionExpression' && scope.id !== null ? [scope.id] : [])];
    case 'ClassExpression': return scope.id === null ? [] : [scope.id];
    default: return [];
  }
}

/** What a statement declares in the block that it stands in; `var` is the function's. */
function declaredBy(statement: TSESTree.Node): readonly TSESTree.Identifier[] {
  switch (statement.type) {
    case 'VariableDeclaration': return statement.kind === 'var' ? [] : statement.declarations.flatMap(({ id }) => namesIn(id));
    case 'FunctionDeclaration': case 'TSDeclareFunction': case 'ClassDeclaration': return statement.id === null ? [] : [statement.id];
    case 'TSEnumDeclaration': return [statement.id];
    case 'TSImportEqualsDeclaration': return [statement.id];
    case 'ImportDeclaration': return statement.specifiers.map(({ local }) => local);
    case 'ExportNamedDeclaration': case 'ExportDefaultDeclaration': return statement.declaration === null ? [] : declaredBy(statement.declaration);
    default: return [];
  }
}

/** What `var` declares in a function or program, functions inside of it left out. */
function hoisted(node: TSESTree.Node): readonly TSESTree.Identifier[] {
  if (isFunction(node) || node.type === 'ClassBody') return [];
  const own = node.type === 'VariableDeclaration' && node.kind === 'var' ? node.declarations.flatMap(({ id }) => namesIn(id)) : [];
  return [...own, ...childrenOf(node).flatMap(hoisted)];
}
