import path from 'node:path';
import type { CodemodProject } from './codemod.ts';
import type { EditedFile } from '../rules/editable.ts';
import type { ModuleLoader } from '../requests/source-module.ts';

export interface CodemodProjectOptions {
  /** Absolute. */
  readonly root: string;
  /** Absolute. Absent: the root. */
  readonly top?: string;
  readonly whole: boolean;
  /** Reads sources, those that were changed in memory as they are now. */
  readonly loader: Pick<ModuleLoader, 'load' | 'resolve'>;
  /** The text of any file; null where there is none. */
  readonly textOf: (file: string) => string | null;
  /** Whether a source file may be changed. */
  readonly mayChange: (file: string) => boolean;
  /** All source files, absolute. Absent: they cannot all be seen. */
  readonly files?: readonly string[];
}

/** The project as codemods see it. Installed packages are never theirs to change. */
export function createCodemodProject({ root, top = root, whole, loader, textOf, mayChange, files }: CodemodProjectOptions): CodemodProject {
  return {
    root,
    top,
    whole,
    textOf,
    resolve: (specifier, fromFile) => loader.resolve(specifier, fromFile),
    fileOf: (file) => (isInstalled(file) || file.endsWith('.json') || !mayChange(file) ? null : loader.load(file)),
    filesWith: (word) => (files === undefined ? null : filesWith(word, files, textOf, loader)),
  };
}

/** null where one cannot be parsed, or has markup around its script, which may use what the script does. */
function filesWith(word: string, files: readonly string[], textOf: CodemodProjectOptions['textOf'], loader: CodemodProjectOptions['loader']): readonly EditedFile[] | null {
  const found: EditedFile[] = [];
  for (const file of files) {
    if (textOf(file)?.includes(word) !== true) continue;
    const parsed = /\.[cm]?[jt]sx?$/.test(file) ? loader.load(file) : null;
    if (parsed === null) return null;
    found.push(parsed);
  }
  return found;
}

function isInstalled(file: string): boolean {
  return file.split(path.sep).includes('node_modules');
}
