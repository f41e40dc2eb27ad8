import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ask, useTemporaryFolder } from './temporary.ts';
import { runCommand } from '../../audit/run-command.ts';

const folder = useTemporaryFolder();
const WRONG = ask('/library/sectoins/all');
const PROJECT = {
  'app/client.js': "export async function plexGet(plexUrl, path, plexToken) {\n  return (await fetch(plexUrl + path, { headers: { Accept: 'application/json', 'X-Plex-Token': plexToken }, signal: AbortSignal.timeout(5000) })).json();\n}\n",
  ...Object.fromEntries(['/hubs', '/identity', '/library/sections/all'].map((path, i) => [`app/caller${String(i)}.js`, `import { plexGet } from './client.js';\nexport const ask = (plexUrl, token) => plexGet(plexUrl, '${path}', token);\n`])),
  'app/wrong.js': WRONG,
  'app/accepted.js': WRONG.replace('  const', '  // eslint-disable-next-line plex-api/no-unknown-endpoint -- ours\n  const'),
  'app/broken.js': 'const plex = {;\n',
  'app/plain.js': 'export const one = 1;\n',
  'app/types.ts': "interface Hub { items: Hub[]; title?: string }\nexport async function hubs(plexUrl: string): Promise<Hub[]> {\n  const response = await fetch(`${plexUrl}/hubs`, { signal: AbortSignal.timeout(5000) });\n  if (!response.ok) throw new Error('no');\n  return (await response.json()) as Hub[];\n}\n",
  'app/client.test.js': WRONG,
};

/** The JSON of the whole, and what its shards give when they are merged, from the folder with these arguments. */
async function bothWays(args: readonly string[], count: number, cwd: string, out: string) {
  const run = async (...more: string[]) => {
    let stdout = '';
    let stderr = '';
    const status = await runCommand(['audit', ...more], { cwd, env: {}, stdout: { write: (text) => (stdout += text) }, stderr: { write: (text) => (stderr += text) } });
    return { status, stdout, stderr };
  };
  const whole = await run(...args, '--format', 'json');
  const parts = Array.from({ length: count }, (_, i) => `${out}/${String(i + 1)}.json`);
  for (const [i, part] of parts.entries()) await run(...args, '--shard', `${String(i + 1)}/${String(count)}`, '--format', 'json', '--output', part);
  const merged = await run('merge', ...[...parts].reverse(), '--format', 'json');
  return { whole, merged };
}

describe('plex-lint audit merge', () => {
  it('gives for all shards what the whole gives, byte for byte, in any order', async () => {
    folder.write({ ...PROJECT, 'parts/readme.md': '' });
    for (const count of [1, 3, 20]) {
      const { whole, merged } = await bothWays(['app'], count, folder.path(), `${folder.path()}/parts`);
      expect(whole.stdout).toContain('"sites": 3');
      expect(merged).toEqual({ ...whole, stderr: '' });
    }
  }, 60_000);

  const example = fileURLToPath(new URL('../../examples/dashboard', import.meta.url));
  it('does so for an example', async () => {
    const { whole, merged } = await bothWays([], 2, example, folder.path());
    expect(merged).toEqual(whole);
  }, 120_000);

  const trees = process.env.PLEX_LINT_TREES ?? '';
  it.skipIf(trees === '')('does so for a project of others (skipped without one in PLEX_LINT_TREES)', async () => {
    for (const one of trees.split(':').filter((name) => name !== '')) {
      const { whole, merged } = await bothWays([], 5, one, folder.path());
      expect(merged.stdout === whole.stdout).toBe(true);
    }
  }, 300_000);

  it('joins packages that were audited apart, as the whole with their root', async () => {
    folder.write({ 'packages/a/plex.js': WRONG, 'packages/b/plex.js': ask('/identity') });
    for (const name of ['a', 'b']) await folder.run(['audit', '--root', '../..', '--facts', '--format', 'json', '--output', 'facts.json'], `packages/${name}`);
    const whole = await folder.run(['audit', 'packages/a', 'packages/b', '--format', 'json']);
    expect(await folder.run(['audit', 'merge', 'packages/a/facts.json', 'packages/b/facts.json', '--format', 'json'])).toEqual(whole);
    expect(whole.stdout).toContain('"file": "packages/a/plex.js"');
  });

  it('leaves it to the merge to judge, and to write what the configuration names', async () => {
    folder.write({ 'a.js': WRONG, 'b.js': ask('/identity'), 'plex-lint.config.json': '{ "reports": { "markdown": "audit.md" } }' });
    for (const part of [['--shard', '1/1', '-o', 'part.json'], ['--facts', '-o', 'part.json']]) {
      expect(await folder.run(['audit', '--format', 'json', ...part])).toEqual({ status: 0, stdout: '', stderr: '' });
      expect(existsSync(join(folder.path(), 'audit.md'))).toBe(false);
    }
    expect((await folder.run(['audit', '--facts', '--format', 'json', '-o', 'part.json', '--check'])).status).toBe(1);
    expect((await folder.run(['audit', 'merge', 'part.json'])).status).toBe(1);
    expect(readFileSync(join(folder.path(), 'audit.md'), 'utf8')).toContain('a.js');
  });

  it('judges by the configuration, as the whole is', async () => {
    folder.write({ 'app/a.js': WRONG, 'app/b.js': ask('/identity'), 'plex-lint.config.json': JSON.stringify({ accepted: [{ operation: 'GET /library/sectoins/all', rule: 'no-unknown-endpoint', reason: 'x' }, { operation: 'GET /hubs', rule: 'no-wrong-method', reason: 'stale' }] }) });
    for (const index of ['1', '2']) await folder.run(['audit', '--shard', `${index}/2`, '--format', 'json', '-o', `${index}.json`]);
    const whole = await folder.run(['audit', '--format', 'json', '--check']);
    expect(await folder.run(['audit', 'merge', '1.json', '2.json', '--format', 'json', '--check'])).toEqual(whole);
    expect(whole.stdout).toContain('stale-acceptance');
  });

  it('says what does not belong together', async () => {
    folder.write({ 'a.js': WRONG, 'b.js': ask('/identity') });
    const make = (...args: string[]) => folder.run(['audit', '--format', 'json', ...args]);
    await make('--shard', '1/3', '-o', '1.json');
    await make('--shard', '2/3', '-o', '2.json');
    await make('--shard', '1/2', '-o', 'half.json');
    await make('-o', 'plain.json');
    await make('--facts', '-o', 'whole.json');
    await make('--facts', '-d', 'plex-tv', '-o', 'other.json');
    const messageOf = async (...names: string[]) => (await folder.run(['audit', 'merge', ...names])).stderr;
    expect(await messageOf('1.json', '2.json')).toBe('plex-lint: Of 3 shards number 3 is missing. A report of the rest would be wrong.\n');
    expect(await messageOf('1.json', '1.json')).toBe('plex-lint: Shard 1 is there twice: 1.json, 1.json.\n');
    expect(await messageOf('1.json', 'half.json')).toBe('plex-lint: 1.json is shard 1 of 3, and half.json is shard 1 of 2. Merge those of one audit.\n');
    expect(await messageOf('plain.json')).toBe('plex-lint: plain.json has no facts to merge. Make it with plex-lint audit --format json and --facts, or --shard.\n');
    expect(await messageOf('whole.json', 'other.json')).toBe('plex-lint: whole.json and other.json were made with other descriptions. Make both with the same.\n');
    expect(await messageOf('other.json')).toContain('was made with the descriptions plex-tv, and these are others');
    expect(await messageOf('nothing.json')).toContain('There is no report nothing.json to merge');
    folder.write({ 'a.js': `${WRONG}\n` });
    await make('--shard', '3/3', '-o', '3.json');
    expect(await messageOf('1.json', '2.json', '3.json')).toBe('plex-lint: 1.json and 3.json are shards of other sources. Make all shards of one commit.\n');
    folder.write({ 'half.json': '{"part":' });
    expect(await messageOf('half.json')).toContain('half.json is no JSON');
    for (const part of ['{}', '[]', '1', '{ "facts": {}, "descriptions": {} }']) {
      folder.write({ 'half.json': `{ "part": ${part} }` });
      expect(await messageOf('half.json')).toBe("plex-lint: What half.json has as facts is none of plex-lint's. Make it anew with plex-lint audit --format json and --facts, or --shard.\n");
    }
  });
});
