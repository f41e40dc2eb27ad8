// Runs everything CI runs, goes on after a failure, and ends with one line of counts: `312 passed, 0 failed`.
// A step that fails (build, lint …) counts as one failure. In plain JavaScript, because it runs before the build.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const STEPS = ['build', 'typecheck', 'lint', 'knip', 'test:unit'];

let counts = { passed: 0, failed: 0, skipped: 0 };
const failedSteps = [];

const programs = Object.entries(JSON.parse(readFileSync(new URL('programs.json', import.meta.url), 'utf8')));
const missing = programs.filter(([program]) => spawnSync(program, ['--version'], { stdio: 'ignore' }).error !== undefined);
for (const [program, debian] of missing) console.log(`MISSING ${program}: the tests that drive it will fail. On Debian: apt-get install ${debian}`);

for (const step of STEPS) {
  const started = performance.now();
  const isTests = step === 'test:unit';
  const run = spawnSync('npm', ['run', '--silent', step], {
    stdio: ['ignore', isTests ? 'pipe' : 'inherit', 'inherit'],
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, FORCE_COLOR: process.env.FORCE_COLOR ?? (process.stdout.isTTY ? '1' : '0') },
  });
  if (isTests) {
    process.stdout.write(run.stdout);
    const last = /(\d+) passed, (\d+) failed(?:, (\d+) skipped)?\s*$/.exec(run.stdout);
    counts = { passed: Number(last?.[1] ?? 0), failed: Number(last?.[2] ?? 0), skipped: Number(last?.[3] ?? 0) };
  }
  const ok = run.status === 0;
  console.log(`${ok ? 'ok    ' : 'FAILED'} npm run ${step} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  if (!ok) failedSteps.push(step);
}

// A failing test already counts; a step that fails otherwise counts once.
const more = failedSteps.filter((step) => step !== 'test:unit' || counts.failed === 0).length;
if (failedSteps.length > 0) console.log(`Failed: ${failedSteps.map((step) => `npm run ${step}`).join(', ')}`);
console.log(`${counts.passed} passed, ${counts.failed + more} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}`);
process.exitCode = failedSteps.length > 0 ? 1 : 0;
