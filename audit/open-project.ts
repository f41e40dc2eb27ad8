import { readFileSync, statSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { createModuleLoader } from '../modules/create-module-loader.ts';
import { findSourceFiles } from '../modules/find-source-files.ts';
import { findSyntaxError, parseFile } from '../modules/parse-file.ts';
import { requestsOf, setModuleLoader } from '../rules/engine.ts';
import { mayRequest } from '../rules/may-request.ts';
import { BUILT_IN_NAMES } from '../spec/built-in-names.ts';
import { readDescriptions } from '../spec/read-descriptions.ts';
import { CannotRun } from './cannot-run.ts';
import { readVersion } from './read-version.ts';
import { runPreset } from './run-preset.ts';
import { runProjectConfig } from './run-project-config.ts';
import type { SkipReason } from '../modules/skip-reason.ts';
import type { LeftOut, SkippedFile } from './audit-report.ts';
import type { Progress } from './show-progress.ts';
import type { ParsedFile } from '../modules/parse-file.ts';
import type { AuditArguments } from './read-arguments.ts';
import type { AuditedProject } from './run-audit.ts';

/** Finds the files to audit and readies what reads them. Throws `CannotRun` when there is nothing to audit. */
export function openProject(args: AuditArguments, cwd: string, progress: Progress): AuditedProject {
  const paths = (args.paths.length === 0 ? ['.'] : args.paths).map((path) => resolve(cwd, path));
  const missing = paths.findIndex((path) => statSync(path, { throwIfNoEntry: false }) === undefined);
  if (missing >= 0) throw new CannotRun(`There is no file or folder ${args.paths[missing] ?? '.'} (looked for ${paths[missing] ?? cwd}).`);

  const root = findRoot(paths, cwd);
  const found = findSourceFiles(paths, { root });
  const named = args.paths.length === 0 ? 'this folder' : args.paths.join(', ');
  const leftOut = countLeftOut(found.skipped);
  if (found.files.length === 0) throw new CannotRun(`There is no JavaScript or TypeScript to audit in ${named}.${explainLeftOut(leftOut)}`);

  const names = args.descriptions.map((name) => (BUILT_IN_NAMES.includes(name) ? name : resolve(cwd, name)));
  const descriptions = readDescriptions(args.descriptions.length === 0 ? undefined : { descriptions: args.descriptions }, cwd);
  const loader = createModuleLoader({ root, watch: false });
  setModuleLoader(loader);
  const parse = (file: string, text: string): ParsedFile => {
    const module = loader.load(file);
    return module === null ? parseFile(file, text) : { module };
  };
  const runRules = args.useConfig ? runProjectConfig : runPreset;
  const reading = progress.start('Reading', found.files.length);

  return {
    root,
    rootName: nameRoot(root, cwd),
    files: found.files,
    leftOut,
    warnings: found.problems,
    read: readText,
    parse(file, text) {
      const parsed = parse(file, text);
      return 'error' in parsed ? { file, ...parsed.error } : parsed.module;
    },
    findSyntaxError(file, text): SkippedFile | null {
      const error = findSyntaxError(file, text);
      return error === null ? null : { file, ...error };
    },
    requestsOf,
    hasClue: (text, file) => mayRequest(file, text, descriptions),
    descriptions,
    lint: (files) => runRules({ root, files, read: readText, parse, descriptions: names, onFile: progress.start('Checking', files.length) }),
    onFile: reading,
    version: readVersion(),
  };
}

/** What the report's files are relative to: the one folder named, else the working folder or the folder around all paths. */
function findRoot(paths: readonly string[], cwd: string): string {
  const [only] = paths;
  if (paths.length === 1 && only !== undefined && statSync(only).isDirectory()) return only;

  let root = cwd;
  while (!paths.every((path) => isInside(root, path)) && dirname(root) !== root) root = dirname(root);
  return root;
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function nameRoot(root: string, cwd: string): string {
  return relative(cwd, root).split(sep).join('/') || '.';
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function countLeftOut(skipped: readonly { readonly reason: SkipReason }[]): LeftOut[] {
  const counts = new Map<SkipReason, number>();
  for (const { reason } of skipped) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([reason, count]) => ({ reason, count }));
}

function explainLeftOut(leftOut: readonly LeftOut[]): string {
  if (leftOut.length === 0) return '';
  return ` Left out: ${leftOut.map(({ reason, count }) => `${reason} (${String(count)})`).join(', ')}.`;
}
