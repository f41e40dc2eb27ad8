import { isOwned } from './locate.ts';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import type { Place } from '../requests/request-site.ts';
import type { RuleContext } from './define-rule.ts';

type Context = RuleContext<string, readonly unknown[]>;

/** An edit that reads another field; null when the linted file does not write the name where it is read. */
export function renameRead(context: Context, place: Place, name: string, wanted: string): TSESLint.ReportFixFunction | null {
  if (!isOwned(context, place) || !/^[A-Za-z_$][\w$]*$/.test(wanted)) return null;
  const node = context.sourceCode.getNodeByRangeIndex(place.start);
  if (node?.range[0] !== place.start) return null;
  if (node.type === 'Literal' && node.value === name) return (fixer) => fixer.replaceTextRange([node.range[0] + 1, node.range[1] - 1], wanted);
  if (node.type !== 'Identifier' || node.name !== name) return null;
  const { parent } = node;
  // `{ titel }` goes on under the same name, so that nothing else has to change
  const isShorthand = parent.type === 'Property' && parent.shorthand;
  return (fixer) => (isShorthand ? fixer.insertTextBefore(node, `${wanted}: `) : fixer.replaceText(node, wanted));
}

/** Whether a read is one of several that stand in for each other: `item.titel ?? item.title`. */
export function isAlternative(context: Context, place: Place): boolean {
  if (!isOwned(context, place)) return false;
  let node: TSESTree.Node | null | undefined = context.sourceCode.getNodeByRangeIndex(place.start)?.parent;
  if (node?.type !== 'MemberExpression') return false;
  const object = context.sourceCode.getText(node.object);
  let inner: TSESTree.Node = node;
  for (node = node.parent; node !== undefined && !/Statement$|Declaration$|Function/.test(node.type); inner = node, node = node.parent) {
    if (node.type !== 'LogicalExpression' || node.operator === '&&') continue;
    const other = context.sourceCode.getText(node.left === inner ? node.right : node.left);
    if (other.startsWith(`${object}.`) || other.startsWith(`${object}?.`) || other.startsWith(`${object}[`)) return true;
  }
  return false;
}
