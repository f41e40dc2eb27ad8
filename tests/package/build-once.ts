import { execFileSync } from 'node:child_process';
import { mkdirSync, rmdirSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const LOCK = path.join(os.tmpdir(), `plex-api-build-${Buffer.from(process.cwd()).toString('base64url').slice(-40)}`);
const STALE_MS = 120_000;

/**
 * Builds `dist` for a test that runs what is shipped. Test files run beside each other, so one builds at a time; a build
 * after which nothing has changed writes nothing, so it disturbs no test that runs already.
 */
export function buildOnce(): void {
  while (!lock()) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  try {
    execFileSync('npm', ['run', 'build', '--silent'], { stdio: ['ignore', 'inherit', 'inherit'] });
  } finally {
    rmdirSync(LOCK);
  }
}

function lock(): boolean {
  try {
    mkdirSync(LOCK);
    return true;
  } catch {
    // Left by a run that was killed.
    const age = Date.now() - (statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > STALE_MS) rmdirSync(LOCK);
    return false;
  }
}
