import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ask, useTemporaryFolder } from './temporary.ts';

const folder = useTemporaryFolder();
const WRONG = ask('/library/sectoins/all');

function git(...args: string[]): void {
  execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false', ...args], { cwd: folder.path(), stdio: 'ignore' });
}

function commit(): void {
  git('add', '-A');
  git('commit', '-qm', 'change');
}

describe('plex-lint audit --changed-since', () => {
  it('reports findings of what has changed: in commits, in the working tree, and in new files', async () => {
    git('init', '-q', '-b', 'main');
    folder.write({ 'app/old.js': WRONG, 'app/edited.js': WRONG, 'app/committed.js': ask('/identity') });
    commit();
    git('checkout', '-qb', 'feature');
    folder.write({ 'app/committed.js': WRONG });
    commit();
    folder.write({ 'app/edited.js': `\n${WRONG}`, 'app/ü new.js': WRONG });
    const { findings, requests, summary } = await folder.audit('app', '--changed-since', 'main');
    expect(findings.map(({ file }) => file)).toEqual(['committed.js', 'edited.js', 'ü new.js']);
    expect(summary.findings.error).toBe(3);
    expect(requests.map(({ file }) => file)).toEqual(['committed.js', 'edited.js', 'old.js', 'ü new.js']);
  });

  it('does not take for changed what has changed on the other branch meanwhile', async () => {
    git('init', '-q', '-b', 'main');
    folder.write({ 'a.js': WRONG, 'b.js': ask('/identity') });
    commit();
    git('checkout', '-qb', 'feature');
    folder.write({ 'b.js': WRONG });
    commit();
    git('checkout', '-q', 'main');
    folder.write({ 'a.js': `// on main\n${WRONG}` });
    commit();
    git('checkout', '-q', 'feature');
    expect((await folder.audit('--changed-since', 'main')).findings.map(({ file }) => file)).toEqual(['b.js']);
  });

  it('reports a fault of a function at the changed file that goes through it', async () => {
    git('init', '-q', '-b', 'main');
    folder.write({ 'client.js': "export async function plexGet(plexUrl, path, plexToken) {\n  return (await fetch(plexUrl + path, { headers: { Accept: 'application/json', 'X-Plex-Token': plexToken }, signal: AbortSignal.timeout(5000) })).json();\n}\n" });
    commit();
    folder.write({ 'b.js': "import { plexGet } from './client.js';\nexport const hubs = (plexUrl, token) => plexGet(plexUrl, '/hubs', token);\n" });
    const { findings } = await folder.audit('--changed-since', 'HEAD');
    expect(findings).toMatchObject([{ file: 'b.js', rule: 'plex-api/require-status-check' }]);
  });

  it('says that there is no such revision, or no repository', async () => {
    folder.write({ 'a.js': WRONG });
    expect(await folder.run(['audit', '--changed-since', 'main'])).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(/^plex-lint: --changed-since needs a git repository, and \S+ is in none \(git: .*\)\.\n$/) as string });
    git('init', '-q', '-b', 'main');
    commit();
    expect(await folder.run(['audit', '--changed-since', 'mian'])).toMatchObject({ status: 2, stdout: '', stderr: `plex-lint: There is no revision mian in ${folder.path()}. In CI, fetch it first: a checkout is often shallow.\n` });
    expect(await folder.run(['audit', '--changed-since=--output=x'])).toMatchObject({ status: 2, stdout: '' });
  });

  it('runs no program that the repository names', async () => {
    git('init', '-q', '-b', 'main');
    folder.write({ 'a.js': WRONG, '.gitattributes': '*.js diff=trap\n' });
    commit();
    const trap = `touch ${join(folder.path(), 'sprung')}`;
    for (const key of ['core.fsmonitor', 'diff.external', 'diff.trap.command', 'diff.trap.textconv']) git('config', key, trap);
    folder.write({ 'a.js': `\n${WRONG}` });
    mkdirSync(join(folder.path(), 'sub'));
    const { findings } = await folder.audit('--changed-since', 'HEAD');
    expect(findings).toHaveLength(1);
    expect(() => execFileSync('ls', [join(folder.path(), 'sprung')], { stdio: 'ignore' })).toThrow();
  });
});
