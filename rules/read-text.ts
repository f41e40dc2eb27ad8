import type { TSESTree } from '@typescript-eslint/utils';
import type { EditedFile } from './editable.ts';

/** A piece of a text that is put together in the source: written out, or the value of an expression. */
export type TextSegment =
  | {
    readonly kind: 'written';
    /** The characters between the quotes. */
    readonly start: number;
    readonly end: number;
    readonly text: string;
    /** The literal or template that it is a part of. */
    readonly owner: TSESTree.Node;
  }
  | {
    readonly kind: 'value';
    readonly node: TSESTree.Node;
    /** With the `${` and `}` around it, in a template. */
    readonly start: number;
    readonly end: number;
    /** The template, or the expression itself, which then is an operand of `+`. */
    readonly owner: TSESTree.Node;
  };

/** The pieces of a string, a template, or of texts joined by `+`, in order. An expression of another kind is one value. */
export function readText(file: EditedFile, node: TSESTree.Node): readonly TextSegment[] {
  const [start, end] = node.range;
  if (node.type === 'Literal' && typeof node.value === 'string') return [{ kind: 'written', start: start + 1, end: end - 1, text: file.text.slice(start + 1, end - 1), owner: node }];
  if (node.type === 'BinaryExpression' && node.operator === '+') return [...readText(file, node.left), ...readText(file, node.right)];
  if (node.type !== 'TemplateLiteral') return [{ kind: 'value', node, start, end, owner: node }];
  return node.quasis.flatMap((quasi, i): readonly TextSegment[] => {
    // the range of a piece has the delimiters in it
    const from = quasi.range[0] + 1;
    const to = quasi.range[1] - (quasi.tail ? 1 : 2);
    const before = node.expressions[i - 1];
    const openedAt = node.quasis[i - 1]?.range[1];
    const value: readonly TextSegment[] = before === undefined || openedAt === undefined ? [] : [{ kind: 'value', node: before, start: openedAt - 2, end: from, owner: node }];
    return [...value, { kind: 'written', start: from, end: to, text: file.text.slice(from, to), owner: node }];
  });
}

/** The outermost text around the last of some nodes, which it is a part of; the path to it. */
export function wholeText(path: readonly TSESTree.Node[]): readonly TSESTree.Node[] {
  let length = path.length;
  for (let i = path.length - 1; i >= 0; i--) {
    const node = path[i];
    if (node?.type === 'TemplateElement') continue;
    const isText = node?.type === 'TemplateLiteral' || (node?.type === 'Literal' && typeof node.value === 'string') || (node?.type === 'BinaryExpression' && node.operator === '+');
    if (!isText) break;
    length = i + 1;
  }
  return path.slice(0, length);
}
