import { createRequire } from 'node:module';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type ignore from 'ignore';

/** True when git would not track the path. */
export type IsIgnored = (path: string, isFolder: boolean) => boolean;

const require = createRequire(import.meta.url);

interface Level {
  readonly rules: ignore.Ignore | null;
  /** False at the top of the repository, above which no rule counts. */
  readonly goesUp: boolean;
}

/** Reads the .gitignore files from each folder up to the top of its repository; the nearest rule decides. */
export function createGitignore(): IsIgnored {
  const levels = new Map<string, Level>();
  const levelOf = (folder: string): Level => {
    let level = levels.get(folder);
    if (level === undefined) levels.set(folder, (level = readLevel(folder)));
    return level;
  };
  return (path, isFolder) => {
    for (let folder = dirname(path); ; folder = dirname(folder)) {
      const { rules, goesUp } = levelOf(folder);
      const verdict = rules?.test(relative(folder, path).split(sep).join('/') + (isFolder ? '/' : ''));
      if (verdict?.ignored === true) return true;
      if (verdict?.unignored === true || !goesUp || folder === dirname(folder)) return false;
    }
  };
}

function readLevel(folder: string): Level {
  const goesUp = !existsSync(join(folder, '.git'));
  try {
    const text = readFileSync(join(folder, '.gitignore'), 'utf8');
    const create = require('ignore') as typeof ignore;
    return { goesUp, rules: create().add(text) };
  } catch {
    // No .gitignore, or one that cannot be read: it says nothing.
    return { goesUp, rules: null };
  }
}
