// npm run bench-codemods [-- --files 400 --pairs 5 --project FOLDER]: what `plex-lint codemod add-timeout` takes, as a ratio to
// a jscodeshift transform that parses and prints each file, run by jscodeshift's own runner over the same files. Both only
// look. The runs take turns, so that a busy machine slows both; medians are compared.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { generateProject } from './generate-project.ts';

const { values } = parseArgs({ options: { files: { type: 'string', default: '400' }, pairs: { type: 'string', default: '5' }, project: { type: 'string' } } });
const CLI = fileURLToPath(new URL('../audit/cli.js', import.meta.url));
const JSCODESHIFT = path.join(path.dirname(createRequire(import.meta.url).resolve('jscodeshift/package.json')), 'bin/jscodeshift.js');

const folder = mkdtempSync(path.join(os.tmpdir(), 'plex-api-bench-'));
try {
  const transform = path.join(folder, 'parse-and-print.cjs');
  // a change in every file, or recast would hand the text back as it is
  writeFileSync(transform, "module.exports = ({ source }, { jscodeshift }) => { const root = jscodeshift(source); root.get().node.program.body.push(jscodeshift.emptyStatement()); return root.toSource(); };\n");
  const project = values.project ?? path.join(folder, 'project');
  if (values.project === undefined) generateProject(project, Number(values.files));
  const times = Array.from({ length: Number(values.pairs) }, () => ({
    ours: measure([CLI, 'codemod', 'add-timeout', '--no-config', project]),
    theirs: measure([JSCODESHIFT, '-t', transform, '--dry', '--silent', '--no-babel', '--parser=tsx', '--extensions=ts,tsx,js,jsx,mjs,cjs', '--ignore-pattern=**/node_modules/**', project]),
  }));
  const [ours, theirs] = [median(times.map((pair) => pair.ours)), median(times.map((pair) => pair.theirs))];
  console.log(`${values.project ?? `${values.files} files, one in ten with requests`}; ${values.pairs} pairs, medians of wall time`);
  console.log(`  jscodeshift, parse and print ${theirs.toFixed(0)} ms, plex-lint codemod ${ours.toFixed(0)} ms, ratio ${(ours / theirs).toFixed(3)}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** In milliseconds. */
function measure(args: readonly string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`The measured run failed: ${stderr}`);
  return performance.now() - start;
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}
