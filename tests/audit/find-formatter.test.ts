import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findFormatter, findPackageManager } from '../../audit/find-formatter.ts';
import { writeProject } from '../modules/write-project.ts';

const file = 'src/api.ts';

function formatterOf(files: Readonly<Record<string, unknown>>, cwd = '.', changed: readonly string[] = [file]): string | null {
  const root = writeProject({ [file]: '', ...files });
  return findFormatter(changed.map((name) => join(root, name)), root, join(root, cwd));
}

describe('the formatter of a project', () => {
  it.each([
    ['prettier', 'npx prettier --write src/api.ts'],
    ['@biomejs/biome', 'npx biome format --write src/api.ts'],
    ['dprint', 'npx dprint fmt src/api.ts'],
    ['oxfmt', 'npx oxfmt src/api.ts'],
  ])('is the package %s', (name, command) => {
    expect(formatterOf({ 'package.json': { devDependencies: { [name]: '1' } } })).toBe(command);
    expect(formatterOf({ 'package.json': { dependencies: { [name]: '1' } } })).toBe(command);
  });

  it('is that of Deno', () => {
    expect(formatterOf({ 'deno.json': {} })).toBe('deno fmt src/api.ts');
    expect(formatterOf({ 'deno.jsonc': '{ /* tasks */ }' })).toBe('deno fmt src/api.ts');
  });

  it.each([
    ['format', 'prettier --write .'],
    ['fmt', 'dprint fmt'],
    ['prettier', 'prettier -w src'],
    ['format:write', 'biome check --write .'],
    ['lint:fix', 'eslint . --fix'],
    ['format', 'oxfmt'],
    ['fix', 'standard --fix'],
  ])('is the script %s: %s', (name, script) => {
    expect(formatterOf({ 'package.json': { scripts: { [name]: script }, devDependencies: { prettier: '3' } } })).toBe(`npm run ${name}`);
  });

  it.each([
    ['only checks', 'prettier --check .'],
    ['only checks, too', 'oxfmt --check'],
    ['does something else', 'node scripts/format-report.js'],
  ])('is not a script that %s', (_, script) => {
    expect(formatterOf({ 'package.json': { scripts: { format: script } } })).toBeNull();
  });

  it('is not known where nothing says so', () => {
    expect(formatterOf({ 'package.json': { devDependencies: { eslint: '9' } } })).toBeNull();
    expect(formatterOf({})).toBeNull();
    expect(formatterOf({ 'package.json': 'no JSON' })).toBeNull();
    expect(formatterOf({ 'package.json': { devDependencies: { prettier: '3' } } }, '.', [])).toBeNull();
  });

  it('runs where it is a dependency, by the package manager of the project, as the user would type it', () => {
    const tools = { devDependencies: { prettier: '3' } };
    expect(formatterOf({ 'src/package.json': tools, 'package.json': {}, 'pnpm-lock.yaml': '' })).toBe('cd src && pnpm exec prettier --write api.ts');
    expect(formatterOf({ 'package.json': tools, 'yarn.lock': '' }, 'src')).toBe('cd .. && yarn prettier --write src/api.ts');
    expect(formatterOf({ 'package.json': tools, 'bun.lock': '' })).toBe('bunx prettier --write src/api.ts');
    expect(formatterOf({ 'package.json': tools }, '.', ["it's [id].ts"])).toBe(String.raw`npx prettier --write 'it'\''s [id].ts'`);
    expect(formatterOf({ 'package.json': tools }, '.', Array.from({ length: 21 }, (_, i) => `${String(i)}.ts`))).toBe('npx prettier --write .');
  });
});

describe('the package manager of a folder', () => {
  function managerOf(files: Readonly<Record<string, unknown>>, folder: string): string {
    const root = writeProject(files);
    const { name, folder: at } = findPackageManager(join(root, folder), root);
    return `${name} in ${at.slice(root.length) || '.'}`;
  }

  it.each([
    ['package-lock.json', 'npm'], ['npm-shrinkwrap.json', 'npm'], ['pnpm-lock.yaml', 'pnpm'], ['yarn.lock', 'yarn'], ['bun.lock', 'bun'], ['bun.lockb', 'bun'],
  ])('is told by %s', (lock, name) => {
    expect(managerOf({ 'package.json': {}, [lock]: '' }, '.')).toBe(`${name} in .`);
  });

  it('is told by the field packageManager, whatever lock file is there', () => {
    expect(managerOf({ 'package.json': { packageManager: 'pnpm@10.1.0+sha512.aa' }, 'package-lock.json': '' }, '.')).toBe('pnpm in .');
    expect(managerOf({ 'package.json': { packageManager: 'cnpm@9.0.0' }, 'yarn.lock': '' }, '.')).toBe('yarn in .');
  });

  it('runs at the top of the workspaces', () => {
    expect(managerOf({ 'package.json': { workspaces: ['a'] }, 'yarn.lock': '', 'a/package.json': {} }, 'a')).toBe('yarn in .');
    expect(managerOf({ 'package.json': {}, 'pnpm-workspace.yaml': '', 'pnpm-lock.yaml': '', 'a/package.json': {} }, 'a')).toBe('pnpm in .');
  });

  it('runs in the package where what is above has other packages only', () => {
    expect(managerOf({ 'package.json': {}, 'yarn.lock': '', 'a/package.json': {} }, 'a')).toBe('yarn in /a');
    expect(managerOf({ 'package.json': {}, 'yarn.lock': '', 'a/package.json': {}, 'a/package-lock.json': '' }, 'a')).toBe('npm in /a');
    expect(managerOf({ 'a/package.json': {} }, 'a/src')).toBe('npm in /a');
  });
});
