import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildOnce } from './build-once.ts';

const run = promisify(execFile);
const versions = (JSON.parse(readFileSync('package.json', 'utf8')) as { devDependencies: Record<string, string> }).devDependencies;
const readme = readFileSync('README.md', 'utf8');
const temporary = mkdtempSync(path.join(os.tmpdir(), 'plex-api-package-'));
let tarball = '';

beforeAll(async () => {
  buildOnce();
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', temporary]);
  const [packed] = JSON.parse(stdout) as [{ filename: string }];
  tarball = path.join(temporary, packed.filename);
}, 120_000);

afterAll(() => {
  rmSync(temporary, { recursive: true, force: true });
});

it('ships what users need and nothing else', async () => {
  const { stdout } = await run('tar', ['-tzf', tarball]);
  const files = stdout.trim().split('\n').map((file) => file.replace(/^package\//, ''));
  expect(files).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'dist/rules/index.js', 'dist/rules/index.d.ts', 'dist/audit/cli.js', 'dist/codemods/add-timeout.js', 'dist/codemods/collect-worker.js']));
  expect(files).toEqual(expect.arrayContaining(['spec/plex-media-server.json', 'oxlint/recommended.json', 'docs/rules/no-wrong-method.md']));
  expect(files.filter((file) => !/^(dist\/(rules|spec|requests|modules|codemods|audit)\/|spec\/[\w-]+\.json$|audit\/(report\/(codemod-)?report|plex-lint)\.schema\.json$|rules\/settings\.schema\.json$|oxlint\/\w+\.json$|docs\/(rules\/|versions\.md$)|package\.json$|[A-Z]+(\.md)?$)/.test(file))).toEqual([]);
});

describe.each([
  // The lowest that is supported; it is no dependency, because its command would take the place of the newest one's.
  ['9.15', '9.15.0'],
  ['9', versions.eslint9?.replace('npm:eslint@', '') ?? ''],
  ['10', versions.eslint ?? ''],
])('installed in a fresh project with ESLint %s', (major, version) => {
  const project = path.join(temporary, `eslint-${major}`);

  beforeAll(async () => {
    cpSync('tests/package/fixtures/fresh-project', project, { recursive: true });
    writeFileSync(path.join(project, 'plex.js'), blockBehind('example', 'js'));
    writeFileSync(path.join(project, 'plex.ts'), blockBehind('example', 'js').replaceAll('(plexUrl', '(plexUrl: string'));
    await install(`eslint@${version}`, tarball);
  }, 120_000);

  it('finds in JavaScript what the README says, with no TypeScript installed', async () => {
    expect(await lint('plex.js')).toEqual(readmeFindings());
  });

  it('fixes with --fix, and lints anew with --cache when a description has changed', async () => {
    writeFileSync(path.join(project, 'fix.js'), `export const user = (headers) => fetch('http://plex.tv/api/v2/user', { headers });\n`);
    await run(process.execPath, [path.join(project, 'node_modules/eslint/bin/eslint.js'), '--fix', 'fix.js'], { cwd: project }).catch(withFindings);
    expect(readFileSync(path.join(project, 'fix.js'), 'utf8')).toContain(`'https://plex.tv/api/v2/user'`);

    const description = path.join(project, 'node_modules/eslint-plugin-plex-api/spec/plex-media-server.json');
    const before = await lint('plex.js', '--cache');
    writeFileSync(description, readFileSync(description, 'utf8').replaceAll('"/hubs"', '"/no-hubs"'));
    expect(await lint('plex.js', '--cache')).not.toEqual(before);
    writeFileSync(description, readFileSync(description, 'utf8').replaceAll('"/no-hubs"', '"/hubs"'));
    expect(await lint('plex.js', '--cache')).toEqual(before);
  });

  describe.skipIf(major === '9.15')('with a parser for TypeScript', () => {
    beforeAll(async () => {
      await install(`@typescript-eslint/parser@${versions['@typescript-eslint/parser'] ?? ''}`, `typescript@${versions.typescript ?? ''}`);
    }, 120_000);

    it('finds the same in TypeScript', async () => {
      expect((await lint('plex.ts')).map(withoutColumn)).toEqual(readmeFindings().map(withoutColumn));
    });

    it('has the command of the audit', async () => {
      const args = ['plex-lint', 'audit', '--format', 'json'];
      const { stdout } = await run('npx', args, { cwd: project }).catch(withFindings);
      const { requests } = JSON.parse(stdout) as { requests: readonly { file: string; operation: string | null }[] };
      expect(requests.filter(({ file }) => file === 'plex.js').map(({ operation }) => operation)).toEqual([null, 'GET /hubs', null]);
    }, 60_000);

    it('has types for a configuration in TypeScript, which need no package but eslint', async () => {
      await run('npx', ['tsc', '-p', '.'], { cwd: project });
    }, 60_000);
  });

  async function install(...packages: readonly string[]): Promise<void> {
    await run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', '--save-dev', ...packages], { cwd: project });
  }

  async function lint(file: string, ...options: readonly string[]): Promise<readonly string[]> {
    const args = [path.join(project, 'node_modules/eslint/bin/eslint.js'), '--format', 'json', ...options, file];
    const { stdout } = await run(process.execPath, args, { cwd: project }).catch(withFindings);
    const [result] = JSON.parse(stdout) as [{ messages: readonly { line: number; column: number; ruleId: string }[] }];
    return result.messages.map(({ line, column, ruleId }) => `${line}:${column} ${ruleId}`);
  }
}, 180_000);

/** Findings are exit status 1; anything else is a failure. */
function withFindings(error: unknown): { readonly stdout: string } {
  if (typeof error === 'object' && error !== null && 'code' in error && error.code === 1 && 'stdout' in error) return { stdout: String(error.stdout) };
  throw error;
}

/** `4:51 plex-api/no-unknown-endpoint`, as the README has them. */
function readmeFindings(): readonly string[] {
  return [...blockBehind('findings', 'text').matchAll(/^ +(\d+:\d+) .* (plex-api\/\S+)$/gm)].map(([, place = '', rule = '']) => `${place} ${rule}`);
}

function withoutColumn(finding: string): string {
  return finding.replace(/:\d+/, '');
}

function blockBehind(mark: string, language: string): string {
  return new RegExp(`<!-- begin ${mark} -->\\s*\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(readme)?.[1] ?? '';
}
