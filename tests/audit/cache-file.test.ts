import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { digest } from '../../modules/journal-facts.ts';
import { runCommand } from '../../audit/run-command.ts';
import { ask, TODAY, useTemporaryFolder } from './temporary.ts';

const folder = useTemporaryFolder();
const WRONG = ask('/library/sectoins/all');
const OTHER = ask('/library/sectoins/recent');

interface Outcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function audit(args: readonly string[] = [], env: Readonly<Record<string, string>> = { XDG_CACHE_HOME: folder.path() }): Promise<Outcome> {
  let stdout = '';
  let stderr = '';
  const status = await runCommand(['audit', '--format', 'json', ...args], { cwd: join(folder.path(), 'app'), env, today: TODAY, stdout: { write: (text) => (stdout += text) }, stderr: { write: (text) => (stderr += text) } });
  return { status, stdout, stderr };
}

const home = (): string => join(folder.path(), 'eslint-plugin-plex-api');
const files = (at = home()): readonly string[] => (existsSync(at) ? readdirSync(at).map((name) => join(at, name)) : []);

/** The only file of the cache, after an audit. */
async function written(): Promise<string> {
  folder.write({ 'app/a.js': WRONG });
  await audit();
  const [file = '', ...more] = files();
  expect(more).toEqual([]);
  return file;
}

/** Puts a text where the cache was, with the right digest of itself. */
function forge(file: string, change: (text: string) => string): void {
  const text = change(readFileSync(file, 'utf8').split('\n').slice(1).join('\n'));
  writeFileSync(file, `${digest(text)}\n${text}`);
}

describe('the cache of the audit', () => {
  it('lies in the folder for caches of the user, for nobody else to read, and nowhere in the project', async () => {
    const file = await written();
    expect(file).toMatch(/audit-[0-9a-f]{20}\.json$/);
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(readdirSync(join(folder.path(), 'app'))).toEqual(['a.js']);
    await audit([], { HOME: join(folder.path(), 'me') });
    expect(files(join(folder.path(), 'me/.cache/eslint-plugin-plex-api'))).toHaveLength(1);
    await audit(['--cache-location', '../here'], {});
    expect(files(join(folder.path(), 'here'))).toHaveLength(1);
  });

  it('is off in CI unless it is asked for, and where it is not wanted', async () => {
    folder.write({ 'app/a.js': WRONG });
    const env = { XDG_CACHE_HOME: folder.path() };
    await audit([], { ...env, CI: 'true' });
    await audit(['--no-cache'], env);
    await audit(['--use-config'], env);
    await audit([], { XDG_CACHE_HOME: 'relative' });
    expect(files()).toEqual([]);
    await audit(['--cache'], { ...env, CI: 'true' });
    expect(files()).toHaveLength(1);
  });

  it('is believed: what would be read is not looked at again', async () => {
    const file = await written();
    forge(file, (text) => text.replaceAll('sectoins', 'forgedxx'));
    expect((await audit()).stdout).toContain('forgedxx');
  });

  it.each([
    ['was cut', (file: string) => { truncateSync(file, Math.floor(statSync(file).size / 2)); }],
    ['is empty', (file: string) => { writeFileSync(file, ''); }],
    ['is no cache', (file: string) => { writeFileSync(file, '{"notes":[]}'); }],
    ['was changed by hand', (file: string) => { writeFileSync(file, readFileSync(file, 'utf8').replaceAll('sectoins', 'forgedxx')); }],
    ['is of another version', (file: string) => { forge(file, (text) => text.replaceAll('sectoins', 'forgedxx').replace(/"means":"../, '"means":"..')); }],
    ['is JSON of something else', (file: string) => { forge(file, () => 'null'); }],
    ['is no JSON', (file: string) => { forge(file, () => '{"means":'); }],
  ])('is not believed when it %s, and is written anew', async (_, harm) => {
    const file = await written();
    const before = readFileSync(file, 'utf8');
    harm(file);
    const outcome = await audit();
    expect(outcome).toEqual(await audit(['--no-cache']));
    expect(outcome.stdout).not.toContain('forgedxx');
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  it('is no error where it cannot be written or read', async () => {
    folder.write({ 'app/a.js': WRONG, 'file': '' });
    const plain = await audit(['--no-cache']);
    // below a file no folder can be made
    expect(await audit(['--cache-location', '../file'])).toEqual(plain);
    mkdirSync(home());
    chmodSync(home(), 0o500);
    expect(await audit()).toEqual(plain);
    chmodSync(home(), 0o700);
    await audit();
    const [file = ''] = files();
    chmodSync(file, 0);
    expect(await audit()).toEqual(plain);
    rmSync(file);
    mkdirSync(join(file, 'in-the-way'), { recursive: true });
    expect(await audit()).toEqual(plain);
    expect(files()).toEqual([file]);
  });

  it('serves audits at the same time', async () => {
    folder.write({ 'app/a.js': WRONG, 'app/b.js': OTHER });
    const plain = await audit(['--no-cache']);
    for (let i = 0; i < 3; i += 1) expect(await Promise.all([audit(), audit(), audit()])).toEqual([plain, plain, plain]);
    expect(files()).toHaveLength(1);
  });

  it('does not write through a link', async () => {
    const file = await written();
    folder.write({ 'app/a.js': OTHER, precious: 'mine' });
    rmSync(file);
    symlinkSync(join(folder.path(), 'precious'), file);
    await audit();
    expect(readFileSync(join(folder.path(), 'precious'), 'utf8')).toBe('mine');
  });

  it('forgets files that are gone, and audits of long ago', async () => {
    const file = await written();
    folder.write({ 'app/a.js': WRONG, 'app/long-name.js': OTHER });
    await audit();
    expect(readFileSync(file, 'utf8')).toContain('long-name.js');
    rmSync(join(folder.path(), 'app/long-name.js'));
    await audit();
    expect(readFileSync(file, 'utf8')).not.toContain('long-name.js');

    folder.write({ 'eslint-plugin-plex-api/others.json': '' });
    const hour = new Date(Date.now() - 60 * 60 * 1000);
    const many = Array.from({ length: 250 }, (_, i) => join(home(), `audit-${String(i).padStart(20, '0')}.json`));
    for (const one of many) {
      writeFileSync(one, '');
      utimesSync(one, hour, hour);
    }
    const old = new Date(Date.now() - 40 * 24 * 60 * 60 * 1000);
    const left = `${file}.0a-1.tmp`;
    writeFileSync(left, '');
    for (const one of [file, left, join(home(), 'others.json')]) utimesSync(one, old, old);
    await audit(['a.js']);
    expect(files().filter((one) => one === file || one === left)).toEqual([]);
    expect(files()).toContain(join(home(), 'others.json'));
    expect(files()).toHaveLength(201);
  });

  it('is not one that the project brings along', async () => {
    const file = await written();
    forge(file, (text) => text.replaceAll('sectoins', 'forgedxx'));
    const text = readFileSync(file, 'utf8');
    const name = file.slice(home().length + 1);
    for (const at of ['node_modules/.cache/eslint-plugin-plex-api', '.cache/eslint-plugin-plex-api', 'eslint-plugin-plex-api']) folder.write({ [`app/${at}/${name}`]: text });
    folder.write({ 'app/plex-lint.config.json': '{}' });
    const { stdout } = await audit([], { XDG_CACHE_HOME: join(folder.path(), 'mine') });
    expect(stdout).not.toContain('forgedxx');
  });

  it('does not go with what it cannot be used for', async () => {
    const messageOf = async (...args: string[]): Promise<string> => (await audit(args)).stderr.split('\n')[0] ?? '';
    expect(await messageOf('--cache', '--no-cache')).toBe('plex-lint: --no-cache and --cache exclude each other: use a cache, or none.');
    expect(await messageOf('--cache', '--use-config')).toBe('plex-lint: --use-config and --cache exclude each other: what the configuration does when it is executed cannot be known beforehand.');
    expect(await messageOf('merge', 'a.json', '--cache')).toBe('plex-lint: plex-lint audit merge reads reports, not code: give --cache to the audits that make them.');
    expect(await messageOf('--cache-location')).toBe('plex-lint: --cache-location needs a value: a folder.');
  });
});
