import type { TSESTree } from '@typescript-eslint/utils';
import type { Edit, EditedFile } from './editable.ts';

/** The edits that take a property out of an object, with its comma and, where it has lines of its own, its lines. */
export function removeProperty(file: EditedFile, object: TSESTree.ObjectExpression, property: TSESTree.Property): readonly Edit[] {
  if (object.properties.length === 1) return [edit(file, object.range[0], object.range[1], '{}')];
  const index = object.properties.indexOf(property);
  const previous = object.properties[index - 1];
  const comma = /^\s*,/.exec(file.text.slice(property.range[1]))?.[0].length ?? 0;
  const own = linesOf(file, property.range[0], property.range[1] + comma);
  if (own !== null) {
    // a comma that is left at the end stays where one was
    const isLast = index === object.properties.length - 1 && comma === 0;
    return isLast && previous !== undefined ? [...removeCommaBehind(file, previous.range[1]), own] : [own];
  }
  const next = object.properties[index + 1];
  if (next !== undefined) return [edit(file, property.range[0], /^\s*/.exec(file.text.slice(property.range[1] + comma))?.[0].includes('\n') === true ? property.range[1] + comma : property.range[1] + comma + spaceAt(file, property.range[1] + comma))];
  return [edit(file, previous?.range[1] ?? property.range[0], property.range[1])];
}

/** The edit that takes away the statement that is, but for parentheses, the last of some nodes or has it alone; null when there is none. */
export function removeStatement(file: EditedFile, path: readonly TSESTree.Node[]): readonly Edit[] | null {
  const statement = path.at(-2);
  const block = path.at(-3);
  const isAlone = statement?.type === 'ExpressionStatement' || (statement?.type === 'VariableDeclaration' && statement.declarations.length === 1);
  if (statement === undefined || !isAlone || (block?.type !== 'BlockStatement' && block?.type !== 'Program')) return null;
  const [start, end] = statement.range;
  return [linesOf(file, start, end) ?? edit(file, start, end + spaceAt(file, end))];
}

/** The lines that a range has for itself, with a comment behind it; null when something else is on them. */
function linesOf(file: EditedFile, start: number, end: number): Edit | null {
  const { text } = file;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const behind = /^[^\S\r\n]*(?:\/\/[^\r\n]*)?(?:\r?\n|$)/.exec(text.slice(end))?.[0];
  if (behind === undefined || text.slice(lineStart, start).trim() !== '') return null;
  return edit(file, lineStart, end + behind.length);
}

function removeCommaBehind(file: EditedFile, at: number): readonly Edit[] {
  const comma = /^\s*,/.exec(file.text.slice(at))?.[0].length ?? 0;
  return comma === 0 ? [] : [edit(file, at + comma - 1, at + comma)];
}

function spaceAt({ text }: EditedFile, at: number): number {
  return /^[^\S\r\n]*/.exec(text.slice(at))?.[0].length ?? 0;
}

function edit({ file }: EditedFile, start: number, end: number, text = ''): Edit {
  return { place: { file, start, end }, text };
}
