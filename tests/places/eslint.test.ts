import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildOnce } from '../package/build-once.ts';
import { createProject, ESLINTS, findingsIn } from './project.ts';
import type { Project } from './project.ts';

const PLAIN = `export const readUser = (token) => fetch('http://plex.tv/api/v2/user', { headers: { Accept: 'application/json', 'X-Plex-Token': token } });\n`;
const RETIRED = `export const readFriends = (token) => fetch('https://plex.tv/api/v2/friends', { headers: { Accept: 'application/json', 'X-Plex-Token': token } });\n`;
const CONFIG = `import plexApi from 'eslint-plugin-plex-api';
export default [{ files: ['**/*.js'], ...plexApi.configs.recommended }];
`;

beforeAll(() => {
  buildOnce();
}, 120_000);

describe.each(['9.39', '10'] as const)('ESLint %s', (version) => {
  let project: Project;
  const lint = (...args: readonly string[]) => project.run(ESLINTS[version], ...args);

  beforeAll(() => {
    const files = Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`src/${String(i)}.js`, i % 2 === 0 ? PLAIN : RETIRED]));
    project = createProject({ ...files, 'package.json': '{ "type": "module" }', 'eslint.config.js': CONFIG });
  });
  afterAll(() => {
    project.remove();
  });

  it('finds the same in one thread and in two', () => {
    const found = findingsIn(project, lint('src', '--format', 'json'));
    expect(found.filter((finding) => finding.endsWith('no-plain-http'))).toHaveLength(3);
    expect(found.filter((finding) => finding.endsWith('no-retired-endpoint'))).toHaveLength(3);
    expect(findingsIn(project, lint('src', '--format', 'json', '--concurrency', '2'))).toEqual(found);
  });

  it('offers suggestions with the edit', () => {
    const { stdout } = lint('src/1.js', '--format', 'json');
    const [file] = JSON.parse(stdout) as readonly { readonly messages: readonly { readonly suggestions?: readonly { readonly desc: string; readonly fix: { readonly range: readonly [number, number]; readonly text: string } }[] }[] }[];
    const suggestion = file?.messages.flatMap(({ suggestions = [] }) => suggestions)[0];
    expect(suggestion?.desc).toMatch(/^[A-Z].*\.$/);
    expect(suggestion?.fix.text.length).toBeGreaterThan(0);
  });

  it('takes what is there as it is with --suppress-all, and reports what comes after', () => {
    expect(lint('src').status).toBe(1);
    expect(lint('src', '--suppress-all')).toMatchObject({ status: 0, stdout: '' });
    expect(existsSync(path.join(project.folder, 'eslint-suppressions.json'))).toBe(true);
    expect(lint('src')).toMatchObject({ status: 0, stdout: '' });
    project.write('src/new.js', RETIRED);
    expect(findingsIn(project, lint('src', '--format', 'json'))).toEqual([expect.stringMatching(/^src\/new\.js 1:\d+ no-retired-endpoint$/)]);
    project.write('src/1.js', 'export const one = 1;\n');
    expect(lint('src/1.js').stderr).toContain('--prune-suppressions');
    expect(lint('src/1.js', '--prune-suppressions').status).toBe(0);
  });

  it('fixes what has one meaning, and keeps line ends and marks of Windows', () => {
    const windows = `\uFEFF// ü\r\n${PLAIN.replace('\n', '\r\n')}`;
    project.write('fix/a.js', windows);
    lint('fix', '--fix');
    expect(readFileSync(path.join(project.folder, 'fix/a.js'), 'utf8')).toBe(windows.replace('http:', 'https:'));
  });

  it('reports under Windows line ends where it reports under others', () => {
    project.write('ends/unix.js', `// one\n// two\n${RETIRED}`);
    project.write('ends/windows.js', `// one\n// two\n${RETIRED}`.replaceAll('\n', '\r\n'));
    const [unix, windows] = findingsIn(project, lint('ends', '--format', 'json'));
    expect(unix).toMatch(/^ends\/unix\.js 3:\d+ no-retired-endpoint$/);
    expect(windows).toBe(unix?.replace('unix', 'windows'));
  });
});

it('the audit reports under Windows line ends where it reports under others', () => {
  const project = createProject({ 'src/unix.js': `// one\n\n${RETIRED}`, 'src/windows.js': `\uFEFF// one\n\n${RETIRED}`.replaceAll('\n', '\r\n') });
  const { stdout } = project.run('../dist/audit/cli.js', 'audit', '--format', 'json');
  const { requests, findings } = JSON.parse(stdout) as Record<'requests' | 'findings', readonly (Readonly<Record<string, unknown>> & { readonly file: string })[]>;
  for (const items of [requests, findings]) {
    // fingerprints have the name of the file in them
    const of = (name: string) => items.filter(({ file }) => file === `src/${name}.js`).map((item) => ({ ...item, file: '', fingerprint: '', requests: [] }));
    expect(of('unix')).not.toEqual([]);
    expect(of('windows')).toEqual(of('unix'));
  }
  project.remove();
});
