import { createRequire } from 'node:module';
import type * as Yaml from 'yaml';
import { isObject, textsOf, type JsonValue } from './parse-jsonc.ts';
import type { Project } from './project.ts';
import type { Package } from './read-package.ts';

const require = createRequire(import.meta.url);
const DEEPEST = 8;

/**
 * The packages that the workspace at this folder declares (npm, yarn, bun, pnpm, lerna, rush, Deno), by name; empty when
 * it is no workspace's root. Nothing needs to be installed.
 */
export function findWorkspacePackages(root: string, project: Project): ReadonlyMap<string, Package> {
  const packages = new Map<string, Package>();
  const patterns = patternsOf(root, project);
  const excluded = new Set(patterns.filter((pattern) => pattern.startsWith('!')).flatMap((pattern) => expand(root, pattern.slice(1), project)));
  for (const pattern of patterns) {
    if (pattern.startsWith('!')) continue;
    for (const folder of expand(root, pattern, project)) {
      if (excluded.has(folder)) continue;
      const found = packageIn(folder, project);
      const name = found?.name ?? null;
      if (found !== null && name !== null && !packages.has(name)) packages.set(name, found);
    }
  }
  return packages;
}

/** The package that a folder is, by its package.json or deno.json. */
export function packageIn(folder: string, project: Project): Package | null {
  for (const name of ['package.json', 'deno.json', 'deno.jsonc']) {
    const found = project.packageAt(project.path.join(folder, name));
    if (found !== null) return found;
  }
  return null;
}

function patternsOf(root: string, project: Project): string[] {
  const { path, json } = project;
  const lerna = json(path.join(root, 'lerna.json'));
  const rush = json(path.join(root, 'rush.json'));
  return [
    ...['package.json', 'deno.json', 'deno.jsonc'].flatMap((name) => project.packageAt(path.join(root, name))?.workspaces ?? []),
    ...textsOf(isObject(lerna) ? lerna.packages : []),
    ...pnpmPatterns(path.join(root, 'pnpm-workspace.yaml'), project),
    ...(isObject(rush) && Array.isArray(rush.projects) ? (rush.projects as JsonValue[]).flatMap((entry) => (isObject(entry) ? textsOf(entry.projectFolder) : [])) : []),
  ];
}

function pnpmPatterns(file: string, { disk }: Project): string[] {
  const text = disk.isFile(file) ? disk.text(file) : null;
  if (text === null) return [];
  try {
    const { parse } = require('yaml') as typeof Yaml;
    const value = parse(text) as JsonValue;
    return isObject(value) ? textsOf(value.packages) : [];
  } catch {
    return [];
  }
}

/** The folders that a pattern of folders (`packages/*`, `apps/**`) means. */
function expand(root: string, pattern: string, { disk, path }: Project): string[] {
  const children = (folder: string): string[] => disk.folders(folder).map((name) => path.join(folder, name));
  const below = (folder: string, depth: number): string[] => [folder, ...(depth === 0 ? [] : children(folder).flatMap((child) => below(child, depth - 1)))];

  let folders = [root];
  for (const segment of pattern.replace(/\/package\.json$/, '').split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment === '**') folders = folders.flatMap((folder) => below(folder, DEEPEST));
    else if (/[*?{[]/.test(segment)) folders = folders.flatMap((folder) => children(folder).filter((child) => matchesName(path.basename(child), segment)));
    else folders = folders.map((folder) => path.join(folder, segment)).filter(disk.isFolder);
  }
  return [...new Set(folders)];
}

function matchesName(name: string, pattern: string): boolean {
  const expression = pattern
    .replace(/[.+^$()|\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.')
    .replace(/\{([^}]*)\}/g, (_, options: string) => `(?:${options.replaceAll(',', '|')})`);
  try {
    return new RegExp(`^${expression}$`).test(name);
  } catch {
    return false;
  }
}
