import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Programs of the system that tests drive, with the Debian package of each. `.ci/run` installs them. */
const PACKAGES = JSON.parse(readFileSync('scripts/programs.json', 'utf8')) as Readonly<Record<string, string>>;

/** Ends a test that needs a program which is not there, and says what to install. */
export function needs(program: string): void {
  const { error } = spawnSync(program, ['--version'], { stdio: 'ignore' });
  if (error !== undefined) throw new Error(`This test drives ${program}, which is not installed. On Debian: apt-get install ${PACKAGES[program] ?? program}`);
}
