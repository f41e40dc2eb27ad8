import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildOnce } from './build-once.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'plex-api-settings-'));

beforeAll(() => {
  buildOnce();
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(path.join(folder, 'plain.js'), 'export const a = 1;\n');
}, 120_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe.each(['eslint', 'eslint9'])('a mistake in the settings, under %s', (eslint) => {
  it('ends the run with one line that names the right key, and no stack', () => {
    const { status, stdout, stderr } = lint(eslint, "{ description: ['plex-tv'] }");
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain("settings['plex-api'] has no key 'description'. Did you mean 'descriptions'?");
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('names a description that does not exist', () => {
    const { status, stderr } = lint(eslint, "{ descriptions: ['./missing.yaml'] }");
    expect(status).toBe(2);
    expect(stderr).toContain('missing.yaml');
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

function lint(eslint: string, settings: string): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  const plugin = pathToFileURL(path.resolve('dist/rules/index.js')).href;
  writeFileSync(
    path.join(folder, 'eslint.config.js'),
    `import plexApi from '${plugin}';\nexport default [plexApi.configs.recommended, { settings: { 'plex-api': ${settings} } }];\n`,
  );
  return spawnSync(process.execPath, [path.resolve('node_modules', eslint, 'bin/eslint.js'), 'plain.js'], { cwd: folder, encoding: 'utf8' });
}
