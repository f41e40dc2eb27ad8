import { isUtf8 } from 'node:buffer';
import { accessSync, constants, readFileSync, realpathSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, relative, resolve, sep } from 'node:path';
import { collectHere } from '../codemods/collect-here.ts';
import { canStartWorkers, collectInWorkers } from '../codemods/collect-in-workers.ts';
import { codemods } from '../codemods/index.ts';
import { isFlowFile } from '../codemods/is-flow-file.ts';
import { readGitState } from '../codemods/read-git-state.ts';
import { findSourceFiles } from '../modules/find-source-files.ts';
import { nearestName } from '../spec/nearest-name.ts';
import { CannotRun } from './cannot-run.ts';
import { findRoot, isInside } from './find-root.ts';
import { readAuditSettings } from './read-audit-settings.ts';
import { readLegacyIgnores } from './read-legacy-ignores.ts';
import { readLintConfigs } from './read-lint-ignores.ts';
import { readWrittenIgnores } from './read-written-ignores.ts';
import type { CodemodRunInput } from '../codemods/run-codemods.ts';
import type { GitState } from '../codemods/read-git-state.ts';
import type { CodemodArguments } from './read-codemod-arguments.ts';
import type { Progress } from './show-progress.ts';

/** What is needed to run codemods and to write what they make. */
export interface OpenedCodemods {
  readonly input: CodemodRunInput;
  /** The top of the project, absolute: that of the git work tree, else the folder around the working folder and all paths. No file above it is asked about. */
  readonly top: string;
  /** What could not be looked at, for the user. */
  readonly warnings: readonly string[];
}

/** Fewer files are read before threads have started. */
const WORTH_WORKERS = 120;
const FILES_PER_WORKER = 60;
const MOST_WORKERS = 8;
const PATIENCE_MS = 180_000;

/** Finds the files to change and those whose requests count, and readies what reads them. Throws `CannotRun`. */
export async function openCodemods(args: CodemodArguments, cwd: string, progress: Progress): Promise<OpenedCodemods> {
  const paths = (args.paths.length === 0 ? ['.'] : args.paths).map((path) => resolve(cwd, path));
  const missing = paths.findIndex((path) => statSync(path, { throwIfNoEntry: false }) === undefined);
  if (missing >= 0) throw new CannotRun(describeMissing(args, missing, paths[missing] ?? cwd));

  const git = readGitState(paths);
  if (args.write && !args.force) refuse(git, cwd);

  const root = findRoot(paths, cwd);
  const asked = findSourceFiles(paths, { root });
  if (asked.files.length === 0) throw new CannotRun(`There is no JavaScript or TypeScript to change in ${args.paths.length === 0 ? 'this folder' : args.paths.join(', ')}.`);
  const top = git.top ?? findRoot([...paths, cwd], cwd);
  // a wrapper is changed only if that suits all that go through it, wherever they are; without git nobody knows how far that is
  const others = git.top === null ? [] : findSourceFiles([git.top], { root: git.top }).files;
  const all = [...new Set([...asked.files, ...others])].sort();
  const config = args.useConfig ? await readLintConfigs(all, top) : { ignored: readWrittenIgnores(all, top), settings: new Map<string, object>(), problems: [] };

  const legacy = readLegacyIgnores(all, top);
  const given = readAuditSettings(args, cwd);
  const isAsked = new Set(asked.files);
  const named = paths.map((path) => realpathSync(path));
  const read = keepTexts();
  const collect: CodemodRunInput['collect'] = (input, files, sources) => {
    const onFile = progress.start('Reading', files.length);
    const count = args.workers ?? Math.min(availableParallelism(), MOST_WORKERS, Math.floor(files.length / FILES_PER_WORKER));
    const isWorth = args.workers === null ? files.length >= WORTH_WORKERS : args.workers > 0;
    if (isWorth && canStartWorkers()) return collectInWorkers(input, files, { count, patience: PATIENCE_MS, onFile });
    return Promise.resolve(collectHere(files, sources, (file) => input.overlay.get(file) ?? read(file), onFile));
  };
  return {
    input: {
      root: cwd,
      top,
      settings: { common: given, byFile: joinSettings(config.settings, given) },
      files: all,
      isAsked: (file) => isAsked.has(file),
      whyLeft: (file, text) => (config.ignored.has(file) || legacy.has(file) ? 'ESLint ignores it.' : whyLeft(file, text, named)),
      read,
      collect,
    },
    top,
    warnings: [...asked.problems, ...config.problems],
  };
}

/** Throws where what is to be written could not be undone. */
export function refuse({ dirty, outside }: GitState, cwd: string): void {
  const names = (files: readonly string[]): string => files.slice(0, 5).map((file) => relative(cwd, file).split(sep).join('/') || '.').join(', ') + (files.length > 5 ? `, and ${String(files.length - 5)} more` : '');
  if (outside.length > 0) throw new CannotRun(`Not in a git work tree, so the changes could not be undone: ${names(outside)}. Give --force to write even so.`);
  if (dirty.length > 0) throw new CannotRun(`git has uncommitted changes: ${names(dirty)}. Commit or stash them first, or give --force to write even so.`);
}

function describeMissing({ paths }: CodemodArguments, index: number, path: string): string {
  const name = paths[index] ?? '.';
  const near = nearestName(name, codemods.map((codemod) => codemod.name));
  return `There is no file, folder or codemod ${name}${near === null ? ` (looked for ${path})` : ''}.${near === null ? '' : ` Did you mean ${near}?`}`;
}

function whyLeft(file: string, text: string, named: readonly string[]): string | null {
  const real = realpathSync(file);
  if (!named.some((path) => isInside(path, real))) return 'A link leads to it, out of the paths that are named.';
  if (isFlowFile(file, text)) return 'It is written in Flow, which is not read.';
  if (text.includes('\uFFFD') && !isUtf8(readFileSync(file))) return 'It is not in UTF-8, and other text would be lost.';
  return isReadOnly(real) ? 'It is read-only.' : null;
}

/** By its mode as well: whoever may write everything is told so by nothing else. */
function isReadOnly(file: string): boolean {
  if ((statSync(file).mode & 0o222) === 0) return true;
  try {
    accessSync(file, constants.W_OK);
    accessSync(dirname(file), constants.W_OK);
    return false;
  } catch {
    return true;
  }
}

/** Reads files. What is asked for twice is kept: the first time, each file is only looked at for signs of requests. */
function keepTexts(): (file: string) => string | null {
  const seen = new Set<string>();
  const kept = new Map<string, string | null>();
  return (file) => {
    const known = kept.get(file);
    if (known !== undefined) return known;
    const text = readText(file);
    if (seen.has(file)) kept.set(file, text);
    seen.add(file);
    return text;
  };
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/** One object for equal settings, without what no other thread could be sent. */
function joinSettings(byFile: ReadonlyMap<string, object>, given: object): ReadonlyMap<string, unknown> {
  const known = new Map<string, unknown>();
  return new Map([...byFile].map(([file, own]) => {
    const text = JSON.stringify({ ...own, ...given });
    const same = known.get(text) ?? (JSON.parse(text) as unknown);
    known.set(text, same);
    return [file, same];
  }));
}
