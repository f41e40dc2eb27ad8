// npm run bench-places [-- --pairs 5]: start-up and time to the first finding in each place, as a ratio to the same place
// without the plugin. One file, from the start of the program; both take turns, and the medians are compared.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startLanguageServer } from './language-server.ts';

const FILE = `import { ask } from './ask.js';\nexport const items = () => ask('/library/sectoins/all');\n`;
const WRAPPER = `export async function ask(path) {
  const response = await fetch(process.env.PLEX_URL + path, { headers: { Accept: 'application/json', 'X-Plex-Token': '' } });
  if (!response.ok) throw new Error('No.');
  return response.json();
}
`;
const CONFIGS = {
  without: 'export default [];\n',
  with: `import plexApi from 'eslint-plugin-plex-api';\nexport default [plexApi.configs.recommended];\n`,
};
const OXLINT = {
  without: '{ "categories": { "correctness": "off" }, "rules": { "eqeqeq": "error" } }',
  with: '{ "categories": { "correctness": "off" }, "extends": ["./node_modules/eslint-plugin-plex-api/oxlint/recommended.json"] }',
};
type Side = keyof typeof CONFIGS;

const { values } = parseArgs({ options: { pairs: { type: 'string', default: '5' } } });
const folders = { without: createFolder('without'), with: createFolder('with') };
const PLACES: Readonly<Record<string, (folder: string) => number | Promise<number>>> = {
  'ESLint 10': (folder) => run(folder, 'eslint/bin/eslint.js', 'src/items.js'),
  'ESLint 9.39': (folder) => run(folder, 'eslint9/bin/eslint.js', 'src/items.js'),
  'ESLint 10 --cache, nothing changed': (folder) => run(folder, 'eslint/bin/eslint.js', '--cache', 'src'),
  oxlint: (folder) => run(folder, 'oxlint/bin/oxlint', 'src/items.js'),
  'language server, first diagnostics': diagnose,
};

try {
  for (const [place, measure] of Object.entries(PLACES)) {
    const times: Record<Side, number[]> = { without: [], with: [] };
    for (let pair = 0; pair < Number(values.pairs); pair += 1) {
      for (const side of ['without', 'with'] as const) times[side].push(await measure(folders[side]));
    }
    const [without, withPlugin] = [median(times.without), median(times.with)];
    console.log(`${place.padEnd(36)} without ${without.toFixed(0)} ms, with ${withPlugin.toFixed(0)} ms, ratio ${(withPlugin / without).toFixed(2)}`);
  }
} finally {
  for (const folder of Object.values(folders)) rmSync(folder, { recursive: true, force: true });
}

function createFolder(side: Side): string {
  const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), `plex-api-bench-${side}-`)));
  mkdirSync(path.join(folder, 'src'));
  mkdirSync(path.join(folder, 'node_modules'));
  symlinkSync(path.resolve('.'), path.join(folder, 'node_modules/eslint-plugin-plex-api'), 'junction');
  symlinkSync(path.resolve('node_modules/eslint'), path.join(folder, 'node_modules/eslint'), 'junction');
  const files = { 'package.json': '{ "type": "module" }', 'eslint.config.js': CONFIGS[side], '.oxlintrc.json': OXLINT[side], 'src/items.js': FILE, 'src/ask.js': WRAPPER };
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  return folder;
}

function run(folder: string, script: string, ...args: readonly string[]): number {
  const start = performance.now();
  const { stdout, status } = spawnSync(process.execPath, [path.resolve('node_modules', script), ...args], { cwd: folder, encoding: 'utf8' });
  const time = performance.now() - start;
  check(folder, stdout.includes('no-unknown-endpoint'), `${script} ended with ${String(status)}: ${stdout}`);
  return time;
}

async function diagnose(folder: string): Promise<number> {
  const start = performance.now();
  const server = await startLanguageServer(folder);
  server.open('src/items.js', FILE);
  const found = await server.pull('src/items.js');
  const time = performance.now() - start;
  check(folder, found.length > 0, 'The language server shows nothing.');
  await server.stop();
  return time;
}

/** The time of a run that failed, or found something else, would mean nothing. */
function check(folder: string, found: boolean, message: string): void {
  if (found !== (folder === folders.with)) throw new Error(message);
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
