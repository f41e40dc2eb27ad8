import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { runCommand } from '../../audit/run-command.ts';
import { writeProject } from '../modules/write-project.ts';
import { buildOnce } from '../package/build-once.ts';
import type { AddressInfo } from 'node:net';

const SOURCE = "import axios from 'axios';\n\nexport const hubs = () => axios.get(`${plexUrl}/hubs`);\n";
const ARGS = ['codemod', 'add-retry', '--write', '--force'];

/** Puts programs on the path which note their folder and arguments, and end with `status`. */
function withPrograms(root: string, status: number): Readonly<Record<string, string>> {
  mkdirSync(join(root, 'bin'));
  for (const name of ['npm', 'pnpm', 'yarn', 'bun']) {
    writeFileSync(join(root, 'bin', name), `#!/bin/sh\necho "${name} $* in $PWD" >> ${join(root, 'calls')}\nexit ${String(status)}\n`);
    chmodSync(join(root, 'bin', name), 0o755);
  }
  return { PATH: join(root, 'bin') };
}

async function run(root: string, env: Readonly<Record<string, string>>, ...args: readonly string[]) {
  let stdout = '';
  let stderr = '';
  const status = await runCommand([...ARGS, ...args], { cwd: root, env, stdout: { write: (text) => (stdout += text) }, stderr: { write: (text) => (stderr += text) } });
  const calls = existsSync(join(root, 'calls')) ? readFileSync(join(root, 'calls'), 'utf8').trim().replaceAll(realpathSync(root), '/app').split('\n') : [];
  return { status, stdout, stderr, calls };
}

describe('plex-lint codemod --install', () => {
  const app = { 'package.json': { dependencies: { axios: '1' } }, 'api.js': SOURCE };

  it.each([
    ['npm', { 'package-lock.json': '{}' }, 'npm install in /app'],
    ['pnpm, lock file or not in CI', { 'pnpm-lock.yaml': '' }, 'pnpm install --no-frozen-lockfile in /app'],
    ['yarn', { 'yarn.lock': '' }, 'yarn install in /app'],
    ['bun', { 'bun.lock': '' }, 'bun install in /app'],
    ['npm, where nothing names another', {}, 'npm install in /app'],
    ['what package.json names', { 'package.json': { packageManager: 'yarn@4.9.1', dependencies: { axios: '1' } }, 'package-lock.json': '{}' }, 'yarn install in /app'],
  ])('runs %s', async (_, files, call) => {
    const root = writeProject({ ...app, ...files });
    const { status, calls, stderr } = await run(root, withPrograms(root, 0), '--install');
    expect({ status, calls }).toEqual({ status: 0, calls: [call] });
    expect(stderr).toMatch(/^plex-lint: \w+ install, in \.\n/);
  });

  it('runs once at the top of the workspaces, and once in each package of its own', async () => {
    const part = { dependencies: { axios: '1' } };
    const root = writeProject({ 'package.json': { workspaces: ['a', 'b'] }, 'yarn.lock': '', 'a/package.json': part, 'a/api.js': SOURCE, 'b/package.json': part, 'b/api.js': SOURCE });
    expect((await run(root, withPrograms(root, 0), '--install')).calls).toEqual(['yarn install in /app']);
    const other = writeProject({ 'a/package.json': part, 'a/yarn.lock': '', 'a/api.js': SOURCE, 'b/package.json': part, 'b/package-lock.json': '{}', 'b/api.js': SOURCE });
    expect((await run(other, withPrograms(other, 0), '--install')).calls.sort()).toEqual(['npm install in /app/b', 'yarn install in /app/a']);
  });

  it('runs nothing where package.json has got nothing, or nobody asked for it', async () => {
    const root = writeProject(app);
    const env = withPrograms(root, 0);
    expect(await run(root, env)).toMatchObject({ status: 0, calls: [], stdout: expect.stringContaining('To install axios-retry: npm install') as string });
    expect(await run(root, env, '--install')).toMatchObject({ status: 0, calls: [] });
  });

  it('says so and exits with 1 when it fails; the files stay changed', async () => {
    const root = writeProject(app);
    expect(await run(root, withPrograms(root, 7), '--install')).toMatchObject({ status: 1, stderr: expect.stringContaining('plex-lint: npm install failed: its exit status is 7. The files are changed; install axios-retry by hand.') as string });
    expect(readFileSync(join(root, 'package.json'), 'utf8')).toContain('"axios-retry"');
    const none = writeProject(app);
    mkdirSync(join(none, 'empty'));
    expect(await run(none, { PATH: join(none, 'empty') }, '--install')).toMatchObject({ status: 1, stderr: expect.stringMatching(/npm install failed: .*ENOENT.* The files are changed/) as string });
  });
});

describe('plex-lint codemod --install with npm itself', () => {
  beforeAll(buildOnce, 120_000);

  it('installs what it has added', async () => {
    const root = writeProject({
      'app/package.json': { type: 'module', dependencies: { axios: 'file:../axios' } }, 'app/api.js': SOURCE,
      'axios/package.json': { name: 'axios', version: '1.0.0' },
      'packed/package.json': { name: 'axios-retry', version: '4.9.0', main: 'index.js' }, 'packed/index.js': 'module.exports = 42;\n',
    });
    execFileSync('npm', ['pack', '--silent', '--pack-destination', root], { cwd: join(root, 'packed'), stdio: 'ignore' });
    const url = await startRegistry('axios-retry', readFileSync(join(root, 'axios-retry-4.9.0.tgz')));
    writeFileSync(join(root, 'app/.npmrc'), `registry=${url}\naudit=false\nfund=false\nupdate-notifier=false\ncache=${join(root, 'cache')}\n`);

    const child = spawn(process.execPath, [resolve('dist/audit/cli.js'), ...ARGS, '--install'], { cwd: join(root, 'app'), stdio: 'ignore' });
    expect(await new Promise((done) => child.once('close', done))).toBe(0);
    expect(readFileSync(join(root, 'app/node_modules/axios-retry/index.js'), 'utf8')).toBe('module.exports = 42;\n');
    expect(readFileSync(join(root, 'app/package-lock.json'), 'utf8')).toMatch(/node_modules\/axios-retry": \{\s*"version": "4\.9\.0"/);
  }, 120_000);
});

/** A registry on loopback that has one package. */
async function startRegistry(name: string, tarball: Buffer): Promise<string> {
  const server = createServer(({ url }, response) => {
    if (url?.endsWith('.tgz') === true) return void response.end(tarball);
    if (url !== `/${name}`) return void response.writeHead(404).end();
    const dist = { tarball: `${base}/${name}-4.9.0.tgz`, integrity: `sha512-${createHash('sha512').update(tarball).digest('base64')}` };
    response.end(JSON.stringify({ name, 'dist-tags': { latest: '4.9.0' }, versions: { '4.9.0': { name, version: '4.9.0', dist } } }));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => void server.close());
  const base = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return base;
}
