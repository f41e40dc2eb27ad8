import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildOnce } from '../package/build-once.ts';
import type { AuditReport } from '../../audit/audit-report.ts';

// The built command, as a user runs it.
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CLI = join(ROOT, 'dist/audit/cli.js');
const SOURCE = `export const sections = (plexUrl, plexToken) => fetch(\`\${plexUrl}/library/sectoins/all?X-Plex-Token=\${plexToken}\`);\n`;

let folder: string;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'plex-lint-')));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function run(args: readonly string[], env: NodeJS.ProcessEnv = process.env) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], { cwd: folder, encoding: 'utf8', env });
  return { status, stdout, stderr };
}

beforeAll(buildOnce, 120_000);

describe('the built plex-lint', () => {
  it('can be started by its name', () => {
    const { bin } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { bin: Record<string, string> };
    expect(join(ROOT, bin['plex-lint'] ?? '')).toBe(CLI);
    expect(readFileSync(CLI, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
  });

  it('prints JSON that its schema describes, and exits with 1 for findings', () => {
    writeFileSync(join(folder, 'plex.js'), SOURCE);
    const { status, stdout, stderr } = run(['audit', '--format', 'json']);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    const schema = JSON.parse(readFileSync(join(ROOT, 'audit/report/report.schema.json'), 'utf8')) as object;
    const validate = new Ajv2020({ allowUnionTypes: true }).compile(schema);
    validate(JSON.parse(stdout));
    expect(validate.errors).toBeNull();
    expect((JSON.parse(stdout) as AuditReport).findings.map(({ rule }) => rule)).toContain('plex-api/no-unknown-endpoint');
  });

  it('prints the same bytes for the same sources', () => {
    writeFileSync(join(folder, 'plex.js'), SOURCE);
    expect(run(['audit', '--format', 'json']).stdout).toBe(run(['audit', '--format', 'json']).stdout);
  });

  it('paints nothing and shows no progress where there is no terminal', () => {
    writeFileSync(join(folder, 'plex.js'), SOURCE);
    const { stdout, stderr } = run(['audit'], { ...process.env, FORCE_COLOR: '1' });
    expect(stdout + stderr).not.toContain('\u001B');
  });

  it('takes it well when its reader closes early', () => {
    const files = Array.from({ length: 300 }, (_, index) => SOURCE.replace('sections =', `sections${String(index)} =`));
    writeFileSync(join(folder, 'plex.js'), files.join(''));
    const command = `"${process.execPath}" "${CLI}" audit --format json | head -c 10; echo "status \${PIPESTATUS[0]}"`;
    const { stdout, stderr } = spawnSync('bash', ['-c', command], { cwd: folder, encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(stdout).toMatch(/status [01]\n$/);
  });

  it('gives the inventory alone where ESLint is not installed, and does not call that clean', () => {
    writeFileSync(join(folder, 'plex.js'), SOURCE);
    const hide = "export async function resolve(name, context, next) { return next(name === 'eslint' ? 'eslint-not-installed' : name, context); }";
    const register = `import { register } from 'node:module'; register('data:text/javascript,' + encodeURIComponent(${JSON.stringify(hide)}));`;
    const { status, stdout } = run(['audit', '--format', 'json'], { ...process.env, NODE_OPTIONS: `--import "data:text/javascript,${encodeURIComponent(register)}"` });
    expect(status).toBe(2);
    const report = JSON.parse(stdout) as AuditReport;
    expect(report).toMatchObject({ findings: [], findingsMissing: expect.stringMatching(/^ESLint is not installed.*npm install --save-dev eslint$/) as string });
    expect(report.requests).toHaveLength(1);
  });

  it('runs the rules that the project configures when it is told to', () => {
    writeFileSync(join(folder, 'plex.js'), SOURCE);
    const plugin = new URL('../../dist/rules/index.js', import.meta.url).href;
    writeFileSync(
      join(folder, 'eslint.config.mjs'),
      `import plexApi from ${JSON.stringify(plugin)};\nexport default [{ plugins: { 'plex-api': plexApi }, rules: { 'plex-api/no-token-in-url': 'warn' } }];\n`,
    );
    const { stdout, stderr } = run(['audit', '--format', 'json', '--use-config']);
    expect(stderr).toBe('');
    expect((JSON.parse(stdout) as AuditReport).findings).toMatchObject([{ severity: 'warning', rule: 'plex-api/no-token-in-url' }]);
  });
});
