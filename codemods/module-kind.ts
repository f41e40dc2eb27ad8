import path from 'node:path';
import type { CodemodProject } from './codemod.ts';
import type { EditedFile } from '../rules/editable.ts';

/** Whether a file takes names of other modules by `import` or by `require`. */
export function moduleKind(project: CodemodProject, { file, text, program }: EditedFile): 'import' | 'require' {
  if (/\.(?:mjs|mts)$/.test(file)) return 'import';
  if (program.body.some(({ type }) => type === 'ImportDeclaration' || type.startsWith('Export'))) return 'import';
  if (/\brequire\(|\bmodule\.exports\b/.test(text)) return 'require';
  if (/\.(?:cjs|cts)$/.test(file)) return 'require';
  if (!/\.jsx?$/.test(file)) return 'import';
  return packageOf(project, file)?.type === 'module' ? 'import' : 'require';
}

/**
 * Whether a file is a script that may be loaded without modules, as by a page or a browser's extension: it takes and gives
 * no names, and nothing says that it is a module. It can import nothing then.
 */
export function isPlainScript(project: CodemodProject, { file, text, program }: EditedFile): boolean {
  if (!/\.jsx?$/.test(file) || /\brequire\(|\bmodule\.exports\b|\bexports\./.test(text)) return false;
  return !program.body.some(({ type }) => type === 'ImportDeclaration' || type.startsWith('Export')) && packageOf(project, file)?.type !== 'module';
}

/** What the nearest package.json says; null where there is none that can be read. */
export function packageOf(project: CodemodProject, file: string): Readonly<Record<string, unknown>> | null {
  const found = nearest(project, file, 'package.json');
  if (found === null) return null;
  try {
    return JSON.parse(found.text) as Readonly<Record<string, unknown>>;
  } catch {
    return null;
  }
}

/** The file of this name in the folder of a file, or the nearest one above it in the project that has one. */
export function nearest(project: CodemodProject, file: string, name: string): { readonly file: string; readonly text: string } | null {
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    const candidate = path.join(folder, name);
    const text = project.textOf(candidate);
    if (text !== null) return { file: candidate, text };
    if (folder === project.top || folder === path.dirname(folder)) return null;
  }
}
