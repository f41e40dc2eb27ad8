import { clientOf } from './client-of.ts';
import { isOwned } from './locate.ts';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { RequestSite } from '../requests/request-site.ts';
import type { RuleContext } from './define-rule.ts';

/**
 * The fix that throws behind `const response = await fetch(…)` when the status is no success; null where the response
 * is not kept in a variable by a statement of the linted file.
 */
export function suggestStatusCheck(context: RuleContext<string, readonly unknown[]>, site: RequestSite): TSESLint.ReportFixFunction | null {
  const { place } = site.response;
  if (!isOwned(context, place) || !hasOk(site)) return null;

  const { sourceCode } = context;
  const declaration = declarationOf(sourceCode.getNodeByRangeIndex(place.start), place.end);
  const [declarator, ...others] = declaration?.declarations ?? [];
  if (declaration === null || declarator?.id.type !== 'Identifier' || others.length > 0) return null;

  const indent = /^\s*/.exec(sourceCode.lines[declaration.loc.start.line - 1] ?? '')?.[0] ?? '';
  const { name } = declarator.id;
  const check = `if (!${name}.ok) throw new Error(\`The request failed with status \${${name}.status}.\`);`;
  return (fixer) => fixer.insertTextAfter(declaration, `\n${indent}${check}`);
}

/** Whether every call of the client answers a response that says with `ok` whether the status is a success. */
function hasOk(site: RequestSite): boolean {
  const client = clientOf(site);
  return client?.response === 'fetch' && Object.values(client.members ?? {}).every(({ response }) => response === undefined || response === 'fetch');
}

/** The declaration that is `const x = await call`, where the call starts at the node and ends at `end`. */
function declarationOf(node: TSESTree.Node | null, end: number): TSESTree.VariableDeclaration | null {
  let current: TSESTree.Node | null | undefined = node;
  while (current !== null && current !== undefined && current.range[1] <= end) {
    const parent: TSESTree.Node | undefined = current.parent;
    if (current.range[1] === end && parent?.type === 'AwaitExpression' && parent.parent.type === 'VariableDeclarator') {
      const { parent: declaration } = parent.parent;
      const isStatement = declaration.parent.type === 'BlockStatement' || declaration.parent.type === 'Program';
      return declaration.kind !== 'using' && isStatement ? declaration : null;
    }
    current = parent;
  }
  return null;
}
