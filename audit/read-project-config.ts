import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Eslint from 'eslint';
import type { ESLint } from 'eslint';

/** The audited project's own ESLint, and what its configuration says of our rules. */
export interface ProjectConfig {
  readonly eslint: ESLint;
  /** The files for which it switches on a rule of ours. */
  readonly linted: readonly string[];
  /** What it has under `settings['plex-api']` for a file; undefined when nothing. */
  readonly settingsOf: (file: string) => unknown;
}

/**
 * Loads the project's ESLint with its configuration, which executes the project's code. A text says why it could not be
 * loaded.
 */
export async function readProjectConfig(root: string, files: readonly string[]): Promise<ProjectConfig | string> {
  try {
    const { ESLint: Class } = await loadEslint(root);
    const eslint = new Class({ cwd: root, errorOnUnmatchedPattern: false, warnIgnored: false, globInputPaths: false });
    const linted: string[] = [];
    const settings = new Map<string, unknown>();
    for (const file of files) {
      if (await eslint.isPathIgnored(file)) continue;
      const config = (await eslint.calculateConfigForFile(file)) as FileConfig | undefined;
      settings.set(file, config?.settings?.['plex-api']);
      if (Object.keys(config?.rules ?? {}).some((rule) => rule.startsWith('plex-api/'))) linted.push(file);
    }
    return { eslint, linted, settingsOf: (file) => settings.get(file) };
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  }
}

interface FileConfig {
  readonly rules?: Readonly<Record<string, unknown>>;
  readonly settings?: Readonly<Record<string, unknown>>;
}

async function loadEslint(root: string): Promise<typeof Eslint> {
  let own: string;
  try {
    own = createRequire(join(root, 'package.json')).resolve('eslint');
  } catch {
    return import('eslint');
  }
  return (await import(pathToFileURL(own).href)) as typeof Eslint;
}
