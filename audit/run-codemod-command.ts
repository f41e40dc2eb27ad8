import { spawnSync } from 'node:child_process';
import { dirname, relative, resolve, sep } from 'node:path';
import { readGitState } from '../codemods/read-git-state.ts';
import { runCodemods } from '../codemods/run-codemods.ts';
import { findUnwritable, removeLeftovers, writeFiles } from '../codemods/write-files.ts';
import { askAboutChanges, checkTerminal } from './ask-about-changes.ts';
import { CannotRun } from './cannot-run.ts';
import { CODEMOD_USAGE, printCodemodHelp } from './codemod-help.ts';
import { makeCodemodReport } from './codemod-report.ts';
import { describeFailure } from './describe-failure.ts';
import { findFormatter, findPackageManager } from './find-formatter.ts';
import { isInside } from './find-root.ts';
import { openCodemods, refuse } from './open-codemods.ts';
import { readCodemodArguments } from './read-codemod-arguments.ts';
import { readVersion } from './read-version.ts';
import { printDiff } from './report/codemod-diff.ts';
import { codemodSummary } from './report/codemod-summary.ts';
import { printableJson } from './report/printable.ts';
import { showProgress } from './show-progress.ts';
import { whyNotWritable, writeOutput } from './write-output.ts';
import type { CodemodRun } from '../codemods/run-codemods.ts';
import type { UnwrittenFile, WrittenFile } from '../codemods/write-files.ts';
import type { OpenedCodemods } from './open-codemods.ts';
import type { PackageManager } from './find-formatter.ts';
import type { CodemodArguments } from './read-codemod-arguments.ts';
import type { ExitStatus, Surroundings } from './run-command.ts';

/** `plex-lint codemod`: shows what codemods would change, or changes it, and says how it went. */
export async function runCodemodCommand(args: readonly string[], surroundings: Surroundings): Promise<ExitStatus> {
  const { stdout, stderr } = surroundings;
  const command = readCodemodArguments(args);
  switch (command.kind) {
    case 'help':
      stdout.write(printCodemodHelp(command.of));
      return 0;
    case 'mistake':
      stderr.write(`plex-lint: ${command.message}\n\n${CODEMOD_USAGE}\n`);
      return 2;
    case 'run':
      return run(command.arguments, surroundings);
  }
}

async function run(args: CodemodArguments, surroundings: Surroundings): Promise<ExitStatus> {
  const { cwd, env, stdin, stdout, stderr } = surroundings;
  const progress = showProgress(stderr);
  const colour = stdout.isTTY === true && !env.NO_COLOR;
  const nameOf = (file: string): string => relative(cwd, file).split(sep).join('/');
  const warn = (text: string): unknown => stderr.write(`plex-lint: ${text}\n`);
  try {
    const problem = args.report === null ? null : whyNotWritable('--report', args.report, cwd);
    if (problem !== null) throw new CannotRun(problem);
    if (args.interactive) checkTerminal(stdin, stdout);

    const opened = await openCodemods(args, cwd, progress);
    const questions = args.interactive && stdin !== undefined ? askAboutChanges(stdin, stdout, { colour, nameOf }) : null;
    const input = questions === null ? opened.input : { ...opened.input, choose: (...about: Parameters<typeof questions.choose>) => (progress.clear(), questions.choose(...about)) };
    const result = await runCodemods(input, args.chosen).finally(() => questions?.close());
    progress.clear();
    for (const warning of opened.warnings) warn(warning);

    const files = filesToWrite(result, opened);
    if (!args.write) for (const file of files) stdout.write(printDiff(file, { colour, nameOf }));
    const unwritten = args.write ? write(files, opened, args, cwd) : [];
    const report = makeCodemodReport({ cwd, version: readVersion(), codemods: args.chosen.map(({ codemod }) => codemod.name), written: args.write, run: result, files, unwritten });
    stdout.write(`${args.write || files.length === 0 ? '' : '\n'}${codemodSummary(report, colour)}`);
    if (args.report !== null) writeOutput(args.report, cwd, `${printableJson(report)}\n`);
    if (!args.write && !args.check && files.length > 0) stdout.write('Nothing is written yet. Add --write to change the files, or --interactive to choose.\n');
    const isInstalled = args.write ? finish(files, result, opened, args, surroundings) : true;
    if (report.summary.files.failed > 0 || report.summary.requests.failed > 0 || result.outcomes.some(({ status }) => status === 'failed') || !isInstalled) return 1;
    return args.check && files.length > 0 ? 1 : 0;
  } catch (error) {
    progress.clear();
    warn(describeFailure(error));
    return 2;
  }
}

/** With the byte order marks that the files have. */
function filesToWrite({ texts }: CodemodRun, { input }: OpenedCodemods): readonly WrittenFile[] {
  return [...texts].map(([file, text]): WrittenFile => {
    const before = input.read(file);
    return { file, before, after: before?.startsWith('\uFEFF') === true ? `\uFEFF${text}` : text };
  }).filter(({ before, after }) => before !== after).sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** Throws `CannotRun`, with nothing written, where a file is not as it was read, or could not be had back from git. */
function write(files: readonly WrittenFile[], { input }: OpenedCodemods, { paths, force }: CodemodArguments, cwd: string): readonly UnwrittenFile[] {
  const named = (paths.length === 0 ? ['.'] : paths).map((path) => resolve(cwd, path));
  const others = files.filter(({ file, before }) => before !== null && !named.some((path) => isInside(path, file))).map(({ file }) => file);
  if (!force && others.length > 0) refuse(readGitState(others), cwd);
  const [unwritable] = findUnwritable(files);
  if (unwritable !== undefined) throw new CannotRun(`Nothing is written, for ${relative(cwd, unwritable.file)} cannot be: ${unwritable.message}`);

  removeLeftovers([...input.files.filter((file) => input.isAsked(file)), ...files.map(({ file }) => file)].map((file) => dirname(file)));
  return writeFiles(files);
}

/** Says, or does, what is to be done after the files are written. False: it failed. */
function finish(files: readonly WrittenFile[], { packages }: CodemodRun, { top }: OpenedCodemods, { install: isToInstall }: CodemodArguments, { cwd, env, stdout, stderr }: Surroundings): boolean {
  const sources = files.map(({ file }) => file).filter((file) => !file.endsWith('.json'));
  const formatter = findFormatter(sources, top, cwd);
  if (formatter !== null) stdout.write(`To format what was changed: ${formatter}\n`);
  for (const { name } of packages.filter(({ file }) => file === null)) stderr.write(`plex-lint: There is no package.json to name ${name} in: install it by hand.\n`);

  let isDone = true;
  const folders = new Map(packages.flatMap(({ file }) => (file === null ? [] : [findPackageManager(dirname(file), top)])).map((manager) => [manager.folder, manager]));
  const names = [...new Set(packages.filter(({ file }) => file !== null).map(({ name }) => name))].join(', ');
  for (const { name, folder } of folders.values()) {
    if (!isToInstall) {
      const way = relative(cwd, folder).split(sep).join('/');
      stdout.write(`To install ${names}: ${way === '' ? '' : `cd ${way} && `}${name} install\n`);
      continue;
    }
    stderr.write(`plex-lint: ${name} install, in ${relative(cwd, folder) || '.'}\n`);
    const problem = install(name, folder, env);
    if (problem === null) continue;
    isDone = false;
    stderr.write(`plex-lint: ${name} install failed: ${problem}. The files are changed; install ${names} by hand.\n`);
  }
  return isDone;
}

/** What went wrong; null: nothing. In CI, pnpm and yarn keep to a lock file that is out of date now unless they are told otherwise. */
function install(name: PackageManager['name'], folder: string, env: Surroundings['env']): string | null {
  const args = name === 'pnpm' ? ['install', '--no-frozen-lockfile'] : ['install'];
  const { status, signal, error } = spawnSync(name, args, { cwd: folder, env: { ...env, YARN_ENABLE_IMMUTABLE_INSTALLS: 'false' }, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (status === 0) return null;
  return error?.message ?? (status === null ? `it was ended by ${String(signal)}` : `its exit status is ${String(status)}`);
}
