import path from 'node:path';
import type { CodemodProject } from './codemod.ts';
import type { ModuleLoader } from '../requests/source-module.ts';

export interface CodemodProjectOptions {
  /** Absolute. */
  readonly root: string;
  readonly whole: boolean;
  /** Reads sources, those that were changed in memory as they are now. */
  readonly loader: Pick<ModuleLoader, 'load' | 'resolve'>;
  /** The text of any file; null where there is none. */
  readonly textOf: (file: string) => string | null;
  /** Whether a source file may be changed. */
  readonly mayChange: (file: string) => boolean;
}

/** The project as codemods see it. Installed packages are never theirs to change. */
export function createCodemodProject({ root, whole, loader, textOf, mayChange }: CodemodProjectOptions): CodemodProject {
  return {
    root,
    whole,
    textOf,
    resolve: (specifier, fromFile) => loader.resolve(specifier, fromFile),
    fileOf: (file) => (isInstalled(file) || file.endsWith('.json') || !mayChange(file) ? null : loader.load(file)),
  };
}

function isInstalled(file: string): boolean {
  return file.split(path.sep).includes('node_modules');
}
