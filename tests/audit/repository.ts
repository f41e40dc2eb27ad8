import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeProject } from '../modules/write-project.ts';

/** What git prints for a command in a folder. */
export function git(root: string, ...args: readonly string[]): string {
  return spawnSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', ...args], { cwd: root, encoding: 'utf8' }).stdout;
}

/** A repository in which all is committed. */
export function repository(files: Readonly<Record<string, unknown>>): string {
  const root = writeProject(files);
  git(root, 'init', '-q');
  commit(root);
  return root;
}

/** Commits all that has changed. */
export function commit(root: string): void {
  git(root, 'add', '-A');
  git(root, 'commit', '-qm', 'all');
}

/** The text of a file of the repository. */
export function textOf(root: string, file: string): string {
  return readFileSync(join(root, file), 'utf8');
}
