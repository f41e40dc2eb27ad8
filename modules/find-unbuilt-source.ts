import { findSource } from './find-source.ts';
import { isInside, type Project } from './project.ts';
import { readTsconfig } from './read-tsconfig.ts';

/** Folders that hold what was built. */
const OUTPUT = /^(?:dist|lib|build|out|output|es|esm|cjs|mjs|umd|types|typings|\.output)$/;

/**
 * The source that a built file comes from, whether it has been built or not: by `outDir` and `rootDir` of the package's
 * tsconfigs, else by the habit that `dist/x.js` is built from `src/x.ts`. null when no such source exists.
 */
export function findUnbuiltSource(built: string, packageFolder: string, project: Project): string | null {
  const { disk, path } = project;
  const candidates: string[] = [];
  for (const name of disk.names(packageFolder)) {
    if (!/^tsconfig(?:\..+)?\.json$/.test(name)) continue;
    const config = readTsconfig(path.join(packageFolder, name), project);
    for (const outDir of config?.outDirs ?? []) {
      if (outDir === packageFolder || !isInside(built, outDir, path)) continue;
      const rest = path.relative(outDir, built);
      const roots = [config?.rootDir ?? null, path.join(packageFolder, 'src'), packageFolder];
      candidates.push(...roots.flatMap((root) => (root === null ? [] : [path.join(root, rest)])));
    }
  }
  if (isInside(built, packageFolder, path)) {
    const segments = path.relative(packageFolder, built).split(path.sep);
    const folders = segments.findIndex((segment) => !OUTPUT.test(segment));
    for (let left = 1; left <= folders; left += 1) {
      const rest = segments.slice(left);
      candidates.push(path.join(packageFolder, 'src', ...rest), path.join(packageFolder, ...rest));
    }
  }
  for (const candidate of candidates) {
    const found = findSource(candidate, project);
    if (found !== null) return found;
  }
  return null;
}
