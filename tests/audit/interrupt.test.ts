import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildOnce } from '../package/build-once.ts';
import { ask, useTemporaryFolder } from './temporary.ts';

const CLI = fileURLToPath(new URL('../../dist/audit/cli.js', import.meta.url));
const folder = useTemporaryFolder();

beforeAll(buildOnce, 120_000);

/** Starts the audit, sends the signal when `when` holds, and waits for its end. */
async function stop(signal: NodeJS.Signals, when: () => boolean): Promise<NodeJS.Signals | number | null> {
  const child = spawn(process.execPath, [CLI, 'audit', '--format', 'json', '--output', 'audit.json', '--report', 'sarif=audit.sarif'], { cwd: folder.path(), stdio: 'ignore' });
  const ended = new Promise<NodeJS.Signals | number | null>((resolve) => child.on('exit', (code, by) => resolve(by ?? code)));
  const state = { isOver: false };
  void ended.then(() => (state.isOver = true));
  while (!state.isOver && !when()) await new Promise((resolve) => setTimeout(resolve, 1));
  child.kill(signal);
  return ended;
}

describe.skipIf(process.platform === 'win32')('an audit that is stopped', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('leaves no half-written report and nothing beside it: %s', async (signal) => {
    const functions = Array.from({ length: 400 }, (_, i) => ask('/library/sectoins/all', `ask${String(i)}`));
    folder.write({ 'plex.js': functions.join(''), 'audit.json': '"old"', 'audit.sarif': '"old"' });
    const isWriting = (): boolean => readdirSync(folder.path()).some((name) => name.endsWith('.tmp'));

    expect(await stop(signal, () => true)).toBe(signal);
    expect(readdirSync(folder.path()).sort()).toEqual(['audit.json', 'audit.sarif', 'plex.js']);
    expect(readFileSync(join(folder.path(), 'audit.json'), 'utf8')).toBe('"old"');

    await stop(signal, isWriting);
    expect(readdirSync(folder.path()).sort()).toEqual(['audit.json', 'audit.sarif', 'plex.js']);
    for (const name of ['audit.json', 'audit.sarif']) expect(() => JSON.parse(readFileSync(join(folder.path(), name), 'utf8')) as unknown).not.toThrow();
    expect(existsSync(join(folder.path(), 'audit.json'))).toBe(true);
  }, 60_000);
});
