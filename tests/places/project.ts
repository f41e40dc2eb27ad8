import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { vi } from 'vitest';

/** A project in a folder of its own, with the built plugin and some packages installed by links. */
export interface Project {
  readonly folder: string;
  readonly write: (file: string, text: string) => void;
  /** Runs a program of node_modules, by the file that its package has for it; never throws. */
  readonly run: (script: string, ...args: readonly string[]) => Ran;
  readonly remove: () => void;
}

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

// Programs are started, on a machine that may be busy.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const ROOT = path.resolve('.');

/** Makes a project of files, or a copy of a folder; `packages` are those that its configuration imports. */
export function createProject(files: Readonly<Record<string, string>> | string, packages: readonly string[] = []): Project {
  const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'plex-api-place-')));
  const write = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };
  if (typeof files === 'string') cpSync(files, folder, { recursive: true, filter: (file) => !file.includes('node_modules') });
  else for (const [file, text] of Object.entries(files)) write(file, text);

  const link = (name: string, target: string): void => {
    mkdirSync(path.dirname(path.join(folder, 'node_modules', name)), { recursive: true });
    symlinkSync(target, path.join(folder, 'node_modules', name), 'junction');
  };
  link('eslint-plugin-plex-api', ROOT);
  for (const name of packages) link(name, path.join(ROOT, 'node_modules', name));

  return {
    folder,
    write,
    run(script, ...args) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(ROOT, 'node_modules', script), ...args], { cwd: folder, encoding: 'utf8' });
      return { status, stdout, stderr };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The ESLint versions that are installed side by side: the command of each. */
export const ESLINTS = { '9.39': 'eslint9/bin/eslint.js', '10': 'eslint/bin/eslint.js' } as const;

interface LintedFile {
  readonly filePath: string;
  readonly messages: readonly { readonly line: number; readonly column: number; readonly ruleId: string | null; readonly message: string }[];
}

/** What `--format json` printed, as `src/plex.js 4:70 no-unknown-endpoint`; the output itself where it is none. */
export function findingsIn({ folder }: Pick<Project, 'folder'>, { stdout, stderr }: Ran): readonly string[] {
  let files: readonly LintedFile[];
  try {
    files = JSON.parse(stdout) as readonly LintedFile[];
  } catch {
    return [stdout + stderr];
  }
  return files.flatMap(({ filePath, messages }) =>
    messages.map(({ line, column, ruleId, message }) => {
      const name = path.relative(folder, filePath).replaceAll('\\', '/');
      return `${name} ${String(line)}:${String(column)} ${ruleId?.replace('plex-api/', '') ?? message}`;
    }),
  );
}
