import { spawn, spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildOnce } from '../package/build-once.ts';
import { repository, textOf } from './repository.ts';

const CLI = resolve('dist/audit/cli.js');
const PLAIN = 'export const hubs = () => fetch(`${plexUrl}/hubs`);\n';
const DONE = 'export const hubs = () => fetch(`${plexUrl}/hubs`, { signal: AbortSignal.timeout(30_000) });\n';

beforeAll(buildOnce, 120_000);

function plex(root: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, 'codemod', 'add-timeout', ...args], { cwd: root, encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('the built plex-lint codemod', () => {
  it('changes the same with workers and without', () => {
    const root = repository({ 'api.js': 'export const get = (path) => fetch(`${plexUrl}${path}`);\n', ...Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`a${String(i)}.ts`, i % 2 === 0 ? PLAIN : `import { get } from './api.js';\ninterface Hubs { size: number }\nexport const plex = async (): Promise<Hubs> => (await get('/hubs')).json() as Promise<Hubs>;\n`])) });
    const alone = plex(root, '--workers', '0');
    expect(alone.stdout).toMatch(/to change in 16 files/);
    expect(plex(root, '--workers', '3')).toEqual(alone);
  }, 60_000);
});

describe('plex-lint codemod --interactive', () => {
  /** Runs on a terminal of its own, which Python has and Node has not. */
  async function answer(root: string, keys: string): Promise<string> {
    const script = 'import os,pty,sys\npid,fd=pty.fork()\nif pid==0: os.execv(sys.argv[1],sys.argv[1:])\nos.write(fd,sys.stdin.buffer.read())\nout=b""\ntry:\n  while True:\n    part=os.read(fd,65536)\n    if not part: break\n    out+=part\nexcept OSError: pass\nos.waitpid(pid,0)\nsys.stdout.buffer.write(out)';
    const child = spawn('python3', ['-c', script, process.execPath, CLI, 'codemod', 'add-timeout', '--interactive'], { cwd: root });
    child.stdin.end(keys);
    let said = '';
    child.stdout.on('data', (data: Buffer) => (said += data.toString()));
    await new Promise((done) => child.on('close', done));
    return said;
  }
  const hasPython = spawnSync('python3', ['--version']).status === 0;

  it.skipIf(!hasPython)('makes the changes that are wanted, and no other', async () => {
    const root = repository({ 'a.js': PLAIN + PLAIN.replace('hubs', 'more'), 'b.js': PLAIN, 'c.js': PLAIN + PLAIN.replace('hubs', 'more') });
    const said = await answer(root, 'n\ny\n?\ny\na\n');
    expect(said).toContain('\u001B[32m+export const hubs');
    expect(said).toContain('leave this and all other changes in the file');
    expect(textOf(root, 'a.js')).toBe(PLAIN + DONE.replace('hubs', 'more'));
    expect(textOf(root, 'b.js')).toBe(DONE);
    expect(textOf(root, 'c.js')).toBe(DONE + DONE.replace('hubs', 'more'));
    expect(said).toContain('1 declined');
  }, 60_000);

  it.skipIf(!hasPython)('writes what was wanted before it was told to stop', async () => {
    const root = repository({ 'a.js': PLAIN, 'b.js': PLAIN });
    await answer(root, 'y\nq\n');
    expect([textOf(root, 'a.js'), textOf(root, 'b.js')]).toEqual([DONE, PLAIN]);
  }, 60_000);
});
