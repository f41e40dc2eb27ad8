import { statSync } from 'node:fs';
import { dirname, isAbsolute, relative, sep } from 'node:path';

/** What the report's files are relative to: the one folder named, else the working folder or the folder around all paths. */
export function findRoot(paths: readonly string[], cwd: string): string {
  const [only] = paths;
  if (paths.length === 1 && only !== undefined && statSync(only).isDirectory()) return only;

  let root = cwd;
  while (!paths.every((path) => isInside(root, path)) && dirname(root) !== root) root = dirname(root);
  return root;
}

/** Whether a path is a folder's, or the folder itself. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
