// npm run bench [-- --files 400 --pairs 5]: what `strict` costs, as a ratio to ESLint with no rules over the same generated
// code. Both are child processes that take turns, so that a busy machine slows both; the medians are compared.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { generateProject } from './generate-project.ts';

interface Measure {
  readonly wall: number;
  readonly cpu: number;
  readonly findings: number;
}

const { values } = parseArgs({ options: { files: { type: 'string', default: '400' }, pairs: { type: 'string', default: '5' } } });
const folder = mkdtempSync(path.join(os.tmpdir(), 'plex-api-bench-'));
try {
  const lines = generateProject(folder, Number(values.files));
  const measures: Record<'none' | 'strict', Measure[]> = { none: [], strict: [] };
  for (let pair = 0; pair < Number(values.pairs); pair += 1) {
    measures.none.push(measure('none'));
    measures.strict.push(measure('strict'));
  }
  console.log(`${values.files} files, ${String(lines)} lines, one in ten with requests; ${values.pairs} pairs, medians`);
  for (const unit of ['wall', 'cpu'] as const) {
    const [none, strict] = [median(measures.none.map((one) => one[unit])), median(measures.strict.map((one) => one[unit]))];
    console.log(`${unit.padEnd(4)}  no rules ${none.toFixed(0)} ms, strict ${strict.toFixed(0)} ms, ratio ${(strict / none).toFixed(3)}`);
  }
  console.log(`findings: ${String(measures.strict[0]?.findings ?? 0)}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function measure(preset: 'none' | 'strict'): Measure {
  const script = fileURLToPath(new URL('./lint-once.js', import.meta.url));
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, folder, preset], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The measured run failed: ${stderr}`);
  return JSON.parse(stdout) as Measure;
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
