import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isInside } from './find-root.ts';
import { resolvePaths } from './read-audit-settings.ts';
import type * as Eslint from 'eslint';

/** What the ESLint configurations of a project say of its files. */
export interface LintConfigs {
  readonly ignored: ReadonlySet<string>;
  /** What they have under `settings['plex-api']`, of the files for which they have any. */
  readonly settings: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  /** Configurations that could not be loaded, each a sentence for the user. */
  readonly problems: readonly string[];
}

const NAMES = ['js', 'mjs', 'cjs', 'ts', 'mts', 'cts'].map((extension) => `eslint.config.${extension}`);

/** Loads the nearest ESLint configuration of each file, no further up than `top`: this executes it. Where there is none, nothing is loaded. */
export async function readLintConfigs(files: readonly string[], top: string): Promise<LintConfigs> {
  const folders = new Map<string, string | null>();
  const groups = new Map<string, string[]>();
  for (const file of files) {
    const config = findLintConfig(dirname(file), top, folders);
    if (config !== null) groups.set(dirname(config), [...(groups.get(dirname(config)) ?? []), file]);
  }
  const ignored = new Set<string>();
  const settings = new Map<string, Readonly<Record<string, unknown>>>();
  const problems: string[] = [];
  for (const [folder, group] of groups) {
    try {
      const { ESLint } = await loadEslint(folder);
      const eslint = new ESLint({ cwd: folder });
      for (const file of group) {
        if (await eslint.isPathIgnored(file)) {
          ignored.add(file);
          continue;
        }
        const config = (await eslint.calculateConfigForFile(file)) as { readonly settings?: Readonly<Record<string, unknown>> } | undefined;
        const own = config?.settings?.['plex-api'];
        if (typeof own === 'object' && own !== null) settings.set(file, resolvePaths({ ...own }, folder));
      }
    } catch (error) {
      problems.push(`The ESLint configuration in ${folder} could not be loaded, so its ignores and settings are not heeded: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`);
    }
  }
  return { ignored, settings, problems };
}

/** The nearest ESLint configuration of a folder, no further up than `top`; null where there is none. */
export function findLintConfig(folder: string, top: string, known: Map<string, string | null>): string | null {
  if (!isInside(top, folder)) return null;
  let found = known.get(folder);
  if (found === undefined) {
    const parent = dirname(folder);
    const here = NAMES.map((name) => join(folder, name)).find((file) => existsSync(file));
    found = here ?? (parent === folder ? null : findLintConfig(parent, top, known));
    known.set(folder, found);
  }
  return found;
}

async function loadEslint(folder: string): Promise<typeof Eslint> {
  let own: string;
  try {
    own = createRequire(join(folder, 'package.json')).resolve('eslint');
  } catch {
    return import('eslint');
  }
  return (await import(pathToFileURL(own).href)) as typeof Eslint;
}
