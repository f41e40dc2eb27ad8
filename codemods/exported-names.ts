import type { TSESTree } from '@typescript-eslint/types';

/** The names that a module exports as values by itself, by `export` or through `module.exports` and `exports`. */
export function exportedNames({ body }: TSESTree.Program): ReadonlySet<string> {
  return new Set(body.flatMap((statement) => {
    if (statement.type === 'ExportDefaultDeclaration') return ['default'];
    if (statement.type === 'ExportNamedDeclaration' && statement.exportKind !== 'type') return namesOf(statement);
    return statement.type === 'ExpressionStatement' && statement.expression.type === 'AssignmentExpression' ? assignedNames(statement.expression) : [];
  }));
}

function namesOf({ declaration, specifiers }: TSESTree.ExportNamedDeclaration): readonly string[] {
  const listed = specifiers.filter(({ exportKind }) => exportKind !== 'type').map(({ exported }) => nameOf(exported));
  if (declaration?.type === 'VariableDeclaration') return [...listed, ...declaration.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []))];
  const isValue = declaration?.type === 'FunctionDeclaration' || declaration?.type === 'ClassDeclaration' || declaration?.type === 'TSEnumDeclaration';
  return isValue && declaration.id !== null ? [...listed, declaration.id.name] : listed;
}

/** `module.exports = { a, b }`, `module.exports.a = …`, `exports.a = …`. */
function assignedNames({ left, right }: TSESTree.AssignmentExpression): readonly string[] {
  if (isModuleExports(left)) {
    if (right.type !== 'ObjectExpression') return ['default'];
    return right.properties.flatMap((property) => (property.type === 'Property' && !property.computed && property.key.type !== 'Literal' ? [nameOf(property.key)] : []));
  }
  if (left.type !== 'MemberExpression' || left.computed) return [];
  const isExports = isModuleExports(left.object) || (left.object.type === 'Identifier' && left.object.name === 'exports');
  return isExports ? [nameOf(left.property)] : [];
}

function isModuleExports(node: TSESTree.Node): boolean {
  return node.type === 'MemberExpression' && !node.computed && node.object.type === 'Identifier' && node.object.name === 'module' && nameOf(node.property) === 'exports';
}

function nameOf(node: TSESTree.Node): string {
  if (node.type === 'Identifier') return node.name;
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : '';
}
