import path from 'node:path';

/** The linted file's absolute path; text from standard input counts as a file of the working directory. */
export function lintedFile(context: { readonly physicalFilename: string; readonly cwd: string }): string {
  return path.resolve(context.cwd, context.physicalFilename);
}
