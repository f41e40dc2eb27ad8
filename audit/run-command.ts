import { runAuditCommand } from './audit-command.ts';
import { describeFailure } from './describe-failure.ts';
import { HELP } from './help.ts';
import { readArguments } from './read-arguments.ts';
import { readVersion } from './read-version.ts';
import { showProgress } from './show-progress.ts';
import type { AuditArguments } from './read-arguments.ts';
import type { ProgressStream } from './show-progress.ts';

/** 0: nothing to report. 1: findings. 2: the audit, or its rules, could not run. */
export type ExitStatus = 0 | 1 | 2;

export interface Surroundings {
  /** The folder the command was started in, absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where answers come from; absent: nobody is there to answer. */
  readonly stdin?: NodeJS.ReadStream;
  /** The day, as 2027-01-31. Default: what the clock says. */
  readonly today?: string;
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

async function audit(args: AuditArguments, surroundings: Surroundings): Promise<ExitStatus> {
  const progress = showProgress(surroundings.stderr);
  try {
    return await runAuditCommand(args, surroundings, progress);
  } catch (error) {
    progress.clear();
    surroundings.stderr.write(`plex-lint: ${describeFailure(error)}\n`);
    return 2;
  }
}
