import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { isInside } from './find-root.ts';

export interface PackageManager {
  readonly name: 'npm' | 'pnpm' | 'yarn' | 'bun';
  /** Where it is to be run: the top of the workspaces, else the nearest folder with a package.json. */
  readonly folder: string;
}

const LOCKS = { 'package-lock.json': 'npm', 'npm-shrinkwrap.json': 'npm', 'pnpm-lock.yaml': 'pnpm', 'yarn.lock': 'yarn', 'bun.lock': 'bun', 'bun.lockb': 'bun' } as const;

const RUN = { npm: 'npm run', pnpm: 'pnpm run', yarn: 'yarn run', bun: 'bun run' } as const;
const EXEC = { npm: 'npx', pnpm: 'pnpm exec', yarn: 'yarn', bun: 'bunx' } as const;

/** The package manager of a folder, by the field `packageManager` or the lock file, no further up than `top`; npm where neither is there. */
export function findPackageManager(folder: string, top: string): PackageManager {
  const all = foldersUp(folder, top);
  const own = all.find((one) => existsSync(join(one, 'package.json'))) ?? folder;
  for (const one of all) {
    const field = readPackageAt(one)?.packageManager;
    const named = typeof field === 'string' ? Object.values(LOCKS).find((name) => field.startsWith(`${name}@`)) : undefined;
    const lock = Object.entries(LOCKS).find(([file]) => existsSync(join(one, file)))?.[1];
    const name = named ?? lock;
    if (name !== undefined) return { name, folder: hasWorkspaces(one) ? one : own };
  }
  return { name: 'npm', folder: own };
}

function hasWorkspaces(folder: string): boolean {
  return existsSync(join(folder, 'pnpm-workspace.yaml')) || readPackageAt(folder)?.workspaces !== undefined;
}

const SCRIPT_NAMES = ['format', 'fmt', 'format:fix', 'format:write', 'prettier', 'prettier:fix', 'prettier:write', 'pretty', 'lint:fix', 'lint-fix', 'fix'];
/** What a script does that writes formatted code. */
const FORMATS = /\bprettier\b.*(?:--write|-w\b)|\bbiome\b.*(?:--write|--apply|\s--fix\b)|\bdprint fmt\b|\boxfmt\b(?!.*--check)|\beslint\b.*--fix\b|\bstandard\b.*--fix\b/;

const TOOLS: readonly { readonly name: string; readonly command: string }[] = [
  { name: '@biomejs/biome', command: 'biome format --write' },
  { name: 'prettier', command: 'prettier --write' },
  { name: 'dprint', command: 'dprint fmt' },
  { name: 'oxfmt', command: 'oxfmt' },
];

/** More names would fill the terminal. */
const MOST_FILES = 20;

/** The command that formats files in the way of their project, as the user would type it in `cwd`; null: none is known. */
export function findFormatter(files: readonly string[], top: string, cwd: string): string | null {
  const [first] = files;
  if (first === undefined) return null;
  for (const folder of foldersUp(dirname(first), top)) {
    const way = relative(cwd, folder).split(sep).join('/');
    const prefix = way === '' ? '' : `cd ${quote(way)} && `;
    const all = files.filter((file) => isInside(folder, file)).map((file) => quote(relative(folder, file).split(sep).join('/')));
    const inside = all.length > MOST_FILES ? '.' : all.join(' ');
    if (['deno.json', 'deno.jsonc'].some((one) => existsSync(join(folder, one)))) return `${prefix}deno fmt ${inside}`;
    const manifest = readPackageAt(folder);
    if (manifest === null) continue;
    const { name } = findPackageManager(folder, top);
    const scripts = toRecord(manifest.scripts);
    const script = SCRIPT_NAMES.find((one) => typeof scripts[one] === 'string' && FORMATS.test(scripts[one]));
    if (script !== undefined) return `${prefix}${RUN[name]} ${script}`;
    const dependencies = { ...toRecord(manifest.devDependencies), ...toRecord(manifest.dependencies) };
    const tool = TOOLS.find((one) => Object.hasOwn(dependencies, one.name));
    if (tool !== undefined) return `${prefix}${EXEC[name]} ${tool.command} ${inside}`;
  }
  return null;
}

function foldersUp(folder: string, top: string): readonly string[] {
  const folders: string[] = [];
  for (let one = folder; ; one = dirname(one)) {
    folders.push(one);
    if (one === dirname(one) || !isInside(top, dirname(one))) return folders;
  }
}

function readPackageAt(folder: string): Readonly<Record<string, unknown>> | null {
  try {
    return toRecord(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
  } catch {
    return null;
  }
}

function toRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? value as Readonly<Record<string, unknown>> : {};
}

function quote(word: string): string {
  return /^[\w./@-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
