// npm run bench-audit [-- --files 10000 --runs 1]: what `plex-lint audit` takes for generated files, one in twenty with
// requests, beside merely reading them, and beside ESLint with no rules and the parser for TypeScript. The same for a quarter
// and a sixteenth of them: how the cost of a file grows with their number. Then the audit with its cache: the first, one after
// nothing has changed, and after one file has. All are child processes that take turns, so that a busy machine slows all of
// them; medians are compared, by the time of the processor.
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
const ESLINT_WAY = 'ESLint, no rules';
const AUDIT_WAY = 'plex-lint audit';
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
  const audit = [CLI, 'audit', '--no-config', '--format', 'json', '--output', path.join(folder, 'audit.json')];
  const cached = [...audit, '--cache', '--cache-location', path.join(folder, 'cache')];
  const change = (file: string): void => { appendFileSync(path.join(project, 'src', file), 'export const changed = 1;\n'); };
  const ways: Readonly<Record<string, () => Measure>> = {
    'reading them': () => measure(project, [path.join(folder, 'read.mjs')]),
    [ESLINT_WAY]: () => measure(project, [ESLINT, '--config', path.join(folder, 'config/eslint.config.mjs'), 'src']),
    [AUDIT_WAY]: () => measure(project, [...audit, '--no-cache']),
    'first with cache': () => {
      rmSync(path.join(folder, 'cache'), { recursive: true, force: true });
      return measure(project, cached);
    },
    'nothing changed': () => measure(project, cached),
    'a plain file changed': () => {
      change(`module${String(ONE_IN + 1)}.ts`);
      return measure(project, cached);
    },
    'requests changed': () => {
      change('module0.ts');
      return measure(project, cached);
    },
    'the client changed': () => {
      change('plexClient.ts');
      return measure(project, cached);
    },
  };
  const runs = Array.from({ length: Number(values.runs) }, () => Object.fromEntries(Object.entries(ways).map(([name, run]) => [name, run()])));
  const medians = new Map(Object.keys(ways).map((name) => [name, medianOf(runs.flatMap((run) => run[name] ?? []))]));
  const [eslint, plain] = [medians.get(ESLINT_WAY), medians.get(AUDIT_WAY)];
  if (eslint === undefined || plain === undefined) throw new Error('Nothing was measured.');
  console.log(`${String(count)} files, ${String(lines)} lines, one in ${String(ONE_IN)} with requests; ${values.runs} runs, medians`);
  console.log(`| ${['', 'wall', 'CPU', 'to ESLint', 'to the audit', 'memory'].join(' | ')} |\n|---|---|---|---|---|---|`);
  for (const [name, { wall, cpu, memory }] of medians) {
    console.log(`| ${[name, `${wall.toFixed(0)} ms`, `${cpu.toFixed(0)} ms`, (cpu / eslint.cpu).toFixed(3), (cpu / plain.cpu).toFixed(2), `${memory.toFixed(0)} MB`].join(' | ')} |`);
  }
  return plain;
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
