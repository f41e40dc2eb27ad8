import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildOnce } from '../package/build-once.ts';
import { writeProject } from '../modules/write-project.ts';

const JSCODESHIFT = resolve('node_modules/jscodeshift/bin/jscodeshift.js');

function run(root: string, ...args: readonly string[]): string {
  return transform(root, 'add-timeout', ...args);
}

function transform(root: string, codemod: string, ...args: readonly string[]): string {
  return execFileSync(process.execPath, [JSCODESHIFT, '--no-babel', '--cpus=1', '-t', resolve(`dist/codemods/${codemod}.js`), ...args, '.'], { cwd: root, encoding: 'utf8' });
}

const HUBS = '`${plexUrl}/hubs`';
const RUNNER = /a\.js:\d+: add-[\w-]+: left as it is\. The change reaches other files\. Run plex-lint codemod/;

describe('the plain jscodeshift command', () => {
  beforeAll(buildOnce, 120_000);

  it('runs a shipped transform on the file at hand, with its options', () => {
    const root = writeProject({ 'a.ts': "const r = await fetch(`${plexUrl}/hubs`);\n", 'b.ts': 'const a: number = 1;\n' });
    const said = run(root, '--extensions=ts', '--parser=ts', '--timeout=5000');
    expect(said).toMatch(/1 unmodified|1 skipped/);
    expect(readFileSync(join(root, 'a.ts'), 'utf8')).toBe("const r = await fetch(`${plexUrl}/hubs`, { signal: AbortSignal.timeout(5000) });\n");
  });

  it('says what it leaves, and why', () => {
    const root = writeProject({ 'a.js': "const plex = require('request');\nplex.get(`${plexUrl}/hubs`, done);\nfetch(...[`${plexUrl}/hubs`]);\n" });
    expect(run(root)).toMatch(/a\.js:\d+: add-timeout: left as it is\. The call leaves no place for an option/);
  });

  it.each([
    ['replace-retired', 'await fetch(`${plexUrl}/library/sections`);\n', 'await fetch(`${plexUrl}/library/sections/all`);\n', null],
    ['move-token-to-header', 'await fetch(`${plexUrl}/hubs?X-Plex-Token=${token}`);\n', "await fetch(`${plexUrl}/hubs`, { headers: { 'X-Plex-Token': token } });\n", null],
    ['add-plex-headers', `const hubs = await (await fetch(${HUBS})).json();\n`, `const hubs = await (await fetch(${HUBS}, { headers: { Accept: 'application/json' } })).json();\n`, /X-Plex-Token is missing/],
    ['add-status-check', `const hubs = await (await fetch(${HUBS})).json();\n`, null, RUNNER],
    ['add-pagination', 'const answer = await fetch(`${plexUrl}/library/sections/1/all`);\nif (!answer.ok) throw new Error(answer.statusText);\nconst { MediaContainer } = await answer.json();\nfor (const film of MediaContainer.Metadata) show(film.title);\n', null, RUNNER],
    ['add-timeout', `await fetch(${HUBS});\n`, `await fetch(${HUBS}, { signal: AbortSignal.timeout(30_000) });\n`, null],
    ['add-retry', `await fetch(${HUBS});\n`, null, RUNNER],
  ])('runs %s, and says what needs the runner', (codemod, text, expected, said) => {
    const root = writeProject({ 'a.js': text, 'package.json': { name: 'shelf', type: 'module' } });
    const printed = transform(root, codemod);
    expect(readFileSync(join(root, 'a.js'), 'utf8')).toBe(expected ?? text);
    expect(printed).toMatch(said ?? / errors/);
    if (said === null) expect(printed).not.toContain('left as it is');
    if (expected === null) return;
    transform(root, codemod);
    expect(readFileSync(join(root, 'a.js'), 'utf8')).toBe(expected);
  });

  it('leaves Flow alone, and says so', () => {
    const root = writeProject({ 'a.js': `// @flow\nconst r: Response = await fetch(${HUBS});\n` });
    expect(run(root)).toMatch(/a\.js: add-timeout: left as it is\. It is written in Flow/);
  });

  it('counts a file that does not parse as an error', () => {
    const root = writeProject({ 'a.js': 'const plex = (;\n' });
    expect(run(root)).toMatch(/1 errors/);
  });
});
