import { join, resolve } from 'node:path';
import { CannotRun } from './cannot-run.ts';
import { describeFailure } from './describe-failure.ts';
import { explainLine } from './explain-line.ts';
import { HELP } from './help.ts';
import { openProject } from './open-project.ts';
import { readArguments } from './read-arguments.ts';
import { readVersion } from './read-version.ts';
import { textExplanation } from './report/explanation.ts';
import { printReport } from './report/formats.ts';
import { jsonReport } from './report/json.ts';
import { runAudit } from './run-audit.ts';
import { showProgress } from './show-progress.ts';
import { whyNotWritable, writeOutput } from './write-output.ts';
import type { AuditReport } from './audit-report.ts';
import type { ExplainedLine } from './explain-line.ts';
import type { AuditArguments } from './read-arguments.ts';
import type { AuditedProject } from './run-audit.ts';
import type { ProgressStream } from './show-progress.ts';

/** 0: nothing to report. 1: findings. 2: the audit, or its rules, could not run. */
export type ExitStatus = 0 | 1 | 2;

export interface Surroundings {
  /** The folder the command was started in, absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where answers come from; absent: nobody is there to answer. */
  readonly stdin?: NodeJS.ReadStream;
  /** Where data goes. */
  readonly stdout: ProgressStream;
  /** Where talk goes. */
  readonly stderr: ProgressStream;
}

/** Does what the command line asks for, and says how it went. */
export async function runCommand(args: readonly string[], surroundings: Surroundings): Promise<ExitStatus> {
  const { stdout, stderr } = surroundings;
  const [first, ...rest] = args;
  if (first === 'codemod') {
    const { runCodemodCommand } = await import('./run-codemod-command.ts');
    return runCodemodCommand(rest, surroundings);
  }
  const command = readArguments(args);
  switch (command.kind) {
    case 'help':
      stdout.write(HELP[command.of]);
      return 0;
    case 'version':
      stdout.write(`${readVersion()}\n`);
      return 0;
    case 'mistake':
      stderr.write(`plex-lint: ${command.message}\n\n${HELP[command.of].split('\n\n')[0] ?? ''}\n`);
      return 2;
    case 'audit':
      return audit(command.arguments, surroundings);
  }
}

async function audit(args: AuditArguments, { cwd, env, stdout, stderr }: Surroundings): Promise<ExitStatus> {
  const progress = showProgress(stderr);
  try {
    for (const { option, file } of filesOf(args)) {
      const problem = whyNotWritable(option, file, cwd);
      if (problem !== null) throw new CannotRun(problem);
    }

    const project = await openProject(args, cwd, progress);
    if (args.explain !== null) {
      const explanation = explainLine(project, locateLine(args.explain, project, cwd));
      progress.clear();
      put(args.format === 'json' ? jsonReport(explanation) : textExplanation(explanation), args, cwd, stdout);
      return 0;
    }
    const { report, warnings } = await runAudit(project);
    progress.clear();
    for (const warning of warnings) stderr.write(`plex-lint: ${warning}\n`);

    const read = (file: string): string | null => project.read(join(project.root, file));
    const colour = args.output === null && stdout.isTTY === true && !env.NO_COLOR;
    // all are printed before the first is written: a failure leaves the old ones, and not some of each
    const written = args.reports.map(({ format, file }) => ({ file, text: printReport(report, format, { colour: false, read }) }));
    put(printReport(report, args.format, { colour, read }), args, cwd, stdout);
    for (const { file, text } of written) writeOutput(file, cwd, text);
    return statusOf(report);
  } catch (error) {
    progress.clear();
    stderr.write(`plex-lint: ${describeFailure(error)}\n`);
    return 2;
  }
}

function put(text: string, { output }: AuditArguments, cwd: string, stdout: ProgressStream): void {
  if (output === null) stdout.write(text);
  else writeOutput(output, cwd, text);
}

/** The files that are asked for, with the option that names each. */
function filesOf({ output, reports }: AuditArguments): readonly { readonly option: string; readonly file: string }[] {
  return [...(output === null ? [] : [{ option: '--output', file: output }]), ...reports.map(({ file }) => ({ option: '--report', file }))];
}

/** The line to explain, in a file of the project. */
function locateLine({ file, line }: NonNullable<AuditArguments['explain']>, { files, read }: AuditedProject, cwd: string): ExplainedLine {
  const absolute = resolve(cwd, file);
  const text = read(absolute);
  if (text === null) throw new CannotRun(`There is no file ${file} to explain a line of (looked for ${absolute}).`);
  if (!files.includes(absolute)) throw new CannotRun(`${file} is none of the files that are audited: name it, or the folder it is in, beside --explain. Tests, bundles and what git ignores are left out unless they are named.`);
  const lines = text.split('\n').length;
  if (line > lines) throw new CannotRun(`${file} has no line ${String(line)}: it ends with line ${String(lines)}.`);
  return { file: absolute, line };
}

function statusOf({ findings, findingsMissing }: AuditReport): ExitStatus {
  if (findingsMissing !== null) return 2;
  return findings.length > 0 ? 1 : 0;
}
