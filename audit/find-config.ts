import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { CannotRun } from './cannot-run.ts';

/** What a configuration can be called; all of these are read and none is executed. */
const CONFIG_NAMES = ['ts', 'js', 'mjs', 'json'].map((extension) => `plex-lint.config.${extension}`);

/**
 * The configuration that holds for a folder: the nearest one from there upwards, no further than the top of the repository.
 * null where there is none. Two in one folder are a mistake.
 */
export function findConfig(folder: string): string | null {
  for (let at = folder; ; at = dirname(at)) {
    const found = CONFIG_NAMES.map((name) => join(at, name)).filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile() === true);
    const [first, second] = found;
    if (first !== undefined && second !== undefined) throw new CannotRun(`There are two configurations in ${at}: ${basename(first)} and ${basename(second)}. Keep one of them.`);
    if (first !== undefined) return first;
    if (existsSync(join(at, '.git')) || dirname(at) === at) return null;
  }
}

/** The configuration that `--config` names. */
export function namedConfig(name: string, cwd: string): string {
  const file = resolve(cwd, name);
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) throw new CannotRun(`There is no configuration ${name} (looked for ${file}).`);
  if (!/\.(?:ts|js|mjs|json)$/.test(file)) throw new CannotRun(`The configuration ${name} must be a .ts, .js, .mjs or .json file.`);
  return file;
}
