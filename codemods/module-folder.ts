import path from 'node:path';
import type { CodemodProject } from './codemod.ts';
import type { EditedFile } from '../rules/editable.ts';

/** Folders of which frameworks take every file for a page, a route, a command or the like. */
const LOADED_WHOLE: ReadonlySet<string> = new Set(['pages', 'routes', 'functions', 'middleware', 'plugins', 'commands', 'events', 'migrations']);

/** What folders are called that hold what others share. */
const SHARED: ReadonlySet<string> = new Set(['lib', 'libs', 'utils', 'util', 'helpers', 'shared', 'common', 'services']);

/**
 * Where a module goes that these files of one package share: the folder that they have in common, in it the one for shared
 * code that they import from already. Never a folder whose files a framework loads by itself.
 */
export function moduleFolder(project: CodemodProject, top: string, users: readonly EditedFile[]): string {
  let folder = users.map(({ file }) => path.dirname(file)).reduce(common);
  const inside = path.relative(top, folder).split(path.sep);
  const loaded = inside.findIndex((name, i) => LOADED_WHOLE.has(name) || (name === 'api' && (i === 0 || inside[i - 1] === 'server')));
  if (loaded >= 0) folder = path.join(top, ...inside.slice(0, loaded));
  if (users.length === 1 && loaded < 0) return folder;
  return sharedFolder(project, folder, users) ?? folder;
}

function common(one: string, other: string): string {
  let folder = one;
  while (folder !== other && !other.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep)) folder = path.dirname(folder);
  return folder;
}

/** The folder for shared code, directly in another, that most of the files' imports lead to. */
function sharedFolder(project: CodemodProject, folder: string, users: readonly EditedFile[]): string | null {
  const counts = new Map<string, number>();
  for (const { file, program } of users) {
    for (const statement of program.body) {
      const target = statement.type === 'ImportDeclaration' ? project.resolve(statement.source.value, file) : null;
      const name = target === null ? '' : path.relative(folder, target).split(path.sep)[0] ?? '';
      if (SHARED.has(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  const [best] = [...counts].sort(([, a], [, b]) => b - a);
  return best === undefined ? null : path.join(folder, best[0]);
}
