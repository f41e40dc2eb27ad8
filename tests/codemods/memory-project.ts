import { createCodemodProject } from '../../codemods/codemod-project.ts';
import { memoryLoader } from '../requests/memory-loader.ts';
import type { CodemodProject } from '../../codemods/codemod.ts';
import type { EditedFile } from '../../rules/editable.ts';
import type { Files } from '../requests/memory-loader.ts';

/** A project whose files stand in a record, all of which may be changed. The folder is `/app`. */
export function memoryProject(files: Files): CodemodProject {
  const loader = memoryLoader(files);
  return createCodemodProject({ root: '/app', whole: true, loader, textOf: (file) => files[file.replace('/app/', '')] ?? null, mayChange: () => true });
}

/** A file of it, which has to be there. */
export function fileOf(project: CodemodProject, name: string): EditedFile {
  const file = project.fileOf(`/app/${name}`);
  if (file === null) throw new Error(`${name} is missing, or does not parse.`);
  return file;
}
