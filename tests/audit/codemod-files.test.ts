import { spawnSync } from 'node:child_process';
import { chmodSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../../audit/run-command.ts';
import { writeProject } from '../modules/write-project.ts';
import { git, repository, textOf } from './repository.ts';
import type { Surroundings } from '../../audit/run-command.ts';

const CALL = 'fetch(`${plexUrl}/hubs`)';
const DONE_CALL = 'fetch(`${plexUrl}/hubs`, { signal: AbortSignal.timeout(30_000) })';
const PLAIN = `export const hubs = () => ${CALL};\n`;
const DONE = PLAIN.replace(CALL, DONE_CALL);

async function plex(cwd: string, args: readonly string[], surroundings: Partial<Surroundings> & { readonly isTTY?: boolean } = {}) {
  let stdout = '';
  let stderr = '';
  const { isTTY = false, ...others } = surroundings;
  const status = await runCommand(['codemod', 'add-timeout', ...args], { cwd, env: {}, stdout: { isTTY, write: (text) => (stdout += text) }, stderr: { write: (text) => (stderr += text) }, ...others });
  return { status, stdout, stderr };
}

describe('plex-lint codemod reads each file in the language of its name', () => {
  it.each([
    ['a.ts', `export const hubs = () => <Promise<Response>>${CALL};\n`],
    ['a.mts', `export const hubs = <T>(map: (answer: unknown) => T) => ${CALL}.then(map);\n`],
    ['a.cts', `import x = require('./x');\nexport = () => ${CALL};\n`],
    ['a.tsx', `export const hubs = async <T,>() => (await ${CALL}).json() as T;\nexport const Hubs = () => <p>{'a'}</p>;\n`],
    ['a.jsx', `export const Hubs = () => <button onClick={() => ${CALL}}>More</button>;\n`],
    ['a.js', `export const Hubs = () => <button onClick={() => ${CALL}}>More</button>;\n`],
    ['a.mjs', `export default await ${CALL};\n`],
    ['a.cjs', `const x = require('./x');\nmodule.exports = () => ${CALL};\n`],
    ['decorated.ts', `@Injectable({ scope: 'app' })\nexport class Hubs {\n  @Input() accessor size = 1;\n  constructor(@Inject(URL) private readonly base: string) {}\n  @memo\n  list() { return ${CALL}; }\n}\n`],
    ['decorated.js', `@injectable\nexport class Hubs {\n  @memo\n  list() { return ${CALL}; }\n}\n`],
    ['a.vue', `<template><p>{{ a > b }}</p></template>\n<script setup lang="ts">\nconst hubs = (): Promise<Response> => ${CALL};\n</script>\n`],
    ['a.svelte', `<script>\n  export const hubs = () => ${CALL};\n</script>\n<p>{a}</p>\n`],
    ['a.astro', `---\nconst hubs = await ${CALL};\n---\n<p>{hubs}</p>\n`],
  ])('%s', async (name, text) => {
    const root = writeProject({ [name]: text });
    expect((await plex(root, ['--write', '--force'])).status).toBe(0);
    expect(textOf(root, name)).toBe(text.replace(CALL, DONE_CALL));
    expect((await plex(root, ['--check'])).status).toBe(0);
  });

  it.each([
    ['the pragma', `// @flow\n${PLAIN}`],
    ['imported types', `import type { Url } from './url';\n${PLAIN}`],
    ['types among what is imported', `import { type Url, join } from './url';\n${PLAIN}`],
    ['exported types', `export type Hub = {| +size: number |};\n${PLAIN}`],
  ])('but not Flow, by %s', async (_, text) => {
    const root = writeProject({ 'flow.js': text, 'a.js': `import type from './type.js';\n${PLAIN}` });
    expect(await plex(root, ['--write', '--force'])).toMatchObject({ status: 0, stdout: expect.stringContaining('flow.js  It is written in Flow, which is not read.') as string });
    expect([textOf(root, 'flow.js'), textOf(root, 'a.js')]).toEqual([text, `import type from './type.js';\n${DONE}`]);
  });
});

describe('plex-lint codemod leaves', () => {
  it('read-only files, and does the others', async () => {
    const root = writeProject({ 'a.js': PLAIN, 'locked.js': PLAIN });
    chmodSync(join(root, 'locked.js'), 0o444);
    expect(await plex(root, ['--write', '--force'])).toMatchObject({ status: 0, stdout: expect.stringContaining('locked.js  It is read-only.') as string });
    expect([textOf(root, 'a.js'), textOf(root, 'locked.js')]).toEqual([DONE, PLAIN]);
  });

  it('what links in the paths lead to outside of them', async () => {
    const root = writeProject({ 'app/a.js': PLAIN, 'lib/b.js': PLAIN, 'lib/c.js': PLAIN });
    symlinkSync('../lib', join(root, 'app/lib'));
    symlinkSync('../lib/c.js', join(root, 'app/c.js'));
    const { stdout } = await plex(root, ['--write', '--force', 'app']);
    expect(stdout).toContain('app/lib/b.js  A link leads to it, out of the paths that are named.');
    expect(stdout).toContain('add-timeout: 1 request changed in 1 file');
    expect([textOf(root, 'app/a.js'), textOf(root, 'lib/b.js'), textOf(root, 'lib/c.js')]).toEqual([DONE, PLAIN, PLAIN]);
    await plex(root, ['--write', '--force', 'app/lib', 'app/c.js']);
    expect([textOf(root, 'lib/b.js'), textOf(root, 'lib/c.js')]).toEqual([DONE, DONE]);
  });

  it('what a nested .gitignore names, and takes back what it excepts', async () => {
    const root = writeProject({ '.gitignore': '*.gen.js\n', 'src/.gitignore': '/out/\n!kept.gen.js\n', 'src/a.js': PLAIN, 'src/x.gen.js': PLAIN, 'src/kept.gen.js': PLAIN, 'src/out/b.js': PLAIN });
    spawnSync('git', ['init', '-q'], { cwd: root });
    await plex(root, ['--write', '--force']);
    const changed = ['src/a.js', 'src/x.gen.js', 'src/kept.gen.js', 'src/out/b.js'].filter((file) => textOf(root, file) === DONE);
    expect(changed).toEqual(['src/a.js', 'src/kept.gen.js']);
  });

  it.each([
    ['.eslintignore', { '.eslintignore': '# old code\nold/\n' }],
    ['.eslintignore of a folder', { 'src/.eslintignore': '/old\n' }],
    ['.eslintrc.js', { '.eslintrc.js': "module.exports = { root: true, ignorePatterns: ['**/old/*'], overrides: [{ files: ['*.ts'] }] };\n" }],
    ['.eslintrc.json with comments', { 'src/.eslintrc.json': '{\n  // ours\n  "root": true,\n  "ignorePatterns": "old/"\n}\n' }],
    ['.eslintrc in YAML', { '.eslintrc': 'root: true\nignorePatterns:\n  - old\n' }],
    ['.eslintrc.yml', { '.eslintrc.yml': 'ignorePatterns: [old]\n' }],
    ['package.json', { 'package.json': { eslintIgnore: ['src/old'] } }],
    ['the configuration in package.json', { 'package.json': { eslintConfig: { ignorePatterns: ['src/old'] } } }],
  ])('what ESLint ignores by %s', async (_, files) => {
    const root = writeProject({ 'src/a.js': PLAIN, 'src/old/b.js': PLAIN, ...files });
    const { stdout } = await plex(root, ['--write', '--force']);
    expect(stdout).toContain('src/old/b.js  ESLint ignores it.');
    expect([textOf(root, 'src/a.js'), textOf(root, 'src/old/b.js')]).toEqual([DONE, PLAIN]);
  });

  it('not what old configurations ignore that ESLint does not heed', async () => {
    const root = writeProject({ 'eslint.config.js': 'export default [];\n', '.eslintignore': 'a.js\n', 'a.js': PLAIN });
    await plex(root, ['--write', '--force']);
    expect(textOf(root, 'a.js')).toBe(DONE);
    const inner = writeProject({ '.eslintrc.json': { ignorePatterns: ['src/a.js'] }, 'src/.eslintrc.json': { root: true }, 'src/a.js': PLAIN });
    await plex(inner, ['--write', '--force']);
    expect(textOf(inner, 'src/a.js')).toBe(DONE);
  });
});

describe('plex-lint codemod could not run', () => {
  it.each([
    ['a path is not there', ['missing'], 'There is no file, folder or codemod missing'],
    ['nothing is there to change', ['docs'], 'There is no JavaScript or TypeScript to change in docs'],
    ['the description is none', ['-d', 'nothing.json'], 'nothing.json'],
    ['the report has no place', ['--report', 'no/such/folder/r.json'], '--report'],
    ['the option is none', ['--wirte'], 'Did you mean --write?'],
  ])('when %s', async (_, args, message) => {
    const root = writeProject({ 'a.js': PLAIN, 'docs/a.md': '#' });
    expect(await plex(root, args)).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(message) as string });
  });

  it('where a file cannot be parsed it goes on, and exits with 1', async () => {
    const root = writeProject({ 'a.js': PLAIN, 'bad.ts': 'const plex = (;\n' });
    expect(await plex(root, ['--write', '--force'])).toMatchObject({ status: 1, stdout: expect.stringMatching(/bad\.ts {2}Line 1: .*\n\n.*1 request changed in 1 file, 0 left, 1 file failed\./s) as string });
    expect(textOf(root, 'a.js')).toBe(DONE);
  });
});

describe('the diff is coloured', () => {
  it('on a terminal only, and not where NO_COLOR is set', async () => {
    const root = writeProject({ 'a.js': PLAIN });
    expect((await plex(root, [], { isTTY: true })).stdout).toContain('\u001B[32m+export');
    expect((await plex(root, [], { isTTY: true, env: { NO_COLOR: '1' } })).stdout).not.toContain('\u001B');
    expect((await plex(root, [], { isTTY: true, env: { NO_COLOR: '' } })).stdout).toContain('\u001B[32m+export');
    expect((await plex(root, [])).stdout).not.toContain('\u001B');
  });

  it('and cannot steer the terminal', async () => {
    const root = writeProject({ 'a.js': `// \u001B[2J\n${PLAIN}` });
    expect((await plex(root, [], { isTTY: true })).stdout).not.toContain('\u001B[2J');
  });
});

describe('a dirty work tree', () => {
  it('counts by the paths given: staged, untracked and renamed files alike', async () => {
    const root = repository({ 'a/a.js': PLAIN, 'b/b.js': PLAIN, 'c/c.js': PLAIN, 'd/d.js': PLAIN });
    writeFileSync(join(root, 'b/new.js'), PLAIN);
    git(root, 'mv', 'c/c.js', 'c/moved.js');
    writeFileSync(join(root, 'd/d.js'), `// staged\n${PLAIN}`);
    git(root, 'add', 'd/d.js');
    for (const path of ['b', 'c', 'd', '.', 'b/new.js']) expect((await plex(root, ['--write', path])).stderr).toContain('git has uncommitted changes');
    expect((await plex(root, ['--write', 'a'])).status).toBe(0);
    expect((await plex(join(root, 'a'), ['--write', '--force', '../b/b.js'])).status).toBe(0);
    expect([textOf(root, 'a/a.js'), textOf(root, 'b/b.js')]).toEqual([DONE, DONE]);
  });

  it('counts for files out of the paths, too, that a change reaches', async () => {
    const source = "import axios from 'axios';\n\nexport const hubs = () => axios.get(`${plexUrl}/hubs`);\n";
    const root = repository({ 'package.json': { dependencies: { axios: '1' } }, 'src/a.js': source });
    writeFileSync(join(root, 'package.json'), '{ "private": true, "dependencies": { "axios": "1" } }');
    let said = '';
    const retry = (): Promise<number> => runCommand(['codemod', 'add-retry', '--write', 'src'], { cwd: root, env: {}, stdout: { write: (text) => (said += text) }, stderr: { write: (text) => (said += text) } });
    expect(await retry()).toBe(2);
    expect(said).toContain('git has uncommitted changes: package.json.');
    expect(textOf(root, 'src/a.js')).toBe(source);
    git(root, 'commit', '-qam', 'more');
    expect(await retry()).toBe(0);
    expect(textOf(root, 'package.json')).toContain('"axios-retry"');
  });
});
