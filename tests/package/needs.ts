import { spawnSync } from 'node:child_process';

/** Programs of the system that tests drive, with the Debian package that has each. `.ci/run` installs them. */
const PACKAGES = {
  git: 'git',
  xmllint: 'libxml2-utils',
  'pre-commit': 'pre-commit',
} as const;

/** Ends a test that needs a program which is not there, and says what to install. */
export function needs(program: keyof typeof PACKAGES): void {
  const { error } = spawnSync(program, ['--version'], { stdio: 'ignore' });
  if (error !== undefined) throw new Error(`This test drives ${program}, which is not installed. On Debian: apt-get install ${PACKAGES[program]}`);
}
