import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildOnce } from '../package/build-once.ts';
import type { AuditReport } from '../../audit/audit-report.ts';

const EXAMPLE = resolve('examples/declared-client');
let folder: string;

/** The example as a user has it: with the plugin and ESLint installed. */
beforeAll(() => {
  buildOnce();
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'plex-api-declared-')));
  cpSync(EXAMPLE, folder, { recursive: true });
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(resolve('.'), join(folder, 'node_modules/eslint-plugin-plex-api'));
  symlinkSync(resolve('node_modules/eslint'), join(folder, 'node_modules/eslint'));
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('examples/declared-client', () => {
  it('has the findings that its README lists, in lint and in the audit, with and without its configuration', () => {
    const listed = [...readFileSync(join(EXAMPLE, 'README.md'), 'utf8').matchAll(/^\| `([^`]+)` \|.*\| `([^`]+)` \|$/gm)].map(([, file = '', rule = '']) => `${file} plex-api/${rule}`);
    expect(listed).toHaveLength(2);
    expect(lint()).toEqual(listed);
    for (const option of [['--settings', 'plex-api.json'], ['--use-config']]) {
      expect(audit(...option).findings.map(({ file, rule }) => `${file} ${rule}`)).toEqual(listed);
    }
  });

  it('is audited alike by the file of settings and by the configuration', () => {
    const bySettings = audit('--settings', 'plex-api.json');
    expect(bySettings.requests.map(({ client, method, path, token, target }) => ({ client, method, path, token, target }))).toEqual([
      ...['/library/sections/all', '/library/metadata/{}/childs', '/library/metadata/{}'].map((path) => sent('GET', path)),
      sent('POST', '/:/scrobble'),
      sent('PUT', '/:/unscrobble'),
    ]);
    expect(audit('--use-config')).toEqual(bySettings);
  });

  it('has no request that could be found without the declaration', () => {
    expect(audit().requests).toEqual([]);
  });

  it('is told of a mistake in the declaration by the place and what to write', () => {
    const mistaken = readFileSync(join(folder, 'plex-api.json'), 'utf8').replace('"args": ["url", "query"]', '"args": ["ulr", "query"]');
    writeFileSync(join(folder, 'mistaken.json'), mistaken);
    const { status, stdout, stderr } = run('eslint-plugin-plex-api/dist/audit/cli.js', 'audit', '--settings', 'mistaken.json');
    expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: '', stderr: "plex-lint: settings['plex-api'].clients[0].members.read.args[0] is 'ulr'. Did you mean 'url'?\n" });
  });
});

function sent(method: string, path: string) {
  return { client: 'media-link', method, path, token: 'header', target: 'plex-media-server' };
}

function lint(): readonly string[] {
  const results = JSON.parse(run('eslint/bin/eslint.js', '.', '--format', 'json').stdout) as { filePath: string; messages: { ruleId: string }[] }[];
  return results.flatMap(({ filePath, messages }) => messages.map(({ ruleId }) => `${filePath.slice(folder.length + 1)} ${ruleId}`));
}

function audit(...options: readonly string[]): AuditReport {
  const { stdout, stderr } = run('eslint-plugin-plex-api/dist/audit/cli.js', 'audit', '--format', 'json', ...options);
  expect(stderr).toBe('');
  return JSON.parse(stdout) as AuditReport;
}

function run(script: string, ...args: readonly string[]) {
  return spawnSync(process.execPath, [join(folder, 'node_modules', script), ...args], { cwd: folder, encoding: 'utf8' });
}
