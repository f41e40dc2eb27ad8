import { existsSync, readdirSync, readFileSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { isSourceFile } from './find-source.ts';
import { createGitignore, type IsIgnored } from './read-gitignore.ts';
import { skipReasonOfFolder, skipReasonOfName, skipReasonOfText, type SkipReason } from './skip-reason.ts';

export interface SkippedFile {
  /** Absolute path of a file, or of a folder that stands for all it holds. */
  readonly file: string;
  readonly reason: SkipReason;
}

export interface SourceFiles {
  /** Absolute paths, sorted, none twice. */
  readonly files: string[];
  readonly skipped: SkippedFile[];
  /** What could not be looked at, each a sentence for the user. */
  readonly problems: string[];
}

interface Walk extends SourceFiles {
  readonly root: string;
  readonly ignored: IsIgnored;
  readonly seen: Set<string>;
}

/**
 * Finds the source files to audit under some paths, relative to `root`. Left out, with the reason: what git ignores,
 * tests and their mocks and fixtures, stories, bundles, minified and vendored code, built output, declarations.
 * node_modules and folders with a dot are passed over without a word. A file that is named is always taken.
 */
export function findSourceFiles(paths: readonly string[], options: { readonly root: string }): SourceFiles {
  const root = resolve(options.root);
  const walk: Walk = { root, ignored: createGitignore(), seen: new Set(), files: [], skipped: [], problems: [] };
  for (const path of paths) {
    const start = resolve(root, path);
    const stats = statSync(start, { throwIfNoEntry: false });
    if (stats === undefined) walk.problems.push(`${path} does not exist.`);
    else if (stats.isDirectory()) visitFolder(start, { ...walk, root: isBelow(start, root) ? root : start }, false);
    else if (isSourceFile(start)) walk.files.push(start);
    else walk.problems.push(`${path} is no JavaScript or TypeScript file.`);
  }
  return {
    files: [...new Set(walk.files)].sort(),
    skipped: walk.skipped.filter(({ file }, index, all) => all.findIndex((other) => other.file === file) === index),
    problems: walk.problems,
  };
}

function visitFolder(folder: string, walk: Walk, inTests: boolean): void {
  const real = realPath(folder);
  if (walk.seen.has(real)) return;
  walk.seen.add(real);

  for (const entry of entriesOf(folder, walk)) {
    const path = join(folder, entry.name);
    const kind = entry.isSymbolicLink() ? kindOfLink(path, walk) : entry.isDirectory() ? 'folder' : entry.isFile() ? 'file' : null;
    if (kind === 'folder') enter(path, walk, inTests);
    else if (kind === 'file') take(path, walk, inTests);
  }
}

function entriesOf(folder: string, walk: Walk): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    walk.problems.push(`${shown(folder, walk)} cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
    return [];
  }
}

function enter(folder: string, walk: Walk, inTests: boolean): void {
  const name = basename(folder);
  if (name === 'node_modules' || name.startsWith('.')) return;
  if (walk.ignored(folder, true)) {
    walk.skipped.push({ file: folder, reason: 'ignored' });
    return;
  }
  const reason = skipReasonOfFolder(name, placeOf(folder, walk));
  if (reason === null || reason === 'test') visitFolder(folder, walk, inTests || reason === 'test');
  else walk.skipped.push({ file: folder, reason });
}

function take(file: string, walk: Walk, inTests: boolean): void {
  if (!isSourceFile(file) || file.endsWith('.json')) return;
  const reason = walk.ignored(file, false) ? 'ignored' : (skipReasonOfName(basename(file)) ?? (inTests ? 'test' : null) ?? reasonInText(file, walk));
  if (reason === 'unreadable') return;
  if (reason === null) walk.files.push(file);
  else walk.skipped.push({ file, reason });
}

function reasonInText(file: string, walk: Walk): SkipReason | 'unreadable' | null {
  try {
    return skipReasonOfText(readFileSync(file, 'utf8'));
  } catch (error) {
    walk.problems.push(`${shown(file, walk)} cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
    return 'unreadable';
  }
}

/** The folders between a folder and the root of its package, outermost first. */
function placeOf(folder: string, walk: Walk): string[] {
  const names: string[] = [];
  for (let parent = dirname(folder); parent !== walk.root && parent !== dirname(parent); parent = dirname(parent)) {
    if (['package.json', 'deno.json', 'deno.jsonc'].some((name) => existsSync(join(parent, name)))) break;
    names.unshift(basename(parent));
  }
  return names;
}

/** What a link leads to; null when that is walked anyway, or is not there. */
function kindOfLink(link: string, walk: Walk): 'folder' | 'file' | null {
  const target = statSync(link, { throwIfNoEntry: false });
  if (target === undefined || isBelow(realPath(link), realPath(walk.root))) return null;
  return target.isDirectory() ? 'folder' : target.isFile() ? 'file' : null;
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function shown(path: string, { root }: Walk): string {
  return relative(root, path) || '.';
}
