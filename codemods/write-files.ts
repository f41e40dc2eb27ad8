import { accessSync, chmodSync, chownSync, constants, mkdirSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** A file to be written, with all of its text. */
export interface WrittenFile {
  /** Absolute. */
  readonly file: string;
  /** The text that the change was made on, byte order mark and all; null: there was no file. */
  readonly before: string | null;
  readonly after: string;
}

export interface UnwrittenFile {
  readonly file: string;
  readonly message: string;
}

const LEFTOVER = /(?:^|[\\/])\.[^\\/]+\.plex-lint-(\d+)\.tmp$/;

/** Whether a file is what an interrupted run has left beside a file that it was about to write. */
export function isLeftover(file: string): boolean {
  return LEFTOVER.test(file);
}

/** Removes what runs have left in these folders that are no more. */
export function removeLeftovers(folders: Iterable<string>): void {
  for (const folder of new Set(folders)) {
    for (const name of namesIn(folder)) {
      const pid = LEFTOVER.exec(name)?.[1];
      if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(folder, name), { force: true });
    }
  }
}

/** Why files should not be written now; empty: nothing speaks against any. */
export function findUnwritable(files: readonly WrittenFile[]): readonly UnwrittenFile[] {
  return files.flatMap(({ file, before }) => {
    const message = whyNot(file, before);
    return message === null ? [] : [{ file, message }];
  });
}

/**
 * Writes files one after the other, new ones first, since others may import them. Each is written beside the file and
 * renamed, so that at any moment it is either old or new. Its mode and owner stay; a link stays a link. A file that cannot
 * be written does not stop the others.
 */
export function writeFiles(files: readonly WrittenFile[]): readonly UnwrittenFile[] {
  const failed: UnwrittenFile[] = [];
  for (const { file, before, after } of [...files].sort((a, b) => Number(a.before !== null) - Number(b.before !== null))) {
    try {
      if (before === null) mkdirSync(dirname(file), { recursive: true });
      writeFile(before === null ? file : realpathSync(file), after);
    } catch (error) {
      failed.push({ file, message: error instanceof Error ? error.message : String(error) });
    }
  }
  return failed;
}

function writeFile(target: string, text: string): void {
  const beside = join(dirname(target), `.${basename(target)}.plex-lint-${String(process.pid)}.tmp`);
  const stats = statSync(target, { throwIfNoEntry: false });
  try {
    writeFileSync(beside, text);
    if (stats !== undefined) {
      keepOwner(beside, stats.uid, stats.gid);
      chmodSync(beside, stats.mode & 0o7777);
    }
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** Only root may give files away; for others it is theirs already, or stays so. */
function keepOwner(file: string, uid: number, gid: number): void {
  try {
    chownSync(file, uid, gid);
  } catch {
    // the file is written all the same
  }
}

function whyNot(file: string, before: string | null): string | null {
  if (before === null) return statSync(file, { throwIfNoEntry: false }) === undefined ? null : 'A file of this name has come in the meantime.';
  try {
    if (readFileSync(file, 'utf8') !== before) return 'The file has changed since it was read.';
    accessSync(file, constants.W_OK);
    accessSync(dirname(realpathSync(file)), constants.W_OK);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
