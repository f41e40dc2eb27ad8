import { readStyle } from './read-style.ts';
import { restyle } from './restyle.ts';
import { axiosRetryCall } from './retry-code.ts';
import type { TSESTree } from '@typescript-eslint/types';
import type { RetryPolicy } from '../spec/description.ts';
import type { Edit } from '../rules/editable.ts';
import type { FactoryCall } from './factory-call.ts';

/** A statement after which an instance can be told to repeat, and what the instance is called there. */
export interface InstanceStatement {
  readonly receiver: string;
  readonly statement: TSESTree.Node;
  /** Whether the instance is a constant of its module. */
  readonly isOwn: boolean;
}

/** The statement that gives an instance a name; null where none does. */
export function instanceStatement({ file, node, path }: FactoryCall): InstanceStatement | null {
  const around = path.slice(0, -1).filter(({ type }) => !CASTS.has(type));
  const [parent, statement, outer] = [...around].reverse();
  if (parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' && statement?.type === 'VariableDeclaration' && outer !== undefined && isInside(parent.init, node)) {
    const whole = outer.type === 'ExportNamedDeclaration' ? outer : statement;
    const block = outer.type === 'ExportNamedDeclaration' ? around.at(-4) : outer;
    return block !== undefined && hasStatements(block) ? { receiver: parent.id.name, statement: whole, isOwn: block.type === 'Program' } : null;
  }
  if (parent?.type !== 'AssignmentExpression' || parent.operator !== '=' || statement?.type !== 'ExpressionStatement' || outer === undefined || !hasStatements(outer)) return null;
  const isName = parent.left.type === 'Identifier' || (parent.left.type === 'MemberExpression' && !parent.left.computed);
  return isName ? { receiver: file.text.slice(...parent.left.range), statement, isOwn: false } : null;
}

/** The edit that makes an instance of axios repeat, behind the statement that names it. */
export function retryInstance({ file }: FactoryCall, { receiver, statement }: InstanceStatement, axiosRetry: string, policy: RetryPolicy, methods: readonly string[]): Edit {
  const style = readStyle(file);
  const lineStart = file.text.lastIndexOf('\n', statement.range[0] - 1) + 1;
  const indent = /^[\t ]*/.exec(file.text.slice(lineStart))?.[0] ?? '';
  const lines = restyle(axiosRetryCall(axiosRetry, receiver, policy, methods), style).split(style.newline);
  const at = statement.range[1] + (/^[^\S\r\n]*(?:\/\/[^\r\n]*|\/\*[^\r\n]*\*\/[^\S\r\n]*(?=\r?\n|$))/.exec(file.text.slice(statement.range[1]))?.[0].length ?? 0);
  const gap = indent === '' ? style.newline : '';
  return { place: { file: file.file, start: at, end: at }, text: `${gap}${lines.map((line) => `${style.newline}${line === '' ? '' : indent}${line}`).join('')}` };
}

const CASTS: ReadonlySet<string> = new Set(['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression']);

function hasStatements(node: TSESTree.Node): boolean {
  return node.type === 'Program' || node.type === 'BlockStatement' || node.type === 'StaticBlock';
}

function isInside(outer: TSESTree.Node | null, inner: TSESTree.Node): boolean {
  return outer !== null && outer.range[0] <= inner.range[0] && outer.range[1] >= inner.range[1];
}
