import type { Project } from './project.ts';

/** What is tried after a name that has no such file: sources before what may have been built from them. */
const EXTENSIONS = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.vue', '.svelte', '.astro', '.json', '.d.ts', '.d.mts', '.d.cts'];

/** Built extensions, and what they are built from. */
const SOURCES: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx', '.js', '.jsx', '.d.ts'],
  '.jsx': ['.tsx', '.jsx', '.ts', '.js'],
  '.mjs': ['.mts', '.mjs', '.ts', '.d.mts'],
  '.cjs': ['.cts', '.cjs', '.ts', '.d.cts'],
  '.d.ts': ['.ts', '.tsx', '.js', '.jsx', '.d.ts'],
  '.d.mts': ['.mts', '.mjs', '.d.mts'],
  '.d.cts': ['.cts', '.cjs', '.d.cts'],
};

/** True for a file name that can be parsed. */
export function isSourceFile(file: string): boolean {
  return EXTENSIONS.some((extension) => file.endsWith(extension));
}

/**
 * The source file that an absolute path means, as bundlers and TypeScript take it: the file, the one it is built
 * from, the path with an extension, the folder's `main` or its index. null when there is none.
 */
export function findSource(target: string, project: Project): string | null {
  const plain = /[?#]/.test(target) ? target.replace(/[?#][^/\\]*$/, '') : target;
  for (const path of plain === target ? [target] : [target, plain]) {
    const found = /[/\\]$/.test(path) ? null : (findFile(path, project) ?? findWithExtension(path, project));
    if (found !== null) return found;
  }
  return findInFolder(target, project);
}

function findFile(path: string, { disk }: Project): string | null {
  const built = Object.keys(SOURCES).findLast((extension) => path.endsWith(extension));
  if (built !== undefined) {
    const stem = path.slice(0, -built.length);
    const source = SOURCES[built]?.map((extension) => stem + extension).find(disk.isFile);
    if (source !== undefined) return source;
  }
  return isSourceFile(path) && disk.isFile(path) ? path : null;
}

function findWithExtension(path: string, { disk }: Project): string | null {
  return EXTENSIONS.map((extension) => path + extension).find(disk.isFile) ?? null;
}

function findInFolder(target: string, project: Project): string | null {
  const { disk, path } = project;
  const folder = path.join(target, '.');
  if (!disk.isFolder(folder)) return null;

  const main = project.packageAt(path.join(folder, 'package.json'))?.main[0];
  if (main !== undefined && path.join(folder, main) !== folder) {
    const entry = path.join(folder, main);
    const found = findFile(entry, project) ?? findWithExtension(entry, project) ?? findWithExtension(path.join(entry, 'index'), project);
    if (found !== null) return found;
  }
  return findWithExtension(path.join(folder, 'index'), project);
}
