import path from 'node:path';
import { nearest, packageOf } from './module-kind.ts';
import type { CodemodProject } from './codemod.ts';
import type { EditedFile } from '../rules/editable.ts';

/**
 * How a file names another one in an import: by the alias that it uses for files above it (`@/lib/errors`), else
 * relative, with the extension that its other imports write.
 */
export function importSpecifier(project: CodemodProject, from: EditedFile, to: string): string {
  const relative = toSlashes(path.relative(path.dirname(from.file), to));
  if (!relative.startsWith('../')) return withExtension(project, from, `./${relative}`);
  const aliases = aliasesOf(project, from).filter(({ folder }) => !toSlashes(path.relative(folder, to)).startsWith('../'));
  const [alias] = aliases;
  const usesMore = aliases.length > writtenSpecifiers(from).filter((specifier) => specifier.startsWith('../')).length;
  if (alias === undefined || !usesMore) return withExtension(project, from, relative);
  return alias.prefix + withExtension(project, from, toSlashes(path.relative(alias.folder, to)));
}

function withExtension(project: CodemodProject, from: EditedFile, name: string): string {
  const style = extensionStyle(project, from);
  if (style === 'source') return name;
  if (style === 'output' || /\.[cm][jt]s$/.test(name)) return name.replace(/\.([cm]?)tsx?$/, '.$1js');
  return name.replace(/\.(?:[jt]sx?)$/, '');
}

/** What imports of a file that are not relative stand for, one for each: `@/lib/auth` is /app/lib/auth.ts, so `@/` is /app. */
function aliasesOf(project: CodemodProject, from: EditedFile): readonly { readonly prefix: string; readonly folder: string }[] {
  return writtenSpecifiers(from).filter((specifier) => !specifier.startsWith('.')).flatMap((specifier) => {
    const file = project.resolve(specifier, from.file);
    if (file === null || project.fileOf(file) === null) return [];
    const wanted = specifier.replace(EXTENSION, '').split('/');
    const found = toSlashes(file).replace(EXTENSION, '').replace(/\/index$/, '').split('/');
    let same = 0;
    while (same < wanted.length - 1 && wanted.at(-1 - same) === found.at(-1 - same)) same++;
    // a workspace's package is no alias of this one's files
    return same === 0 || wanted.length - same > 1 ? [] : [{ prefix: `${wanted.slice(0, -same).join('/')}/`, folder: found.slice(0, -same).join('/') || '/' }];
  });
}

const EXTENSION = /\.[cm]?[jt]sx?$/;

function toSlashes(name: string): string {
  return name.split(path.sep).join('/');
}

function writtenSpecifiers({ text }: EditedFile): readonly string[] {
  return [...text.matchAll(/(?:from|import|require\()\s*(['"])([^'"\n]+)\1/g)].map(([, , specifier = '']) => specifier);
}

/** `output`: the name of the file that runs (`.js` for TypeScript). `source`: the file's own. `none`: no extension. */
function extensionStyle(project: CodemodProject, from: EditedFile): 'output' | 'source' | 'none' {
  const written = writtenSpecifiers(from).filter((specifier) => /^(?:\.{1,2}|[@~])?\//.test(specifier));
  const code = written.filter((specifier) => !/\.(?:json|css|scss|vue|svelte|astro|d\.[cm]?ts)$/.test(specifier));
  if (code.some((specifier) => /\.[cm]?tsx?$/.test(specifier))) return 'source';
  if (code.length > 0) return code.some((specifier) => /\.[cm]?jsx?$/.test(specifier)) ? 'output' : 'none';
  if (/\.[cm]?jsx?$/.test(from.file)) return packageOf(project, from.file)?.type === 'module' || from.file.endsWith('.mjs') ? 'output' : 'none';
  const config = nearest(project, from.file, 'tsconfig.json')?.text ?? '';
  return /"module(?:Resolution)?"\s*:\s*"node(?:16|18|20|next)"/i.test(config) ? 'output' : 'none';
}
