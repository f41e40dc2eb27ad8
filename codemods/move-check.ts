import { findInside } from '../requests/walk.ts';
import type { TSESTree } from '@typescript-eslint/types';
import type { AnswerSpot } from './answer-spot.ts';
import type { Edit } from '../rules/editable.ts';

/**
 * The edits that move the check of the status, as it is written, in front of the statements between the answer and it. null
 * where it does not stand in the same block, or uses what these statements declare.
 */
export function moveCheck({ file, path }: AnswerSpot): readonly Edit[] | null {
  const index = path.findLastIndex((node) => node.type === 'BlockStatement' || node.type === 'Program');
  const block = path[index];
  const from = path[index + 1];
  const name = from?.type === 'VariableDeclaration' ? declaredName(from) : null;
  if ((block?.type !== 'BlockStatement' && block?.type !== 'Program') || name === null) return null;

  const statements: readonly TSESTree.Node[] = block.body;
  const first = statements.findIndex((statement) => statement === from) + 1;
  const last = statements.findIndex((statement, i) => i >= first && statement.type === 'IfStatement' && looksAtStatus(statement.test, name));
  const check = statements[last];
  const before = statements[first];
  if (check?.type !== 'IfStatement' || before === undefined || last === first) return null;
  const between = statements.slice(first, last);
  const uses = new Set(between.flatMap(declaredIn));
  if (between.some(leaves) || findInside(check, (node) => node.type === 'Identifier' && uses.has(node.name))) return null;

  const start = lineStart(file.text, check.range[0]);
  const end = lineEnd(file.text, check.range[1]);
  const to = lineStart(file.text, before.range[0]);
  if (start === null || end === null || to === null) return null;
  return [
    { place: { file: file.file, start: to, end: to }, text: file.text.slice(start, end) },
    { place: { file: file.file, start, end }, text: '' },
  ];
}

function declaredName({ declarations }: TSESTree.VariableDeclaration): string | null {
  const [only] = declarations;
  return declarations.length === 1 && only.id.type === 'Identifier' ? only.id.name : null;
}

function looksAtStatus(test: TSESTree.Expression, name: string): boolean {
  return findInside(test, (node) => node.type === 'MemberExpression' && node.object.type === 'Identifier' && node.object.name === name && node.property.type === 'Identifier' && ['ok', 'status'].includes(node.property.name));
}

/** Every name that a statement gives a value. */
function declaredIn(statement: TSESTree.Node): readonly string[] {
  const names: string[] = [];
  findInside(statement, (node) => {
    const target = node.type === 'VariableDeclarator' ? node.id : node.type === 'AssignmentExpression' ? node.left : null;
    if (target !== null) findInside(target, (inner) => inner.type === 'Identifier' && names.push(inner.name) < 0);
    return false;
  });
  return names;
}

function leaves(statement: TSESTree.Node): boolean {
  return findInside(statement, ({ type }) => type === 'ReturnStatement' || type === 'ThrowStatement' || type === 'ContinueStatement' || type === 'BreakStatement');
}

/** The start of the line of a statement, with the comments that stand directly above it; null where it shares the line. */
function lineStart(text: string, at: number): number | null {
  let start = text.lastIndexOf('\n', at - 1) + 1;
  if (text.slice(start, at).trim() !== '') return null;
  for (;;) {
    const above = text.lastIndexOf('\n', start - 2) + 1;
    if (start === 0 || !/^\s*\/\//.test(text.slice(above, start))) return start;
    start = above;
  }
}

/** Behind the line end of a statement; null where more stands on the line. */
function lineEnd(text: string, at: number): number | null {
  const rest = /^[^\S\n]*(?:\/\/[^\n]*)?\n/.exec(text.slice(at));
  return rest === null ? null : at + rest[0].length;
}
