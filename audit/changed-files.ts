import { spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { CannotRun } from './cannot-run.ts';

/**
 * Whether a file has changed since a revision of git: since the branch left it, in the working tree, or as a new file that git
 * does not ignore. Throws `CannotRun` without git, outside of a repository, and for a revision that there is not.
 */
export function findChangedFiles(revision: string, folder: string): (file: string) => boolean {
  const top = git(folder, ['rev-parse', '--show-toplevel'], `--changed-since needs a git repository, and ${folder} is in none`).replace(/\n$/, '');
  const commit = git(top, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`], `There is no revision ${revision} in ${top}. In CI, fetch it first: a checkout is often shallow`).trim();
  // what has changed on the other branch in the meantime is no change of this one; a shallow clone may not know where they parted
  const base = run(top, ['merge-base', commit, 'HEAD']);
  const since = base.status === 0 ? base.stdout.trim() : commit;
  const names = [
    ...split(git(top, ['diff', '--name-only', '-z', '--no-ext-diff', '--no-textconv', '--no-renames', since, '--'], `git cannot tell what has changed since ${revision}`)),
    ...split(git(top, ['ls-files', '--others', '--exclude-standard', '-z'], 'git cannot list new files')),
  ];
  const changed = new Set(names.map((name) => resolve(top, name)));
  return (file) => changed.has(realPath(file));
}

interface GitRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly error?: Error | undefined;
}

function git(folder: string, args: readonly string[], otherwise: string): string {
  const { status, stdout, stderr, error } = run(folder, args);
  if (error !== undefined) throw new CannotRun('code' in error && error.code === 'ENOENT' ? '--changed-since needs git, and there is no such program.' : `git could not be started: ${error.message}.`);
  if (status === 0) return stdout;
  const [said = ''] = stderr.replace(/^(?:fatal|error): /, '').split('\n');
  throw new CannotRun(`${otherwise}${said === '' ? '.' : ` (git: ${said}).`}`);
}

/** A repository's own configuration can name programs that git runs: none is. */
function run(folder: string, args: readonly string[]): GitRun {
  return spawnSync('git', ['-c', 'core.fsmonitor=false', '-C', folder, ...args], { encoding: 'utf8', maxBuffer: 1 << 28, env: { ...process.env, GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' } });
}

function split(names: string): readonly string[] {
  return names.split('\0').filter((name) => name !== '');
}

function realPath(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}
