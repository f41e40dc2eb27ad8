import { statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { createModuleLoader } from '../modules/create-module-loader.ts';
import { findSourceFiles } from '../modules/find-source-files.ts';
import { findSyntaxError, parseFile } from '../modules/parse-file.ts';
import { createDiskRecord } from '../modules/record-disk.ts';
import { knowModule, loadFile, loggedIn, requestsOf, resolveImport, setModuleLoader, textOfFile } from '../rules/engine.ts';
import { repeatFaults } from '../rules/is-reported-there.ts';
import { hasClue } from '../rules/make-clue.ts';
import { isPlain, mayRequest } from '../rules/may-request.ts';
import { readSettings } from '../rules/read-settings.ts';
import { CannotRun } from './cannot-run.ts';
import { findRoot } from './find-root.ts';
import { readAuditSettings } from './read-audit-settings.ts';
import { readProjectConfig } from './read-project-config.ts';
import { readText } from './read-text.ts';
import { readVersion } from './read-version.ts';
import { runPreset } from './run-preset.ts';
import { runProjectConfig } from './run-project-config.ts';
import type { SkipReason } from '../modules/skip-reason.ts';
import type { LeftOut, SkippedFile } from './audit-report.ts';
import type { ReadSettings } from '../rules/read-settings.ts';
import type { Progress } from './show-progress.ts';
import type { ParsedFile } from '../modules/parse-file.ts';
import type { AuditArguments } from './read-arguments.ts';
import type { ReadConfig } from './read-config.ts';
import type { AuditedProject } from './run-audit.ts';

/** What is audited: the paths, and the folder that files are named from. Both absolute. */
export interface AuditedPaths {
  readonly paths: readonly string[];
  readonly root: string;
}

/** The paths that the command line names. Throws `CannotRun` for one that is not there. */
export function findAuditedPaths(args: Pick<AuditArguments, 'paths' | 'root'>, cwd: string): AuditedPaths {
  const paths = (args.paths.length === 0 ? ['.'] : args.paths).map((path) => resolve(cwd, path));
  const missing = paths.findIndex((path) => statSync(path, { throwIfNoEntry: false }) === undefined);
  if (missing >= 0) throw new CannotRun(`There is no file or folder ${args.paths[missing] ?? '.'} (looked for ${paths[missing] ?? cwd}).`);
  if (args.root === null) return { paths, root: findRoot(paths, cwd) };

  const root = resolve(cwd, args.root);
  if (statSync(root, { throwIfNoEntry: false })?.isDirectory() !== true) throw new CannotRun(`There is no folder ${args.root} to name files from (looked for ${root}).`);
  return { paths, root };
}

/** Finds the files to audit and readies what reads them. Throws `CannotRun` when there is nothing to audit. */
export async function openProject(args: AuditArguments, { paths, root }: AuditedPaths, own: ReadConfig | null, cwd: string, progress: Progress): Promise<AuditedProject> {
  const found = findSourceFiles(paths, { root });
  const named = args.paths.length === 0 ? 'this folder' : args.paths.join(', ');
  const leftOut = countLeftOut(found.skipped);
  if (found.files.length === 0) throw new CannotRun(`There is no JavaScript or TypeScript to audit in ${named}.${explainLeftOut(leftOut)}`);

  const given = readAuditSettings(args, cwd, own);
  const config = args.useConfig ? await readProjectConfig(root, found.files) : null;
  const settings = openSettings(config === null || typeof config === 'string' ? () => given : (file) => ({ ...toObject(config.settingsOf(file)), ...given }), root);
  const descriptions = [...new Set(found.files.flatMap((file) => settings.of(file).descriptions))];

  const record = createDiskRecord();
  setModuleLoader((packages) => createModuleLoader({ root, packages, watch: false, record }));
  const parse = (file: string, text: string): ParsedFile => {
    const module = loadFile(file, settings.of(file).engine);
    return module === null ? parseFile(file, text) : { module };
  };
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
      if ('error' in parsed) return { file, ...parsed.error };
      knowModule(parsed.module, settings.of(file).engine);
      return parsed.module;
    },
    findSyntaxError(file, text): SkippedFile | null {
      const error = findSyntaxError(file, text);
      return error === null ? null : { file, ...error };
    },
    resolve: (specifier, file) => resolveImport(specifier, file, settings.of(file).engine),
    textOf: (file) => textOfFile(file, settings.of(file).engine),
    loggedIn: (module) => loggedIn(module, settings.of(module.file).engine),
    requestsOf: (module) => requestsOf(module, settings.of(module.file).engine),
    // a folder that is named after an API holds what sends to it, whatever the words inside
    hasClue: (text, file) => mayRequest(file, text, settings.of(file)) || hasClue(relative(root, file), settings.of(file).descriptions),
    isPlain: (text, file) => isPlain(text, settings.of(file)) && !hasClue(relative(root, file), settings.of(file).descriptions),
    descriptions,
    descriptionsOf: (file) => settings.of(file).descriptions,
    settings: given,
    lint(files) {
      const request = { root, files, read: readText, parse, settingsOf: settings.written, onFile: progress.start('Checking', files.length) };
      return repeatFaults(() => (config === null ? runPreset(request) : runProjectConfig(request, config)));
    },
    onFile: reading,
    seen: record.facts,
    version: readVersion(),
  };
}

interface SettingsByFile {
  readonly of: (file: string) => ReadSettings;
  /** As a configuration has them. */
  readonly written: (file: string) => unknown;
}

/** Reads each distinct set of settings once. */
function openSettings(written: (file: string) => unknown, root: string): SettingsByFile {
  const known = new Map<string, ReadSettings>();
  return {
    written,
    of(file) {
      const value = written(file);
      const key = JSON.stringify(value);
      let read = known.get(key);
      if (read === undefined) known.set(key, (read = readSettings(value, root)));
      return read;
    },
  };
}

function toObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}

function nameRoot(root: string, cwd: string): string {
  return relative(cwd, root).split(sep).join('/') || '.';
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
