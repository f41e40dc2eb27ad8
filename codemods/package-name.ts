import type { TSESTree } from '@typescript-eslint/types';

/** The statement that gives a module a name for the whole of a package, or its default export; null where none does. */
export function packageStatement(program: TSESTree.Program, name: string, wanted: string): TSESTree.ImportDeclaration | TSESTree.VariableDeclaration | null {
  for (const statement of program.body) {
    if (statement.type === 'ImportDeclaration' && statement.source.value === wanted && statement.importKind !== 'type') {
      if (statement.specifiers.some((specifier) => specifier.type !== 'ImportSpecifier' && specifier.local.name === name)) return statement;
    }
    if (statement.type !== 'VariableDeclaration') continue;
    if (statement.declarations.some(({ id, init }) => id.type === 'Identifier' && id.name === name && isRequired(init, wanted))) return statement;
  }
  return null;
}

/** Whether a module knows the whole of a package by this name. */
export function isNameOfPackage(program: TSESTree.Program, name: string, wanted: string): boolean {
  return packageStatement(program, name, wanted) !== null;
}

/** `require('axios')`, `require('axios').default` */
function isRequired(init: TSESTree.Expression | null, wanted: string): boolean {
  if (init?.type === 'MemberExpression') return init.property.type === 'Identifier' && init.property.name === 'default' && isRequired(init.object, wanted);
  if (init?.type !== 'CallExpression' || init.callee.type !== 'Identifier' || init.callee.name !== 'require') return false;
  const [source] = init.arguments;
  return source?.type === 'Literal' && source.value === wanted;
}
