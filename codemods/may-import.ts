import { findRuntime, runsInOnePlace } from './find-runtime.ts';
import { moduleKind } from './module-kind.ts';
import type { CodemodProject } from './codemod.ts';
import type { EditedFile } from '../rules/editable.ts';

/** More modules than this are not looked at on the way to another one. */
const MAX_MODULES = 3000;

/**
 * Why a file must not be made to import another one of the project; null: it may. What runs in a browser must not come to
 * need what runs in Node, and modules that require each other have nothing of each other yet when they are loaded.
 */
export function whyNotImport(project: CodemodProject, file: EditedFile, other: string): string | null {
  const source = project.fileOf(other);
  if (file.file === other) return null;
  if (source === null) return 'it is in a file that may not be changed';
  if (moduleKind(project, file) === 'require' && reaches(project, source, file.file)) return 'the two modules would require each other';
  const [here, there] = [findRuntime(project, file), findRuntime(project, source)];
  const isSame = here === null && there === null ? runsInOnePlace(project, file) : here === there;
  return isSame || reaches(project, file, other) ? null : 'it is not certain that both files run in the same place';
}

/** Whether a module imports another one, by itself or through others. */
function reaches(project: CodemodProject, from: EditedFile, to: string): boolean {
  const seen = new Set([from.file]);
  const left = [from];
  for (let module = left.pop(); module !== undefined && seen.size < MAX_MODULES; module = left.pop()) {
    for (const specifier of importsOf(module)) {
      const file = project.resolve(specifier, module.file);
      if (file === to) return true;
      if (file === null || seen.has(file)) continue;
      seen.add(file);
      const next = project.fileOf(file);
      if (next !== null) left.push(next);
    }
  }
  return false;
}

/** What a module imports, exports from others, or requires; types left out. */
function importsOf({ program, text }: EditedFile): readonly string[] {
  const imported = program.body.flatMap((statement) => {
    if (statement.type === 'ImportDeclaration') return statement.importKind === 'type' ? [] : [statement.source.value];
    const isFrom = (statement.type === 'ExportNamedDeclaration' && statement.exportKind !== 'type') || statement.type === 'ExportAllDeclaration';
    return isFrom && statement.source !== null ? [statement.source.value] : [];
  });
  return [...imported, ...[...text.matchAll(/\brequire\((['"])([^'"]+)\1\)/g)].map(([, , name = '']) => name)];
}
