import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../../audit/run-command.ts';
import { writeProject } from '../modules/write-project.ts';
import { commit, git, repository, textOf } from './repository.ts';
import type { CodemodReport } from '../../audit/codemod-report.ts';

const PLAIN = 'export const hubs = () => fetch(`${plexUrl}/hubs`);\n';
const DONE = 'export const hubs = () => fetch(`${plexUrl}/hubs`, { signal: AbortSignal.timeout(30_000) });\n';

async function plex(root: string, ...args: readonly string[]) {
  let stdout = '';
  let stderr = '';
  const status = await runCommand(['codemod', 'add-timeout', ...args], { cwd: root, env: {}, stdout: { write: (text) => (stdout += text) }, stderr: { write: (text) => (stderr += text) } });
  return { status, stdout, stderr };
}

describe('plex-lint codemod', () => {
  it('shows what it would change as a diff that git applies, and writes nothing', async () => {
    const root = repository({ 'a.js': PLAIN, 'b.js': 'export const b = 1;\n' });
    const { status, stdout } = await plex(root);
    expect(status).toBe(0);
    expect(stdout).toContain('add-timeout: 1 request to change in 1 file, 0 left.');
    expect(textOf(root, 'a.js')).toBe(PLAIN);
    expect(spawnSync('git', ['apply'], { cwd: root, input: stdout }).status).toBe(0);
    expect(textOf(root, 'a.js')).toBe(DONE);
  });

  it('writes, and has nothing to do the second time', async () => {
    const root = repository({ 'src/a.js': PLAIN, 'package.json': { devDependencies: { prettier: '3' } } });
    expect(await plex(root, '--write')).toMatchObject({ status: 0, stdout: expect.stringContaining('To format what was changed: npx prettier --write src/a.js') as string });
    expect(textOf(root, 'src/a.js')).toBe(DONE);
    commit(root);
    expect(await plex(root, '--write')).toMatchObject({ status: 0, stdout: 'add-timeout: 0 requests changed in 0 files, 0 left.\n', stderr: '' });
    expect(git(root, 'status', '--porcelain')).toBe('');
  });

  it('does not write over uncommitted changes of the paths unless it is forced to, before anything is parsed', async () => {
    const root = repository({ 'a/a.js': PLAIN, 'b/b.js': PLAIN });
    writeFileSync(join(root, 'b/b.js'), 'const plex = (');
    expect(await plex(root, '--write')).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('git has uncommitted changes: b/b.js.') as string });
    expect(textOf(root, 'a/a.js')).toBe(PLAIN);
    expect((await plex(root, '--write', 'a')).status).toBe(0);
    expect(textOf(root, 'a/a.js')).toBe(DONE);
    expect((await plex(root, '--write', '--force')).status).toBe(1);
  });

  it('does not write where nothing could be undone, unless it is forced to', async () => {
    const root = writeProject({ 'a.js': PLAIN });
    expect(await plex(root, '--write')).toMatchObject({ status: 2, stderr: expect.stringContaining('Not in a git work tree') as string });
    expect((await plex(root, '--write', '--force')).status).toBe(0);
    expect(textOf(root, 'a.js')).toBe(DONE);
  });

  it('exits with 1 when something is to change and --check asks', async () => {
    const root = repository({ 'a.js': PLAIN });
    expect((await plex(root, '--check')).status).toBe(1);
    writeFileSync(join(root, 'a.js'), DONE);
    expect((await plex(root, '--check')).status).toBe(0);
  });

  it('goes on after a file that fails, leaves Flow alone, and reports both', async () => {
    const root = repository({ 'a.js': PLAIN, 'bad.js': 'const plex = (;\n', 'flow.js': `/* @flow strict */\n${PLAIN}` });
    expect((await plex(root, '--write', '--report', '../report.json')).status).toBe(1);
    const report = JSON.parse(readFileSync(join(root, '../report.json'), 'utf8')) as CodemodReport;
    const schema = JSON.parse(readFileSync('audit/report/codemod-report.schema.json', 'utf8')) as object;
    const validate = new Ajv2020({ allowUnionTypes: true }).compile(schema);
    validate(report);
    expect(validate.errors).toBeNull();
    expect(report.files.map(({ file, status }) => `${file} ${status}`)).toEqual(['a.js changed', 'bad.js failed', 'flow.js left']);
    expect(report.changes.map(({ status, file, line }) => ({ status, file, line }))).toContainEqual({ status: 'changed', file: 'a.js', line: 1 });
    expect(textOf(root, 'a.js')).toBe(DONE);
    expect(textOf(root, 'flow.js')).toContain(PLAIN);
  });

  it('keeps line ends, mode, byte order mark and links', async () => {
    const root = repository({ 'crlf.js': `\uFEFF// hubs\r\n${PLAIN.replace('\n', '\r\n')}`, 'bin.js': `#!/usr/bin/env node\n${PLAIN}`, 'real/target.js': PLAIN });
    chmodSync(join(root, 'bin.js'), 0o755);
    const link = join(dirname(root), `${root.split('/').at(-1) ?? ''}-link.js`);
    symlinkSync(join(root, 'real/target.js'), link);
    await plex(root, '--write', '--force', '.', link);
    expect(textOf(root, 'crlf.js')).toBe(`\uFEFF// hubs\r\n${DONE.replace('\n', '\r\n')}`);
    expect(statSync(join(root, 'bin.js')).mode & 0o777).toBe(0o755);
    expect(textOf(root, 'real/target.js')).toBe(DONE);
    expect(readFileSync(link, 'utf8')).toBe(DONE);
  });

  it('needs a terminal to ask on', async () => {
    expect(await plex(repository({ 'a.js': PLAIN }), '--interactive')).toMatchObject({ status: 2, stderr: expect.stringContaining('there is none') as string });
  });

  it('leaves what git and ESLint ignore, and what is not in UTF-8', async () => {
    const root = repository({ '.gitignore': 'out.js\n', 'out.js': PLAIN, 'legacy/old.js': PLAIN, 'eslint.config.mjs': "export default [{ ignores: ['legacy/'] }];\n" });
    writeFileSync(join(root, 'latin.js'), Buffer.concat([Buffer.from(PLAIN), Buffer.from([0x2f, 0x2f, 0xe9, 0x0a])]));
    const { stdout } = await plex(root);
    expect(stdout).toContain('0 requests to change');
    expect(stdout).toMatch(/latin\.js {2}It is not in UTF-8/);
    expect(stdout).toMatch(/legacy\/old\.js {2}ESLint ignores it/);
    writeFileSync(join(root, 'eslint.config.mjs'), "const old = ['legacy/'];\nexport default [{ ignores: old }];\n");
    expect((await plex(root)).stdout).toContain('1 request to change in 1 file');
    expect((await plex(root, '--use-config')).stdout).toContain('0 requests to change');
  });
});
