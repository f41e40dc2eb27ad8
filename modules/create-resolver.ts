import { findSource } from './find-source.ts';
import { findUnbuiltSource } from './find-unbuilt-source.ts';
import { findWorkspacePackages, packageIn } from './find-workspace-packages.ts';
import { matchExports } from './match-exports.ts';
import { matchImportMap, readImportMaps } from './match-import-map.ts';
import { foldersUp, isInside, type Project } from './project.ts';
import type { Package } from './read-package.ts';
import { findTsconfigs, matchAliases } from './read-tsconfig.ts';

/** Answers what a specifier means in the files of a folder; null: nothing of this project. */
export type Resolve = (specifier: string, folder: string) => string | null;

/**
 * Makes the resolver: relative paths, tsconfig `paths` and `baseUrl`, import maps, package `imports` and `exports`,
 * workspaces by name, each led to the sources where what is named has not been built. Of node_modules it enters links
 * that lead out of it, and the packages named in `entered`.
 */
export function createResolver(project: Project, entered: readonly string[]): Resolve {
  const { disk, path } = project;
  const upFrom = project.remember<string[]>((folder) => foldersUp(folder, path), []);
  const tsconfigsOf = project.remember<ReturnType<typeof findTsconfigs>>((folder) => findTsconfigs(folder, upFrom(folder), project), []);
  const workspaceAt = project.remember<ReadonlyMap<string, Package>>((folder) => findWorkspacePackages(folder, project), new Map());
  const importMapsIn = project.remember<ReturnType<typeof readImportMaps>>((folder) => readImportMaps(folder, project), []);

  const resolve = (specifier: string, folder: string, depth: number): string | null => {
    if (specifier === '' || depth > 4) return null;
    if (/^\.{1,2}(?:[/\\]|$)/.test(specifier)) return findBuiltOrNot(join(folder, specifier), packageAbove(folder)?.folder ?? null);
    if (specifier.startsWith('file:')) return fileUrl(specifier);
    if (path.isAbsolute(specifier)) return findSource(specifier, project) ?? mapped(specifier, folder, depth) ?? fromSomeRoot(specifier, folder);
    // A scheme: node:fs, https://…, npm:…; not a drive, which is absolute.
    if (/^[a-z][a-z+.-]*:/i.test(specifier)) return null;
    return (
      mapped(specifier, folder, depth) ??
      internal(specifier, folder, depth) ??
      aliased(specifier, folder) ??
      packaged(specifier, folder) ??
      habitual(specifier, folder)
    );
  };

  /** Keeps a slash at the end, which means a folder. */
  const join = (folder: string, specifier: string): string => path.resolve(folder, specifier) + (/(?:^|[/\\])\.{0,2}$/.test(specifier) ? path.sep : '');

  const findBuiltOrNot = (target: string, packageFolder: string | null): string | null =>
    findSource(target, project) ?? (packageFolder === null ? null : findUnbuiltSource(target, packageFolder, project));

  const packageAbove = (folder: string): Package | null => {
    for (const parent of upFrom(folder)) {
      const found = project.packageAt(path.join(parent, 'package.json'));
      if (found !== null) return found;
    }
    return null;
  };

  const fileUrl = (specifier: string): string | null => {
    let decoded: string;
    try {
      decoded = decodeURIComponent(new URL(specifier).pathname);
    } catch {
      return null;
    }
    return findSource(path.normalize(/^\/[a-z]:/i.test(decoded) ? decoded.slice(1) : decoded), project);
  };

  const mapped = (specifier: string, folder: string, depth: number): string | null => {
    for (const parent of upFrom(folder)) {
      for (const map of importMapsIn(parent)) {
        const address = matchImportMap(map, specifier, project);
        if (address === null || address === specifier) continue;
        return path.isAbsolute(address) ? findSource(address, project) : resolve(address, map.folder, depth + 1);
      }
    }
    return null;
  };

  const internal = (specifier: string, folder: string, depth: number): string | null => {
    const owner = specifier.startsWith('#') ? packageAbove(folder) : null;
    if (owner === null) return null;
    for (const target of matchExports(owner.imports, specifier)) {
      const found = target.startsWith('.') ? findBuiltOrNot(path.join(owner.folder, target), owner.folder) : resolve(target, owner.folder, depth + 1);
      if (found !== null) return found;
    }
    return null;
  };

  const aliased = (specifier: string, folder: string): string | null => {
    const configs = tsconfigsOf(folder);
    for (const { config } of configs) {
      for (const target of matchAliases(config.aliases, specifier)) {
        const found = findBuiltOrNot(target, packageAbove(path.dirname(target))?.folder ?? null);
        if (found !== null) return found;
      }
    }
    for (const { config, near } of configs) {
      const found = near && config.baseUrl !== null ? findSource(path.join(config.baseUrl, specifier), project) : null;
      if (found !== null) return found;
    }
    return null;
  };

  const packaged = (specifier: string, folder: string): string | null => {
    const name = /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;
    const key = `.${specifier.slice(name.length)}`;
    for (const parent of upFrom(folder)) {
      const manifest = project.packageAt(path.join(parent, 'package.json'));
      if (manifest?.name === name && manifest.exports !== undefined) return entryOf(manifest, key, true);
      const linked = manifest?.folders.get(name);
      const found = linked === undefined ? workspaceAt(parent).get(name) : packageIn(path.resolve(parent, linked), project);
      if (found !== undefined && found !== null) return entryOf(found, key, true);

      const modules = path.join(parent, 'node_modules');
      const installed = disk.isFolder(modules) ? path.join(modules, name) : null;
      if (installed === null || !disk.isFolder(installed)) continue;
      const real = disk.realPath(installed);
      const own = !real.split(path.sep).includes('node_modules');
      if (!own && !entered.includes(name)) return null;
      const home = own ? fromRealPath(real, parent) : installed;
      const entry = packageIn(home, project);
      return entry === null ? findSource(path.join(home, key), project) : entryOf(entry, key, own);
    }
    return null;
  };

  /** The same path in terms of the folder as it was given, which a link may lead to. */
  const fromRealPath = (real: string, folder: string): string => {
    for (const parent of upFrom(folder)) {
      const realParent = disk.realPath(parent);
      if (realParent === parent) return real;
      if (isInside(real, realParent, path)) return path.join(parent, path.relative(realParent, real));
    }
    return real;
  };

  /** `own`: the package's sources are wanted, rather than what was built from them. */
  const entryOf = (manifest: Package, key: string, own: boolean): string | null => {
    const exported = matchExports(manifest.exports, key);
    const targets = exported.length > 0 ? exported : key === '.' ? [...manifest.main, 'index', 'src/index', 'src/main', 'mod'] : [key, `src/${key}`];
    const absolute = targets.map((target) => path.join(manifest.folder, target));
    for (const target of own ? absolute : []) {
      const found = findUnbuiltSource(target, manifest.folder, project);
      if (found !== null) return found;
    }
    const found = absolute.flatMap((target) => findSource(target, project) ?? []);
    return found.find((file) => !/\.d\.[cm]?ts$/.test(file)) ?? found[0] ?? null;
  };

  /** `/lib/x.ts` is written from the root of a site or project: some folder above. */
  const fromSomeRoot = (specifier: string, folder: string): string | null => {
    for (const parent of upFrom(folder)) {
      const found = findSource(path.join(parent, specifier), project);
      if (found !== null) return found;
    }
    return null;
  };

  /** Prefixes that frameworks, and a NODE_PATH of the package's folder, define without a tsconfig. */
  const habitual = (specifier: string, folder: string): string | null => {
    const [prefix, rest] = /^(@|~|\$lib|src)\/(.+)$/.exec(specifier)?.slice(1) ?? [];
    const home = packageAbove(folder)?.folder;
    if (prefix === undefined || rest === undefined || home === undefined) return null;
    const roots = prefix === '$lib' ? ['src/lib'] : prefix === 'src' ? ['src'] : ['src', '.', 'app'];
    for (const root of roots) {
      const found = findSource(path.join(home, root, rest), project);
      if (found !== null) return found;
    }
    return null;
  };

  return (specifier, folder) => resolve(specifier, folder, 0);
}
