import { isObject, textsOf, type JsonObject } from './parse-jsonc.ts';
import { foldersUp, isInside, type Project } from './project.ts';

/** A `paths` entry: a pattern with at most one `*`, and where it may lead, as absolute patterns. */
export interface PathAlias {
  readonly pattern: string;
  readonly targets: readonly string[];
}

/** What resolution needs of a tsconfig or jsconfig, with what it extends; paths are absolute. */
export interface Tsconfig {
  readonly baseUrl: string | null;
  readonly aliases: readonly PathAlias[];
  readonly rootDir: string | null;
  readonly outDirs: readonly string[];
  /** The configs it refers to. */
  readonly references: readonly string[];
}

/**
 * The tsconfig at a path; null when there is none. A config that it extends and that is not there, as in a project
 * where nothing is installed, adds nothing. Source: https://www.typescriptlang.org/tsconfig
 */
export function readTsconfig(file: string, project: Project): Tsconfig | null {
  return read(file, project, [file], project.path.dirname(file));
}

function read(file: string, project: Project, open: readonly string[], configFolder: string): Tsconfig | null {
  const { path } = project;
  const json = project.json(file);
  if (!isObject(json)) return null;

  const folder = path.dirname(file);
  const absolute = (text: string): string =>
    text.startsWith('${configDir}') ? path.join(configFolder, text.slice('${configDir}'.length)) : path.resolve(folder, text);
  const inherited = textsOf(json.extends).flatMap((name) => {
    const base = findExtended(name, folder, project);
    return base === null || open.includes(base) ? [] : [read(base, project, [...open, base], configFolder)];
  });
  const last = <T>(pick: (config: Tsconfig) => T | null): T | null =>
    inherited.reduceRight<T | null>((found, config) => found ?? (config === null ? null : pick(config)), null);

  const options = isObject(json.compilerOptions) ? json.compilerOptions : {};
  const text = (key: string): string | null => (typeof options[key] === 'string' ? absolute(options[key]) : null);
  const baseUrl = text('baseUrl') ?? last((config) => config.baseUrl);
  const outDirs = ['outDir', 'declarationDir'].flatMap((key) => text(key) ?? []);
  return {
    baseUrl,
    aliases: isObject(options.paths) ? aliasesOf(options.paths, (target) => (baseUrl === null ? absolute(target) : path.resolve(baseUrl, target))) : (last(({ aliases }) => (aliases.length > 0 ? aliases : null)) ?? []),
    rootDir: text('rootDir') ?? last((config) => config.rootDir),
    outDirs: outDirs.length > 0 ? outDirs : (last((config) => (config.outDirs.length > 0 ? config.outDirs : null)) ?? []),
    references: referencesOf(json, absolute, project),
  };
}

function findExtended(name: string, folder: string, { disk, path }: Project): string | null {
  const isPath = /^\.{0,2}[/\\]/.test(name) || name === '.' || name === '..' || path.isAbsolute(name);
  const bases = isPath ? [path.resolve(folder, name)] : foldersUp(folder, path).map((parent) => path.join(parent, 'node_modules', name));
  const candidates = bases.flatMap((base) => [base, `${base}.json`, path.join(base, 'tsconfig.json')]);
  return candidates.find(disk.isFile) ?? null;
}

function aliasesOf(paths: JsonObject, absolute: (target: string) => string): PathAlias[] {
  const aliases = Object.entries(paths).map(([pattern, targets]) => ({ pattern, targets: textsOf(targets).map(absolute) }));
  // The pattern with the longest text before its star wins, and one without a star before all.
  const weight = ({ pattern }: PathAlias): number => (pattern.includes('*') ? pattern.indexOf('*') : Infinity);
  return aliases.sort((a, b) => (weight(a) === weight(b) ? 0 : weight(b) - weight(a)));
}

function referencesOf(json: JsonObject, absolute: (target: string) => string, { disk, path }: Project): string[] {
  const references = json.references;
  if (!Array.isArray(references)) return [];
  return references.flatMap((reference: unknown) => {
    const target = typeof reference === 'object' && reference !== null && 'path' in reference ? reference.path : null;
    if (typeof target !== 'string') return [];
    const config = absolute(target);
    return [disk.isFile(config) ? config : path.join(config, 'tsconfig.json')];
  });
}

/**
 * The configs that may govern the files of a folder, in the order they are to be asked: the nearest one, those that it
 * refers to, its neighbours (`tsconfig.app.json`), then the same of the folders above. Only configs whose folder holds the
 * file count. `near` is true for those of the nearest folder.
 */
export function findTsconfigs(folder: string, above: readonly string[], project: Project): { config: Tsconfig; near: boolean }[] {
  const { disk, path } = project;
  const found = new Map<string, { config: Tsconfig; near: boolean }>();
  const add = (file: string, near: boolean): void => {
    if (found.has(file) || !isInside(folder, path.dirname(file), path)) return;
    const config = readTsconfig(file, project);
    if (config === null) return;
    found.set(file, { config, near });
    for (const reference of config.references) add(reference, near);
  };
  for (const parent of above) {
    const near = found.size === 0;
    for (const name of ['tsconfig.json', 'jsconfig.json']) if (disk.isFile(path.join(parent, name))) add(path.join(parent, name), near);
    for (const name of disk.names(parent)) if (/^(?:ts|js)config\..+\.json$/.test(name)) add(path.join(parent, name), false);
  }
  return [...found.values()];
}

/** Where aliases lead a specifier, best first; empty when none of them matches. */
export function matchAliases(aliases: readonly PathAlias[], specifier: string): string[] {
  for (const { pattern, targets } of aliases) {
    const star = pattern.indexOf('*');
    if (star === -1) {
      if (pattern === specifier) return [...targets];
      continue;
    }
    const before = pattern.slice(0, star);
    const after = pattern.slice(star + 1);
    if (specifier.length < before.length + after.length || !specifier.startsWith(before) || !specifier.endsWith(after)) continue;
    const middle = specifier.slice(before.length, specifier.length - after.length);
    return targets.map((target) => target.replace('*', () => middle));
  }
  return [];
}
