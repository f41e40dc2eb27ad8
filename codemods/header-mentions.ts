import { pathAround } from '../rules/node-path.ts';
import type { TSESTree } from '@typescript-eslint/types';
import type { Place } from '../requests/request-site.ts';
import type { EditedFile } from '../rules/editable.ts';
import type { CodemodProject } from './codemod.ts';

/** A place at which a program writes a header for something to send it, whether the request is known or not. */
export interface HeaderMention {
  readonly file: EditedFile;
  /** The path to what is written for it; it ends where the name stands when that is in a text. */
  readonly path: readonly TSESTree.Node[];
  /** The path to the property whose value it is; null where it is none. */
  readonly property: readonly TSESTree.Node[] | null;
}

/** Code that is no part of the program. */
const ASIDE = /(?:^|[\\/])(?:__tests__|__mocks__|tests?|e2e|mocks?|fixtures|examples?|stories)[\\/]|[.-](?:test|spec|stories|mock)\.\w+$|\.d\.[cm]?ts$/;

/** Where the files of a project write a header of this name, those places left out that are known. */
export function findHeaderMentions(project: CodemodProject, name: string, known: readonly Place[]): readonly HeaderMention[] {
  const files = [name, name.toLowerCase()].flatMap((word) => project.filesWith?.(word) ?? []);
  return [...new Set(files)].filter(({ file }) => !ASIDE.test(file.slice(project.root.length))).flatMap((file) => {
    const pattern = new RegExp(name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'gi');
    return [...file.text.matchAll(pattern)].flatMap(({ index }): readonly HeaderMention[] => {
      const end = index + name.length;
      if (known.some((place) => place.file === file.file && place.start <= index && end <= place.end)) return [];
      const mention = mentionAt(file, pathAround(file.program, { start: index, end }), end);
      return mention === null ? [] : [mention];
    });
  });
}

/** `'X-App': id`, `set('X-App', id)`, `headers['X-App'] = id`, and `?X-App=` in a text; null for all that only reads it. */
function mentionAt(file: EditedFile, path: readonly TSESTree.Node[], end: number): HeaderMention | null {
  const [outer, parent, node] = path.slice(-3);
  if (node === undefined || parent === undefined || path.some(({ type }) => type.startsWith('TSType') || type.startsWith('TSInterface'))) return null;
  if (file.text[end] === '=' && (node.type === 'Literal' || node.type === 'TemplateElement')) return { file, path, property: null };
  if (node.type !== 'Literal') return null;
  if (parent.type === 'Property' && parent.key === node) return outer?.type === 'ObjectExpression' ? { file, path: [...path.slice(0, -1), parent.value], property: path.slice(0, -1) } : null;
  const [first, second] = parent.type === 'CallExpression' ? parent.arguments : [];
  if (first === node && second !== undefined && parent.type === 'CallExpression' && parent.callee.type === 'MemberExpression') return { file, path: [...path.slice(0, -1), second], property: null };
  const assignment = path.at(-3);
  return parent.type === 'MemberExpression' && assignment?.type === 'AssignmentExpression' && assignment.left === parent ? { file, path: [...path.slice(0, -2), assignment.right], property: null } : null;
}
