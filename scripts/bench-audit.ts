// npm run bench-audit [-- --files 10000 --runs 1]: what `plex-lint audit` takes for generated files, one in twenty with
// requests, beside merely reading them, and beside ESLint with no rules and the parser for TypeScript. The same for a quarter
// and a sixteenth of them: how the cost of a file grows with their number. All are child processes that take turns, so that
// a busy machine slows all of them; medians are compared.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { generateProject } from './generate-project.ts';

/** Milliseconds, milliseconds of the processor, and MB at most. */
interface Measure {
  readonly wall: number;
  readonly cpu: number;
  readonly memory: number;
}

const { values } = parseArgs({ options: { files: { type: 'string', default: '10000' }, runs: { type: 'string', default: '1' } } });
const ONE_IN = 20;
const CLI = fileURLToPath(new URL('../audit/cli.js', import.meta.url));
const MEASURE = new URL('measure-process.js', import.meta.url).href;
const require = createRequire(import.meta.url);
const ESLINT = path.join(path.dirname(require.resolve('eslint/package.json')), 'bin/eslint.js');
const NO_RULES = `import parser from ${JSON.stringify(pathToFileURL(require.resolve('@typescript-eslint/parser')).href)};
export default [{ files: ['**/*.ts'], languageOptions: { parser }, linterOptions: { reportUnusedDisableDirectives: 'off' } }];
`;
const READ = `import { readdirSync, readFileSync } from 'node:fs';
for (const name of readdirSync('src')) readFileSync('src/' + name, 'utf8');
`;

const folder = mkdtempSync(path.join(os.tmpdir(), 'plex-api-bench-'));
try {
  const counts = [16, 4, 1].map((part) => Math.round(Number(values.files) / part));
  const costs = counts.map((count) => bench(count));
  // the first file pays for the start: of the cost, what grows is compared
  const further = costs.slice(1).map(({ cpu }, i) => (cpu - (costs[i]?.cpu ?? 0)) / ((counts[i + 1] ?? 0) - (counts[i] ?? 0)));
  console.log(`each further file costs the audit ${further.map((cost) => cost.toFixed(2)).join(' ms of CPU, then ')} ms: growth by a factor of ${((further.at(-1) ?? 0) / (further[0] ?? 1)).toFixed(2)}, linear is 1`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Prints what the ways take for so many files. Returns that of the audit. */
function bench(count: number): Measure {
  const project = path.join(folder, String(count));
  const lines = generateProject(project, count, ONE_IN);
  writeFileSync(path.join(folder, 'read.mjs'), READ);
  mkdirSync(path.join(folder, 'config'), { recursive: true });
  writeFileSync(path.join(folder, 'config/eslint.config.mjs'), NO_RULES);
  const ways = {
    read: [path.join(folder, 'read.mjs')],
    eslint: [ESLINT, '--config', path.join(folder, 'config/eslint.config.mjs'), 'src'],
    audit: [CLI, 'audit', '--no-config', '--format', 'json', '--output', path.join(folder, 'audit.json')],
  };
  const runs = Array.from({ length: Number(values.runs) }, () => ({ read: measure(project, ways.read), eslint: measure(project, ways.eslint), audit: measure(project, ways.audit) }));
  const medians = { read: medianOf(runs.map(({ read }) => read)), eslint: medianOf(runs.map(({ eslint }) => eslint)), audit: medianOf(runs.map(({ audit }) => audit)) };
  console.log(`${String(count)} files, ${String(lines)} lines, one in ${String(ONE_IN)} with requests; ${values.runs} runs, medians`);
  print('reading them', medians.read, medians.eslint);
  print('ESLint, no rules', medians.eslint, medians.eslint);
  print('plex-lint audit', medians.audit, medians.eslint);
  return medians.audit;
}

function print(name: string, { wall, cpu, memory }: Measure, eslint: Measure): void {
  const ratio = (own: number, of: number): string => `(${(own / of).toFixed(2)})`;
  console.log(`  ${name.padEnd(20)} wall ${wall.toFixed(0)} ms ${ratio(wall, eslint.wall)}, CPU ${cpu.toFixed(0)} ms ${ratio(cpu, eslint.cpu)}, at most ${memory.toFixed(0)} MB ${ratio(memory, eslint.memory)}`);
}

function measure(cwd: string, args: readonly string[]): Measure {
  const file = path.join(folder, 'measured.json');
  rmSync(file, { force: true });
  const { stderr, status } = spawnSync(process.execPath, ['--import', MEASURE, ...args], { cwd, encoding: 'utf8', env: { ...process.env, MEASURE_TO: file } });
  // 1: there are findings
  if (status !== 0 && status !== 1) throw new Error(`The measured run failed: ${stderr}`);
  return JSON.parse(readFileSync(file, 'utf8')) as Measure;
}

function medianOf(measured: readonly Measure[]): Measure {
  const middle = (of: (one: Measure) => number): number => measured.map(of).sort((a, b) => a - b)[Math.floor(measured.length / 2)] ?? Number.NaN;
  return { wall: middle(({ wall }) => wall), cpu: middle(({ cpu }) => cpu), memory: middle(({ memory }) => memory) };
}
