import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buildOnce } from '../package/build-once.ts';
import { needs } from '../package/needs.ts';
import { createProject } from './project.ts';
import type { Project, Ran } from './project.ts';

const EXAMPLE = 'examples/git-hooks';
const GOOD = readFileSync(`${EXAMPLE}/src/sessions.js`, 'utf8');
const WRONG = GOOD.replace('/status/sessions', '/status/sesions');
const LEFTHOOK = '2.2.2';

let project: Project;

beforeAll(() => {
  needs('git');
  buildOnce();
}, 120_000);

afterEach(() => {
  project.remove();
}, 60_000);

/** How each program is set up in a clone, as its page in docs/ says. */
const HOOKS: Readonly<Record<string, () => void>> = {
  'husky and lint-staged': () => {
    done(shell('node_modules/.bin/husky'));
  },
  lefthook: () => {
    // Its install script would write hooks into the repository that this test is part of.
    done(shell(`npm install --no-save --no-package-lock --prefix tools --ignore-scripts --no-audit --no-fund --prefer-offline lefthook@${LEFTHOOK}`));
    done(shell('tools/node_modules/.bin/lefthook install'));
  },
  'pre-commit': () => {
    needs('pre-commit');
    done(shell('pre-commit install'));
  },
};

describe.each(Object.keys(HOOKS))('a commit with %s', (name) => {
  it('is refused with a wrong call, passes with a good one, and leaves what is not staged alone', () => {
    project = createProject(EXAMPLE, ['eslint', 'husky', 'lint-staged']);
    linkPrograms('eslint', 'husky', 'lint-staged');
    project.write('.gitignore', 'node_modules/\ntools/\n.home/\n');
    done(shell('git init --quiet --initial-branch main .'));
    HOOKS[name]?.();
    done(commit('Start'));
    const start = head();

    project.write('src/sessions.js', WRONG);
    const refused = commit('Wrong');
    expect(refused.status).not.toBe(0);
    expect(refused.stdout + refused.stderr).toMatch(/3:43 +error +.*\/status\/sesions.* plex-api\/no-unknown-endpoint/);
    expect(head()).toBe(start);

    // What is staged is good; what is in the editor is not, and is nobody's business yet.
    project.write('src/sessions.js', GOOD.replace('/status/sessions', '/status/sessions/history/all'));
    done(shell('git add src/sessions.js'));
    project.write('src/sessions.js', WRONG);
    done(shell('git commit --quiet -m Good'));
    expect(shell('git show HEAD:src/sessions.js').stdout).toContain('/status/sessions/history/all');
    expect(readFileSync(path.join(project.folder, 'src/sessions.js'), 'utf8')).toBe(WRONG);
    expect(shell('git status --porcelain').stdout).toBe(' M src/sessions.js\n');

    // What is staged is wrong; that the editor has it right already does not help.
    const before = head();
    done(shell('git add src/sessions.js'));
    project.write('src/sessions.js', GOOD);
    expect(shell('git commit --quiet -m Wrong').status).not.toBe(0);
    expect(head()).toBe(before);
    expect(readFileSync(path.join(project.folder, 'src/sessions.js'), 'utf8')).toBe(GOOD);
  }, 180_000);
});

it('the hook plex-lint brings all that it needs, and is at work in a repository without node_modules', () => {
  needs('pre-commit');
  project = createProject({ 'src/sessions.js': WRONG, '.gitignore': 'node_modules/\nhooks/\n.home/\n' });
  const hooks = path.join(project.folder, 'hooks');
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' }).trim().split('\n');
  for (const file of files.filter((name) => name !== 'node_modules' && existsSync(name))) cpSync(file, path.join(hooks, file), { recursive: true });
  done(shell('git init --quiet hooks && cd hooks && git add --all && git commit --quiet -m Hooks'));
  const revision = shell('git -C hooks rev-parse HEAD').stdout.trim();
  project.write('.pre-commit-config.yaml', `repos:\n  - repo: ./hooks\n    rev: ${revision}\n    hooks:\n      - id: plex-lint\n`);
  done(shell('git init --quiet --initial-branch main . && pre-commit install'));

  const refused = commit('Wrong');
  expect(refused.status).not.toBe(0);
  expect(refused.stdout + refused.stderr).toMatch(/3:43 +error +.*plex-api\/no-unknown-endpoint/);
  project.write('src/sessions.js', GOOD);
  done(commit('Good'));
}, 400_000);

function commit(message: string): Ran {
  done(shell('git add --all'));
  return shell(`git commit --quiet -m ${message}`);
}

function head(): string {
  return shell('git rev-parse HEAD').stdout;
}

function done({ status, stdout, stderr }: Ran): void {
  if (status !== 0) throw new Error(stdout + stderr);
}

/** Runs a command of the shell in the project, without what git tells hooks of the repository around. */
function shell(command: string): Ran {
  const identity = { GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@example.org', GIT_COMMITTER_NAME: 'A', GIT_COMMITTER_EMAIL: 'a@example.org' };
  const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_') && !['CI', 'NO_COLOR', 'FORCE_COLOR', 'HUSKY', 'LEFTHOOK'].includes(name)));
  const home = path.join(project.folder, '.home');
  mkdirSync(home, { recursive: true });
  const { status, stdout, stderr } = spawnSync(command, { cwd: project.folder, shell: true, encoding: 'utf8', env: { ...clean, ...identity, PRE_COMMIT_HOME: home, NO_COLOR: '1' } });
  return { status, stdout, stderr };
}

/** The commands that npm links into node_modules/.bin. */
function linkPrograms(...packages: readonly string[]): void {
  const bin = path.join(project.folder, 'node_modules/.bin');
  mkdirSync(bin, { recursive: true });
  for (const name of packages) symlinkSync(path.resolve('node_modules/.bin', name), path.join(bin, name));
}
