import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { isLeftover, removeLeftovers } from '../../codemods/write-files.ts';
import { writeProject } from '../modules/write-project.ts';
import { buildOnce } from '../package/build-once.ts';

const RUNS = 200;
/** At once: starting a process takes longer than what is tested. */
const BESIDE = 8;
const BEFORE = 'old\n'.repeat(3000);
const AFTER = 'new!\n'.repeat(3000);

beforeAll(buildOnce, 120_000);

/** Kills a process that writes files over and over, and returns how many files it was about to rename. */
async function killOne(root: string, number: number): Promise<number> {
  const files = Array.from({ length: 4 }, (_, i) => join(root, String(number), `d${String(i % 2)}`, `f${String(i)}.js`));
  for (const file of files) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, BEFORE);
  }
  const program = `import { writeFiles } from ${JSON.stringify(resolve('dist/codemods/write-files.js'))};
    const [files, before, after] = ${JSON.stringify([files, BEFORE, AFTER])};
    process.stdout.write('ready');
    for (let i = 0; ; i++) writeFiles(files.map((file) => (i % 2 ? { file, before: after, after: before } : { file, before, after })));`;
  writeFileSync(join(root, String(number), 'run.mjs'), program);
  const child = spawn(process.execPath, [join(root, String(number), 'run.mjs')], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((ready) => child.stdout.once('data', ready));
  await new Promise((soon) => setTimeout(soon, Math.random() * 15));
  const ended = new Promise((done) => child.once('close', done));
  child.kill('SIGKILL');
  await ended;

  for (const file of files) expect([BEFORE, AFTER]).toContain(readFileSync(file, 'utf8'));
  const folders = files.map((file) => dirname(file));
  const leftovers = [...new Set(folders)].flatMap((folder) => readdirSync(folder)).filter(isLeftover).length;
  removeLeftovers(folders);
  expect(folders.flatMap((folder) => readdirSync(folder)).filter(isLeftover)).toEqual([]);
  return leftovers;
}

describe('a run that is killed', () => {
  it('leaves each file old or new, and nothing that the next run does not remove', async () => {
    const root = writeProject({});
    let leftovers = 0;
    for (let first = 0; first < RUNS; first += BESIDE) {
      const counts = await Promise.all(Array.from({ length: BESIDE }, (_, i) => killOne(root, first + i)));
      leftovers += counts.reduce((sum, count) => sum + count, 0);
    }
    // else none was killed while it wrote
    expect(leftovers).toBeGreaterThan(0);
  }, 300_000);
});
