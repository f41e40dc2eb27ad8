import { accessSync, constants, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** Says in words why the file that an option names could not be written, before the work is done; null when nothing speaks against it. */
export function whyNotWritable(option: string, file: string, cwd: string): string | null {
  const target = resolve(cwd, file);
  if (isSpecial(target)) return null;
  const folder = dirname(target);
  if (!isFolder(folder)) return `The folder of ${option} does not exist: ${folder}. Create it first.`;
  if (isFolder(target)) return `${option} names a folder: ${file}. Name a file in it, such as ${join(file, 'audit.json')}.`;
  try {
    accessSync(folder, constants.W_OK);
    return null;
  } catch {
    return `The folder of ${option} cannot be written to: ${folder}.`;
  }
}

/** Writes the text to a file beside it and renames that, so that nobody ever reads half a report. */
export function writeOutput(file: string, cwd: string, text: string): void {
  const target = followLinks(resolve(cwd, file));
  if (isSpecial(target)) {
    writeFileSync(target, text);
    return;
  }
  const beside = join(dirname(target), `.${basename(target)}.${String(process.pid)}.tmp`);
  try {
    writeFileSync(beside, text, { mode: modeOf(target) });
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/**
 * Writes what is written in it to the end: a signal to stop that comes meanwhile counts when it is done, and a file is not
 * left beside the report.
 */
export function uninterrupted(write: () => void): void {
  for (const signal of SIGNALS) if (!process.listeners(signal).includes(endBy)) process.on(signal, endBy);
  try {
    write();
  } finally {
    // a signal that came meanwhile is heard before that
    setImmediate(() => {
      for (const signal of SIGNALS) process.off(signal, endBy);
    });
  }
}

function endBy(signal: NodeJS.Signals): void {
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

function followLinks(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}

/** A pipe, a terminal, /dev/null: a rename would put a plain file in its place. */
function isSpecial(file: string): boolean {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats !== undefined && !stats.isFile() && !stats.isDirectory();
}

function modeOf(file: string): number {
  return (statSync(file, { throwIfNoEntry: false })?.mode ?? 0o666) & 0o777;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
