import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from '../../audit/run-command.ts';
import type { AuditReport } from '../../audit/audit-report.ts';

let folder: string;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'plex-lint-')));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const CLEAN = `export async function sections(plexUrl, plexToken) {
  const response = await fetch(\`\${plexUrl}/library/sections/all\`, {
    headers: { Accept: 'application/json', 'X-Plex-Token': plexToken },
    signal: AbortSignal.timeout(5000),
  });
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}
`;
const WRONG = CLEAN.replace('/library/sections/all', '/library/sectoins/all');

function write(files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
}

async function run(...args: string[]) {
  let stdout = '';
  let stderr = '';
  const status = await runCommand(args, {
    cwd: folder,
    env: {},
    stdout: { write: (text) => (stdout += text) },
    stderr: { write: (text) => (stderr += text) },
  });
  return { status, stdout, stderr };
}

async function audit(...args: string[]): Promise<AuditReport> {
  const { stdout } = await run('audit', '--format', 'json', ...args);
  return JSON.parse(stdout) as AuditReport;
}

describe('plex-lint', () => {
  it('prints help and version on standard output', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };
    expect(await run('--version')).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
    expect(await run('audit', '--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('--format NAME') as string, stderr: '' });
  });

  it('says what is wrong with the command line, and how it is used', async () => {
    expect(await run('audit', '--formt=json')).toEqual({
      status: 2,
      stdout: '',
      stderr: 'plex-lint: There is no option --formt. Did you mean --format?\n\nUsage: plex-lint audit [paths] [options]\n',
    });
  });
});

describe('plex-lint audit', () => {
  it('exits with 0 where nothing is to be said', async () => {
    write({ 'src/plex.js': CLEAN });
    const { status, stdout, stderr } = await run('audit');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('1 request in 1 of 1 file: 1 to plex-media-server');
  });

  it('exits with 1 where there are findings', async () => {
    write({ 'src/plex.js': WRONG });
    const { status, stdout } = await run('audit');
    expect(status).toBe(1);
    expect(stdout).toMatch(/^src\/plex\.js\n +2:\d+ {2}error {4}.*\/library\/sectoins\/all.* plex-api\/no-unknown-endpoint\n/);
  });

  it('names files from the one folder given, else from the working folder', async () => {
    write({ 'app/src/plex.js': CLEAN, 'lib/plex.js': CLEAN });
    expect(await audit('app')).toMatchObject({ root: 'app', requests: [{ file: 'src/plex.js' }] });
    expect(await audit('app', 'lib')).toMatchObject({ root: '.', requests: [{ file: 'app/src/plex.js' }, { file: 'lib/plex.js' }] });
    expect(await audit('lib/plex.js')).toMatchObject({ root: '.', requests: [{ file: 'lib/plex.js' }] });
  });

  it('reports a file that does not parse, and goes on', async () => {
    write({ 'plex.js': CLEAN, 'broken.ts': 'const plex = {;\n', 'also-broken.js': 'let x = = 1;\n' });
    const report = await audit();
    expect(report.skipped).toMatchObject([{ file: 'also-broken.js', line: 1 }, { file: 'broken.ts', line: 1 }]);
    expect(report.requests).toHaveLength(1);
  });

  it('says that a folder has no JavaScript or TypeScript', async () => {
    write({ 'docs/readme.md': '# plex' });
    expect(await run('audit', 'docs')).toEqual({ status: 2, stdout: '', stderr: 'plex-lint: There is no JavaScript or TypeScript to audit in docs.\n' });
    write({ 'docs/plex.test.js': CLEAN });
    expect(await run('audit', 'docs')).toMatchObject({ status: 2, stderr: 'plex-lint: There is no JavaScript or TypeScript to audit in docs. Left out: test (1).\n' });
  });

  it('says that a path does not exist', async () => {
    expect(await run('audit', 'scr')).toEqual({ status: 2, stdout: '', stderr: `plex-lint: There is no file or folder scr (looked for ${join(folder, 'scr')}).\n` });
  });

  it('writes the report to a file, and nothing to standard output', async () => {
    write({ 'plex.js': WRONG });
    expect(await run('audit', '--format', 'json', '--output', 'report.json')).toEqual({ status: 1, stdout: '', stderr: '' });
    expect(JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'))).toMatchObject({ formatVersion: 1, summary: { findings: { error: 1 } } });
  });

  it('writes several reports, beside the one on standard output', async () => {
    write({ 'plex.js': WRONG });
    const { status, stdout } = await run('audit', '--report', 'json=a.json', '--report', 'markdown=a.md', '--report', 'codeclimate=a.cc.json');
    expect(status).toBe(1);
    expect(stdout).toContain('plex-api/no-unknown-endpoint');
    expect(readdirSync(folder).sort()).toEqual(['a.cc.json', 'a.json', 'a.md', 'plex.js']);
    expect(JSON.parse(readFileSync(join(folder, 'a.json'), 'utf8'))).toMatchObject({ summary: { findings: { error: 1 } } });
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toMatch(/^## Plex API audit: 1 error\n/);
  });

  it('writes none of several reports where one of them cannot be written', async () => {
    write({ 'plex.js': CLEAN });
    expect(await run('audit', '--report', 'json=a.json', '--report', 'junit=reports/a.xml')).toEqual({
      status: 2, stdout: '', stderr: `plex-lint: The folder of --report does not exist: ${join(folder, 'reports')}. Create it first.\n`,
    });
    expect(readdirSync(folder)).toEqual(['plex.js']);
  });

  it('says before the work that the output cannot be written', async () => {
    write({ 'plex.js': CLEAN });
    expect(await run('audit', '--output', 'reports/a.txt')).toEqual({
      status: 2, stdout: '', stderr: `plex-lint: The folder of --output does not exist: ${join(folder, 'reports')}. Create it first.\n`,
    });
  });

  it('audits against the descriptions named, and no other', async () => {
    write({
      'shop.js': `export const list = () => fetch('https://shop.example/items', { method: 'POST' });\n`,
      'shop.yaml': 'openapi: 3.1.0\ninfo: { title: Shop, version: "1" }\nservers: [{ url: https://shop.example }]\npaths:\n  /items:\n    get: { responses: { "200": { description: Items. } } }\n',
    });
    const report = await audit('--description', 'shop.yaml', '--description', 'plex-sonos');
    expect(report.coverage.map(({ description, implemented, total }) => ({ description, implemented, total }))).toMatchObject([{ description: 'shop', implemented: 0, total: 1 }, { description: 'plex-sonos' }]);
    expect(report.requests).toMatchObject([{ method: 'POST', path: '/items', standing: 'wrong-method' }]);
    expect(report.findings.map(({ rule }) => rule)).toContain('plex-api/no-wrong-method');
  });

  it('explains a description that cannot be used in one line', async () => {
    write({ 'plex.js': CLEAN });
    const { status, stdout, stderr } = await run('audit', '--description', 'plex-media-sever');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^plex-lint: [^\n]*plex-media-server[^\n]*\n$/);
  });

  it('lists a finding that a comment accepts apart, and does not fail for it', async () => {
    const comment = '  // eslint-disable-next-line plex-api/no-unknown-endpoint -- a server of our own\n';
    write({ 'plex.js': WRONG.replace('  const response', `${comment}  const response`) });
    const report = await audit();
    expect(report.findings).toEqual([]);
    expect(report.accepted).toMatchObject([{ rule: 'plex-api/no-unknown-endpoint', justification: 'a server of our own' }]);
    expect((await run('audit')).status).toBe(0);
  });

  it('executes nothing of the audited project', async () => {
    const trap = 'process.env.PLEX_LINT_TRAP = "sprung";\n';
    write({ 'plex.js': CLEAN + trap, 'eslint.config.js': `${trap}export default [];\n`, 'node_modules/eslint/index.js': trap, 'node_modules/eslint/package.json': '{"main":"index.js"}' });
    await run('audit');
    expect(process.env).not.toHaveProperty('PLEX_LINT_TRAP');
  });
});

describe('plex-lint audit --use-config', () => {
  it('runs the preset, with a warning, where the project configures none of them', async () => {
    write({ 'plex.js': WRONG, 'eslint.config.mjs': 'export default [{ rules: { semi: "error" } }];\n' });
    const { stdout, stderr } = await run('audit', '--use-config', '--format', 'json');
    expect(stderr).toBe(
      `plex-lint: The project's ESLint configuration is not used: it switches on no rule of plex-api/ for these files. The rules ran with the preset "recommended" instead.\n`,
    );
    expect((JSON.parse(stdout) as AuditReport).findings).toMatchObject([{ severity: 'error', rule: 'plex-api/no-unknown-endpoint' }]);
  });

  it('runs the preset, with a warning, where the configuration does not load', async () => {
    write({ 'plex.js': CLEAN, 'eslint.config.mjs': 'throw new Error("no such plugin");\n' });
    const { status, stderr } = await run('audit', '--use-config');
    expect(status).toBe(0);
    expect(stderr).toContain('configuration is not used: no such plugin. The rules ran with the preset');
  });
});
