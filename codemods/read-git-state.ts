import { spawnSync } from 'node:child_process';
import { realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isLeftover } from './write-files.ts';

/** What git says of some files and folders. */
export interface GitState {
  /** The top folder of the work tree that holds all of them; null: there is none, or there are several. */
  readonly top: string | null;
  /** Files among them that are changed, staged or not tracked, absolute. */
  readonly dirty: readonly string[];
  /** Those of them that are in no work tree. */
  readonly outside: readonly string[];
}

/** Asks git about files and folders (absolute), in whatever work trees they are. Reads no file itself. */
export function readGitState(paths: readonly string[]): GitState {
  const groups = new Map<string, string[]>();
  const outside: string[] = [];
  const tops = new Map<string, string | null>();
  for (const path of paths) {
    const folder = nearestFolder(path);
    let top = tops.get(folder);
    if (top === undefined) tops.set(folder, (top = findTop(folder)));
    if (top === null) outside.push(path);
    else groups.set(top, [...(groups.get(top) ?? []), path]);
  }
  const dirty = [...groups].flatMap(([top, group]) => findDirty(top, group));
  const [top] = groups.keys();
  return { top: groups.size === 1 && outside.length === 0 && top !== undefined ? top : null, dirty, outside };
}

function findTop(folder: string): string | null {
  const { status, stdout } = spawnSync('git', ['rev-parse', '--show-toplevel'], { cwd: folder, encoding: 'utf8' });
  const top = status === 0 ? stdout.replace(/\r?\n$/, '') : '';
  // inside of .git there is no work tree
  return top === '' ? null : resolve(top);
}

/** What an interrupted run has left beside a file does not count: the next run takes it away. */
function findDirty(top: string, paths: readonly string[]): readonly string[] {
  const real = paths.map((path) => realPath(path));
  const { status, stdout, stderr } = spawnSync('git', ['--literal-pathspecs', 'status', '--porcelain', '-z', '--untracked-files=all', '--', ...real], { cwd: top, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`git status failed: ${stderr.trim()}`);
  const entries = stdout.split('\0');
  const files: string[] = [];
  for (let i = 0; i < entries.length; i++) {
    const entry = entries[i] ?? '';
    if (entry === '') continue;
    if (!isLeftover(entry.slice(3))) files.push(join(top, entry.slice(3)));
    // a rename is followed by the name it had
    if (/^[RC]|^.[RC]/.test(entry)) i++;
  }
  return files;
}

function nearestFolder(path: string): string {
  for (let folder = path; ; folder = dirname(folder)) {
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true || folder === dirname(folder)) return folder;
  }
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
