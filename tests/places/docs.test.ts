import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { buildOnce } from '../package/build-once.ts';
import { createProject } from './project.ts';
import type { Project } from './project.ts';

const PAGES = ['README.md', ...['accuracy', 'adopting', 'audit', 'cache', 'ci', 'codemods', 'components', 'editors', 'oxlint', 'places', 'pre-commit'].map((name) => `docs/${name}.md`)];

/**
 * Commands that set something up, that CI itself runs, that need a terminal, a clean work tree or a package that is not here:
 * another test runs them where that is wanted, or installs the same by links.
 */
const ELSEWHERE = [/^npm install --(save-dev|global) /, /^npm ci && /, /^npx husky$/, /^npx lefthook install$/, /^pre-commit install$/, /^npx plex-lint codemod .*(?:--write|--interactive)/, /^npx jscodeshift /, /^ {2}/];

let project: Project;

beforeAll(() => {
  buildOnce();
  project = createProject('examples/github-workflow', ['eslint', 'oxlint']);
  const bin = path.join(project.folder, 'node_modules/.bin');
  mkdirSync(bin, { recursive: true });
  for (const name of ['eslint', 'oxlint']) symlinkSync(path.resolve('node_modules/.bin', name), path.join(bin, name));
  symlinkSync(path.resolve('dist/audit/cli.js'), path.join(bin, 'plex-lint'));
  spawnSync('chmod', ['+x', path.resolve('dist/audit/cli.js')]);
  project.write('.oxlintrc.json', blocksOf('docs/oxlint.md', 'json')[0] ?? '');
  // a branch of a repository that was cloned
  run('git init -q && git -c user.name=test -c user.email=test@localhost commit -q --allow-empty -m start && git update-ref refs/remotes/origin/main HEAD');
}, 120_000);

afterAll(() => {
  project.remove();
});

describe.each(PAGES)('%s', (page) => {
  const commands = blocksOf(page, 'sh').flatMap((block) => block.trim().split('\n'));
  const driven = commands.filter((command) => !ELSEWHERE.some((known) => known.test(command)));

  it('has commands that do what they say on clean code, if any', () => {
    for (const command of driven) expect(run(command), command).toMatchObject({ status: 0 });
  });

  it('leads to pages and files that exist', () => {
    const text = readFileSync(page, 'utf8');
    for (const [, link = ''] of text.matchAll(/\]\(([\w./-]+\.md)(?:#[\w-]+)?\)/g)) expect(() => readFileSync(path.join(path.dirname(page), link)), link).not.toThrow();
    for (const [, folder = ''] of text.matchAll(/`(examples\/[\w-]+)`/g)) expect(readdirSync(folder), folder).not.toEqual([]);
  });
});

it('the page of hooks shows what the example has', () => {
  const [husky, lefthook, , preCommit] = [blocksOf('docs/pre-commit.md', 'json')[0], ...blocksOf('docs/pre-commit.md', 'yaml')];
  expect(readJson('examples/git-hooks/package.json')).toMatchObject(JSON.parse(husky ?? '') as object);
  expect(lefthook).toBe(`# lefthook.yml\n${readFileSync('examples/git-hooks/lefthook.yml', 'utf8')}`);
  expect(preCommit).toBe(`# .pre-commit-config.yaml\n${readFileSync('examples/git-hooks/.pre-commit-config.yaml', 'utf8')}`);
});

it('the hooks that the repository offers name programs that exist', () => {
  const hooks = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as readonly { readonly id: string; readonly entry: string }[];
  expect(hooks.map(({ id }) => id)).toEqual(['plex-lint', 'eslint']);
  for (const { entry } of hooks) expect(run(`PATH="node_modules/.bin:$PATH" ${entry} src/sessions.js`), entry).toMatchObject({ status: 0 });
});

it('the workflow for GitHub runs what passes on clean code, and refuses a wrong call', () => {
  interface Workflow {
    readonly jobs: Readonly<Record<string, { readonly steps: readonly { readonly run?: string }[] }>>;
  }
  const { jobs } = parse(readFileSync('examples/github-workflow/.github/workflows/plex-api.yml', 'utf8')) as Workflow;
  const commands = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run: command }) => command ?? [])).filter((command) => command !== 'npm ci');
  expect(commands).toHaveLength(2);
  for (const command of commands) expect(run(command).status, command).toBe(0);

  const good = readFileSync(path.join(project.folder, 'src/sessions.js'), 'utf8');
  project.write('src/sessions.js', good.replace('/status/sessions', '/status/sesions'));
  for (const command of commands) expect(run(command).status, command).toBe(1);
  const { runs } = readJson(path.join(project.folder, 'plex-api.sarif')) as { readonly runs: readonly { readonly results: readonly { readonly ruleId: string }[] }[] };
  expect(runs[0]?.results.map(({ ruleId }) => ruleId)).toEqual(['plex-api/no-unknown-endpoint']);
  project.write('src/sessions.js', good);
});

function run(command: string): { readonly status: number | null; readonly stderr: string; readonly stdout: string } {
  const { status, stderr, stdout } = spawnSync(command, { cwd: project.folder, shell: true, encoding: 'utf8', env: { ...process.env, npm_config_offline: 'true', npm_config_loglevel: 'silent' } });
  return { status, stderr, stdout };
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** The code blocks of a page in a language. */
function blocksOf(page: string, language: string): readonly string[] {
  return [...readFileSync(page, 'utf8').matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, code = '']) => code);
}
