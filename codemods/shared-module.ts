import path from 'node:path';
import { parseFile } from '../modules/parse-file.ts';
import { moduleFolder } from './module-folder.ts';
import { moduleKind, nearest, packageOf } from './module-kind.ts';
import { readStyle } from './read-style.ts';
import type { CodemodOption, CodemodProject } from './codemod.ts';
import type { EditedFile } from '../rules/editable.ts';
import type { Style } from './read-style.ts';

/** A module of the project that edits of several files import from, whether it is there already or not. */
export interface SharedModule {
  /** Absolute. */
  readonly file: string;
  readonly language: 'ts' | 'js';
  /** Whether it gives and takes names by `export` and `import`, or by `module.exports` and `require`. */
  readonly kind: 'import' | 'require';
  /** What stands in it; null when it has yet to be written. */
  readonly existing: EditedFile | null;
  /** How it is written, or is to be: like the first file that uses it. */
  readonly style: Style;
}

/** What a codemod wants to share. */
export interface SharedModuleNeeds {
  /** The file that an option names, relative to the project's root; undefined when it names none. */
  readonly given?: string | undefined;
  /** The name of the file where none is given, without its ending: `with-retry`. */
  readonly name: string;
  /** The files that will import it. */
  readonly users: readonly EditedFile[];
  /** Other files that may have imported it when the codemod ran before. */
  readonly others?: readonly string[];
}

const ENDINGS = ['.ts', '.js', '.mjs', '.cjs', '.mts', '.cts', '.tsx', '.jsx'];

/** The option of a codemod that names its shared module. */
export function moduleOption(description: string): CodemodOption {
  return {
    type: 'string', value: 'FILE', description,
    check: (value) => (ENDINGS.includes(path.extname(String(value))) ? null : `Write the name of a JavaScript or TypeScript file, such as src/name${ENDINGS[0] ?? ''}.`),
  };
}

/**
 * The module that each of the files shares with the others: the one given, or one for each package and language, in the
 * folder that the files have in common, or wherever it was made before. A text instead where there can be none: the
 * reason, and what to do.
 */
export function shareModule(project: CodemodProject, needs: SharedModuleNeeds): (user: EditedFile) => SharedModule | string {
  const made = new Map<string, SharedModule>();
  const hasTypeScript = new Set(needs.users.filter(({ file }) => isTypeScript(file)).map(({ file }) => packageFolder(project, file)));
  const groupOf = (user: EditedFile): string => {
    const folder = packageFolder(project, user.file);
    return `${folder}\n${needs.given ?? languageFor(project, user, hasTypeScript.has(folder))}`;
  };
  return (user) => {
    const folder = packageFolder(project, user.file);
    const given = needs.given === undefined ? null : path.resolve(project.root, needs.given);
    if (given !== null && packageFolder(project, given) !== folder) {
      return `${path.relative(project.root, given)} belongs to another package. Name a module of this one, and give its paths only.`;
    }
    const key = groupOf(user);
    let module = made.get(key);
    if (module === undefined) {
      const users = needs.users.filter((other) => groupOf(other) === key);
      module = given === null
        ? placeModule(project, needs, users.length === 0 ? [user] : users, languageFor(project, user, hasTypeScript.has(folder)))
        : describeModule(project, given, users.length === 0 ? [user] : users);
      made.set(key, module);
    }
    return module;
  };
}

/** The one that is there, from the common folder upwards or beside other files; else a new one in the common folder. */
function placeModule(project: CodemodProject, { name, others = [] }: SharedModuleNeeds, users: readonly EditedFile[], language: SharedModule['language']): SharedModule {
  const top = packageFolder(project, users[0]?.file ?? project.root);
  const folder = moduleFolder(project, top, users);
  const near = others.filter((file) => packageFolder(project, file) === top).map((file) => path.dirname(file));
  const folders = [...new Set([folder, ...near].flatMap((from) => upwards(from, top)))];
  const endings = ENDINGS.filter((ending) => isTypeScript(ending) === (language === 'ts'));
  for (const candidate of folders) {
    const there = endings.map((ending) => path.join(candidate, name + ending)).find((file) => project.textOf(file) !== null);
    if (there !== undefined) return describeModule(project, there, users);
  }
  return describeModule(project, path.join(folder, name + endingFor(project, users, language)), users);
}

function describeModule(project: CodemodProject, file: string, users: readonly EditedFile[]): SharedModule {
  const text = project.textOf(file);
  const parsed = text === null ? null : parseFile(file, text);
  const existing = parsed !== null && 'module' in parsed ? parsed.module : null;
  const [first] = users;
  const model = existing === null || existing.program.body.length === 0 ? first : existing;
  if (model === undefined) throw new Error('A module is shared by the files that use it.');
  return {
    file,
    language: isTypeScript(file) ? 'ts' : 'js',
    kind: existing === null || existing.program.body.length === 0 ? kindFor(project, file, users) : moduleKind(project, existing),
    existing,
    style: readStyle(model),
  };
}

function kindFor(project: CodemodProject, file: string, users: readonly EditedFile[]): SharedModule['kind'] {
  if (isTypeScript(file) || file.endsWith('.mjs')) return 'import';
  if (file.endsWith('.cjs')) return 'require';
  if (packageOf(project, file)?.type === 'module') return 'import';
  return users.every((user) => moduleKind(project, user) === 'import') ? 'import' : 'require';
}

/** CommonJS can be imported from both kinds of modules. */
function endingFor(project: CodemodProject, users: readonly EditedFile[], language: SharedModule['language']): string {
  if (language === 'ts') return ['.mts', '.cts'].find((ending) => users.every(({ file }) => file.endsWith(ending))) ?? '.ts';
  const isModule = users.some(({ file }) => packageOf(project, file)?.type === 'module');
  if (users.some((user) => moduleKind(project, user) === 'require')) return isModule ? '.cjs' : '.js';
  return !isModule && users.some(({ file }) => file.endsWith('.mjs')) ? '.mjs' : '.js';
}

/** TypeScript where the file is, and where it is built together with TypeScript: Node alone cannot run what it imports so. */
function languageFor(project: CodemodProject, user: EditedFile, hasTypeScript: boolean): SharedModule['language'] {
  if (isTypeScript(user.file)) return 'ts';
  if (/\.[cm]js$/.test(user.file)) return 'js';
  if (/\.jsx?$/.test(user.file)) return hasTypeScript && importsWithoutEnding(user) ? 'ts' : 'js';
  return nearest(project, user.file, 'tsconfig.json') === null ? 'js' : 'ts';
}

function importsWithoutEnding({ program }: EditedFile): boolean {
  return program.body.some((statement) => statement.type === 'ImportDeclaration' && /^(?:\.|@\/|~\/)[^.]*(?:\/[^.]*)*$/.test(statement.source.value.replace(/^(?:\.{1,2}\/)+/, './')));
}

function isTypeScript(file: string): boolean {
  return /\.[cm]?tsx?$/.test(file);
}

function upwards(from: string, top: string): readonly string[] {
  const folders = [from];
  for (let folder = from; folder !== top && folder !== path.dirname(folder);) folders.push((folder = path.dirname(folder)));
  return folders;
}

function packageFolder(project: CodemodProject, file: string): string {
  const found = nearest(project, file, 'package.json');
  return found === null ? project.root : path.dirname(found.file);
}
