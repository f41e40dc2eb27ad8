import type { TSESLint, TSESTree } from '@typescript-eslint/utils';

/** The variable that a name means where it stands; null for one that no scope of the file declares. */
export function variableOf(sourceCode: Readonly<TSESLint.SourceCode>, node: TSESTree.Identifier): TSESLint.Scope.Variable | null {
  for (let scope: TSESLint.Scope.Scope | null = sourceCode.getScope(node); scope !== null; scope = scope.upper) {
    const variable = scope.set.get(node.name);
    if (variable !== undefined) return variable;
  }
  return null;
}
