import path from 'node:path';
import { nearest, packageOf } from './module-kind.ts';
import type { CodemodProject } from './codemod.ts';
import type { EditedFile } from '../rules/editable.ts';

/** How a file names another one in an import: relative, with the extension that its other imports write. */
export function importSpecifier(project: CodemodProject, from: EditedFile, to: string): string {
  const relative = path.relative(path.dirname(from.file), to).split(path.sep).join('/');
  const rooted = relative.startsWith('../') ? relative : `./${relative}`;
  const style = extensionStyle(project, from);
  if (style === 'source') return rooted;
  if (style === 'output' || /\.[cm][jt]s$/.test(rooted)) return rooted.replace(/\.([cm]?)tsx?$/, '.$1js');
  return rooted.replace(/\.(?:[jt]sx?)$/, '');
}

/** `output`: the name of the file that runs (`.js` for TypeScript). `source`: the file's own. `none`: no extension. */
function extensionStyle(project: CodemodProject, from: EditedFile): 'output' | 'source' | 'none' {
  const written = [...from.text.matchAll(/(?:from|import|require\()\s*(['"])((?:\.{1,2}|[@~])?\/[^'"]+)\1/g)].map(([, , specifier = '']) => specifier);
  const code = written.filter((specifier) => !/\.(?:json|css|scss|vue|svelte|astro|d\.[cm]?ts)$/.test(specifier));
  if (code.some((specifier) => /\.[cm]?tsx?$/.test(specifier))) return 'source';
  if (code.length > 0) return code.some((specifier) => /\.[cm]?jsx?$/.test(specifier)) ? 'output' : 'none';
  if (/\.[cm]?jsx?$/.test(from.file)) return packageOf(project, from.file)?.type === 'module' || from.file.endsWith('.mjs') ? 'output' : 'none';
  const config = nearest(project, from.file, 'tsconfig.json')?.text ?? '';
  return /"module(?:Resolution)?"\s*:\s*"node(?:16|18|20|next)"/i.test(config) ? 'output' : 'none';
}
