// npm run bench [-- --files 400 --pairs 5 --preset strict --project FOLDER]: what a preset costs, as a ratio to ESLint with
// no rules over the same code, generated or a project's. The runs are child processes that take turns, so that a busy
// machine slows both; medians are compared. `again` is the next lint of a file in the same process, after an edit, as an
// editor asks for it. For generated code also: what the rules cost a file where there are 4 and 16 times as many.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { generateProject } from './generate-project.ts';

/** Milliseconds, and the number of findings. */
interface Measure {
  readonly wall: number;
  readonly cpu: number;
  readonly again: number;
  readonly findings: number;
}

interface Pair {
  readonly none: Measure;
  readonly rules: Measure;
}

const { values } = parseArgs({
  options: { files: { type: 'string', default: '400' }, pairs: { type: 'string', default: '5' }, preset: { type: 'string', default: 'strict' }, project: { type: 'string' } },
});
const pairs = Number(values.pairs);
const made = values.project === undefined ? mkdtempSync(path.join(os.tmpdir(), 'plex-api-bench-')) : null;
try {
  if (made === null) compare(values.project ?? '.', `${values.project ?? '.'}, ${String(pairs)} pairs, medians`);
  else benchGenerated(made, Number(values.files));
} finally {
  if (made !== null) rmSync(made, { recursive: true, force: true });
}

function benchGenerated(folder: string, files: number): void {
  const perFile = [1, 4, 16].map((times) => {
    const project = path.join(folder, String(times));
    const count = Math.round((files * times) / 16);
    const lines = generateProject(project, count);
    const measured = compare(project, `${String(count)} files, ${String(lines)} lines, one in ten with requests; ${String(pairs)} pairs, medians`);
    // the first file pays for the start: of the cost of the rules, what grows is compared
    return (medianOf(measured, ({ rules }) => rules.cpu) - medianOf(measured, ({ none }) => none.cpu)) / count;
  });
  console.log(`the rules cost a file ${perFile.map((cost) => cost.toFixed(2)).join(' / ')} ms of CPU at 1x / 4x / 16x`);
}

function compare(folder: string, title: string): readonly Pair[] {
  const measured = Array.from({ length: pairs }, (): Pair => ({ none: measure(folder, 'none'), rules: measure(folder, values.preset) }));
  console.log(title);
  for (const unit of ['wall', 'cpu', 'again'] as const) {
    const [none, rules] = [medianOf(measured, (pair) => pair.none[unit]), medianOf(measured, (pair) => pair.rules[unit])];
    console.log(`  ${unit.padEnd(5)} no rules ${none.toFixed(1)} ms, ${values.preset} ${rules.toFixed(1)} ms, ratio ${(rules / none).toFixed(3)}`);
  }
  console.log(`  findings: ${String(measured[0]?.rules.findings ?? 0)}`);
  return measured;
}

function measure(folder: string, preset: string): Measure {
  const script = fileURLToPath(new URL('./lint-once.js', import.meta.url));
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, folder, preset], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The measured run failed: ${stderr}`);
  return JSON.parse(stdout) as Measure;
}

function medianOf(measured: readonly Pair[], of: (pair: Pair) => number): number {
  return measured.map(of).sort((a, b) => a - b)[Math.floor(measured.length / 2)] ?? Number.NaN;
}
