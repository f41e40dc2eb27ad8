import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildOnce } from '../package/build-once.ts';
import { needs } from '../package/needs.ts';
import { createProject } from '../places/project.ts';
import type { AuditReport } from '../../audit/audit-report.ts';
import type { Project, Ran } from '../places/project.ts';

const EXAMPLE = 'examples/monorepo';
const PACKAGES = ['apps/cli', 'apps/server', 'packages/plex-client', 'packages/plex-types', 'packages/watch-party'];
const README = readFileSync(`${EXAMPLE}/README.md`, 'utf8');

let project: Project;

beforeAll(() => {
  needs('git');
  buildOnce();
  project = createProject(EXAMPLE, ['eslint', 'turbo']);
  const modules = path.join(project.folder, 'node_modules');
  const link = (target: string, name: string): void => {
    mkdirSync(path.dirname(path.join(modules, name)), { recursive: true });
    symlinkSync(target, path.join(modules, name));
  };
  for (const folder of PACKAGES) link(path.join(project.folder, folder), `@den/${path.basename(folder)}`);
  link(path.resolve('node_modules/.bin/turbo'), '.bin/turbo');
  writeFileSync(path.join(modules, '.bin/plex-lint'), `#!/bin/sh\nexec "${process.execPath}" "${path.resolve('dist/audit/cli.js')}" "$@"\n`, { mode: 0o755 });
  rmSync(path.join(project.folder, '.turbo'), { recursive: true, force: true });
  project.write('package-lock.json', JSON.stringify(lockOf('0.1.0')));
  done('git init --quiet --initial-branch main . && git add --all && git -c user.name=test -c user.email=test@localhost commit --quiet -m Start');
}, 120_000);

afterAll(() => {
  project.remove();
});

describe('examples/monorepo under Turborepo', () => {
  it('audits every package the first time, and reports what all of them send', () => {
    expect(README).toContain('```sh\nnpm install\nnpm run audit\n```');
    expect(audit()).toEqual({ audited: PACKAGES, cached: rowOf('none yet') });
    expect(sentBy(merged())).toEqual([
      'apps/cli/src/index.ts GET /hubs/search',
      'apps/cli/src/index.ts POST /library/section/{}/refresh (unknown)',
      'apps/server/src/index.ts GET /library/sections/all',
      'apps/server/src/index.ts GET /library/sections/{sectionId}/all',
      'apps/server/src/index.ts GET /status/sessions',
      'apps/server/src/index.ts POST /:/scrobble (wrong-method)',
      'packages/plex-client/src/index.ts GET /identity',
      'packages/watch-party/src/index.ts GET /api/v2/resources',
    ]);
    expect(merged().findings.map(({ file, rule }) => `${file} ${rule}`)).toEqual(['apps/cli/src/index.ts plex-api/no-unknown-endpoint', 'apps/server/src/index.ts plex-api/no-wrong-method']);
  });

  it('takes everything from the cache the second time, the files that are merged included', () => {
    for (const folder of PACKAGES) rmSync(path.join(project.folder, folder, 'plex-facts.json'));
    expect(audit()).toEqual({ audited: [], cached: rowOf('nothing') });
    expect(merged().requests).toHaveLength(8);
  });

  it('audits a leaf package alone that has changed', () => {
    change('packages/watch-party/src/index.ts', (text) => text.replace('/api/v2/resources', '/api/v2/resuorces'));
    expect(audit()).toEqual({ audited: ['packages/watch-party'], cached: rowOf('`packages/watch-party`, which no package imports') });
    expect(merged().findings.map(({ file }) => file)).toContain('packages/watch-party/src/index.ts');
  });

  it('audits the shared wrapper that has changed, and its dependents, whose findings it makes', () => {
    change('packages/plex-client/src/index.ts', (text) => text.replace("'X-Plex-Token': plexToken, ", ''));
    expect(audit()).toEqual({ audited: ['apps/cli', 'apps/server', 'packages/plex-client'], cached: rowOf('`packages/plex-client`, the shared wrapper') });
    // one finding, for the four requests of both apps to operations that want a token
    expect(merged().findings.filter(({ rule }) => rule === 'plex-api/require-headers').map(({ sites }) => sites)).toEqual([4]);
  });

  it('audits what imports a package by way of another', () => {
    change('packages/plex-types/src/index.ts', (text) => text.replace('title', 'titel'));
    expect(audit()).toEqual({ audited: PACKAGES.slice(0, -1), cached: rowOf('`packages/plex-types`, which the wrapper imports') });
  });

  it('audits everything again for another configuration, and for another version of the plugin, but not of another package', () => {
    change('plex-lint.config.json', (text) => text.replace('"DVRs", ', ''));
    expect(planned()).toEqual(PACKAGES);
    expect(audit()).toEqual({ audited: PACKAGES, cached: rowOf('`plex-lint.config.json`, or another version of the plugin') });
    expect(planned()).toEqual([]);
    project.write('package-lock.json', JSON.stringify(lockOf('0.1.0', '1.13.1')));
    expect(planned()).toEqual(['packages/watch-party']);
    project.write('package-lock.json', JSON.stringify(lockOf('0.1.1')));
    expect(planned()).toEqual(PACKAGES);
  });

  it('has in docs/monorepo.md what the example has', () => {
    const blocks = [...readFileSync('docs/monorepo.md', 'utf8').matchAll(/^```json\n([\s\S]*?)^```/gm)].map(([, code = '']) => JSON.parse(code) as unknown);
    const { scripts } = readJson(`${EXAMPLE}/package.json`) as { scripts: object };
    for (const folder of PACKAGES) expect(readJson(`${EXAMPLE}/${folder}/package.json`)).toMatchObject(blocks[0] as object);
    expect(readJson(`${EXAMPLE}/turbo.json`)).toMatchObject(blocks[1] as object);
    expect(blocks[2]).toEqual({ scripts });
  });
});

/** Runs the README's command. What was audited, by Turborepo's own summary, and how many it says were cached. */
function audit(): { readonly audited: readonly string[]; readonly cached: string } {
  const runs = path.join(project.folder, '.turbo/runs');
  rmSync(runs, { recursive: true, force: true });
  const { status, stdout, stderr } = shell('npm run audit', { TURBO_RUN_SUMMARY: 'true' });
  // there are findings
  expect(status, stdout + stderr).toBe(1);
  const [summary = ''] = readdirSync(runs);
  const { tasks } = readJson(path.join(runs, summary)) as Summary;
  expect(tasks.map(({ directory }) => directory).sort()).toEqual(PACKAGES);
  const [, cached = '', total = ''] = /Cached:\s+(\d+) cached, (\d+) total/.exec(stdout) ?? [];
  return { audited: missed(tasks), cached: `${cached} of ${total}` };
}

/** What would be audited now. */
function planned(): readonly string[] {
  return missed((JSON.parse(done('npx turbo run audit --dry-run=json').stdout) as Summary).tasks);
}

interface Summary {
  readonly tasks: readonly { readonly directory: string; readonly cache: { readonly status: 'HIT' | 'MISS' } }[];
}

function missed(tasks: Summary['tasks']): readonly string[] {
  return tasks.filter(({ cache }) => cache.status === 'MISS').map(({ directory }) => directory).sort();
}

/** How many the README says come from the cache after a change. */
function rowOf(changed: string): string {
  const row = README.split('\n').find((line) => line.startsWith(`| ${changed} |`));
  return /(\d of \d) \|$/.exec(row ?? '')?.[1] ?? `no row for ${changed}`;
}

/** The report that is merged of what lies there now; it is, byte for byte, that of one audit of everything. */
function merged(): AuditReport {
  const { stdout } = shell('npm run --silent audit:merge -- --format json');
  expect(stdout).toBe(shell('node_modules/.bin/plex-lint audit --format json').stdout);
  return JSON.parse(stdout) as AuditReport;
}

function sentBy({ requests }: AuditReport): readonly string[] {
  return requests.map(({ file, method, operation, path: sent, standing }) => `${file} ${standing === 'documented' ? (operation ?? '') : `${method ?? ''} ${sent ?? ''} (${standing})`}`).sort();
}

function change(file: string, edit: (text: string) => string): void {
  const before = readFileSync(path.join(project.folder, file), 'utf8');
  const after = edit(before);
  expect(after).not.toBe(before);
  project.write(file, after);
}

/** Runs a command of the shell in the project, with nothing of the surroundings' Turborepo, git or network. */
function shell(command: string, more: Readonly<Record<string, string>> = {}): Ran {
  const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:GIT_|TURBO_|npm_|CI$|GITHUB_|FORCE_COLOR$)/.test(name)));
  const offline = { TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1', DO_NOT_TRACK: '1', npm_config_offline: 'true', npm_config_loglevel: 'silent', NO_COLOR: '1' };
  const { status, stdout, stderr } = spawnSync(command, { cwd: project.folder, shell: true, encoding: 'utf8', env: { ...clean, ...offline, ...more } });
  return { status, stdout, stderr };
}

function done(command: string): Ran {
  const ran = shell(command);
  expect(ran.status, ran.stdout + ran.stderr).toBe(0);
  return ran;
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** The lock that npm would write, as far as Turborepo reads it. */
function lockOf(plugin: string, axios = '1.13.0'): object {
  const manifests = PACKAGES.map((folder) => ({ folder, manifest: readJson(`${EXAMPLE}/${folder}/package.json`) as { readonly name: string; readonly version: string; readonly dependencies?: object } }));
  return {
    name: 'den',
    lockfileVersion: 3,
    requires: true,
    packages: {
      '': readJson(`${EXAMPLE}/package.json`),
      ...Object.fromEntries(manifests.map(({ folder, manifest: { name, version, dependencies = {} } }) => [folder, { name, version, dependencies }])),
      ...Object.fromEntries(manifests.map(({ folder, manifest: { name } }) => [`node_modules/${name}`, { resolved: folder, link: true }])),
      'node_modules/axios': { version: axios },
      'node_modules/eslint': { version: '10.15.0', dev: true },
      'node_modules/eslint-plugin-plex-api': { version: plugin, dev: true },
      'node_modules/turbo': { version: '2.11.11', dev: true },
    },
  };
}
