import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildOnce } from '../package/build-once.ts';
import { writeProject } from '../modules/write-project.ts';

const JSCODESHIFT = resolve('node_modules/jscodeshift/bin/jscodeshift.js');

function run(root: string, ...args: readonly string[]): string {
  return execFileSync(process.execPath, [JSCODESHIFT, '--no-babel', '--cpus=1', '-t', resolve('dist/codemods/add-timeout.js'), ...args, '.'], { cwd: root, encoding: 'utf8' });
}

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

  it('counts a file that does not parse as an error', () => {
    const root = writeProject({ 'a.js': 'const plex = (;\n' });
    expect(run(root)).toMatch(/1 errors/);
  });
});
