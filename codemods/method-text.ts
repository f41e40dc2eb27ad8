import { findInside } from '../requests/walk.ts';
import { readStyle } from './read-style.ts';
import type { TSESTree } from '@typescript-eslint/types';
import type { AttributedRequest } from '../rules/judge-request.ts';
import type { EditedFile } from '../rules/editable.ts';

/**
 * Source text that says, beside a call, which method it sends: in quotes where all its requests have one, else as the
 * call's options have it. null where neither is so.
 */
export function methodText(file: EditedFile, node: TSESTree.CallExpression, requests: readonly AttributedRequest[]): string | null {
  const { quote } = readStyle(file);
  const methods = new Set(requests.map(({ site }) => site.method));
  const [only] = methods;
  if (methods.size === 1 && only !== null && only !== undefined) return `${quote}${only}${quote}`;
  const given = node.arguments.map((argument) => methodIn(file, argument)).find((text) => text !== null);
  return given ?? null;
}

function methodIn(file: EditedFile, argument: TSESTree.Node): string | null {
  const { quote } = readStyle(file);
  if (argument.type === 'Identifier') return hasMethod(file, argument.name) ? `${argument.name}.method` : null;
  if (argument.type !== 'ObjectExpression') return null;
  for (const property of argument.properties) {
    if (property.type !== 'Property' || property.computed || property.key.type !== 'Identifier' || property.key.name !== 'method') continue;
    const text = file.text.slice(...property.value.range);
    const isPlain = property.value.type === 'Identifier' || property.value.type === 'MemberExpression' || property.value.type === 'LogicalExpression';
    return isPlain && !text.includes('\n') ? text : null;
  }
  const [spread, ...others] = argument.properties.filter((one) => one.type === 'SpreadElement');
  if (spread?.argument.type !== 'Identifier' || others.length > 0) return null;
  return `${spread.argument.name}?.method ?? ${quote}GET${quote}`;
}

/** Whether a variable is made as an object that names a method, so that it surely has one. */
function hasMethod({ program }: EditedFile, name: string): boolean {
  return findInside(program, (node) => node.type === 'VariableDeclarator' && node.id.type === 'Identifier' && node.id.name === name
    && node.init?.type === 'ObjectExpression' && node.init.properties.some((one) => one.type === 'Property' && one.key.type === 'Identifier' && one.key.name === 'method'));
}
