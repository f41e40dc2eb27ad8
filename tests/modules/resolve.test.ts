import { mkdirSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createModuleLoader, type ModuleLoaderOptions } from '../../modules/create-module-loader.ts';
import { writeProject } from './write-project.ts';

/** What a specifier means, relative to the project: `specifier` -> path, or null. */
function resolveAll(files: Readonly<Record<string, unknown>>, from: string, specifiers: readonly string[], options: ModuleLoaderOptions = {}) {
  const root = writeProject(files);
  return answers(root, from, specifiers, options);
}

function answers(root: string, from: string, specifiers: readonly string[], options: ModuleLoaderOptions = {}) {
  const loader = createModuleLoader({ root, ...options });
  return Object.fromEntries(
    specifiers.map((specifier) => {
      const file = loader.resolve(specifier, join(root, from));
      return [specifier, file === null ? null : relative(root, file).replaceAll('\\', '/')];
    }),
  );
}

describe('relative specifiers', () => {
  const files = {
    'src/main.ts': '',
    'src/client.ts': '',
    'src/view.tsx': '',
    'src/old.js': '',
    'src/both.ts': '',
    'src/both.js': '',
    'src/plex.service.ts': '',
    'src/api/index.ts': '',
    'src/api.ts': '',
    'src/only/index.js': '',
    'src/packed/package.json': { main: './entry' },
    'src/packed/entry.js': '',
    'src/table.json': {},
    'src/types.d.ts': '',
    'src/Panel.vue': '',
    'src/worker.mts': '',
    'src/style.css': '',
  };

  it.each([
    ['./client', 'src/client.ts'],
    ['./client.ts', 'src/client.ts'],
    ['./client.js', 'src/client.ts'],
    ['./view.js', 'src/view.tsx'],
    ['./view.jsx', 'src/view.tsx'],
    ['./old', 'src/old.js'],
    ['./both.js', 'src/both.ts'],
    ['./plex.service', 'src/plex.service.ts'],
    ['./api', 'src/api.ts'],
    ['./api/', 'src/api/index.ts'],
    ['./only', 'src/only/index.js'],
    ['./packed', 'src/packed/entry.js'],
    ['./table.json', 'src/table.json'],
    ['./types', 'src/types.d.ts'],
    ['./Panel.vue', 'src/Panel.vue'],
    ['./worker.mjs', 'src/worker.mts'],
    ['./client.ts?worker', 'src/client.ts'],
    ['.', null],
    ['../src/main', 'src/main.ts'],
    ['./style.css', null],
    ['./Client', null],
    ['./missing', null],
  ])('%s', (specifier, expected) => {
    expect(resolveAll(files, 'src/main.ts', [specifier])).toEqual({ [specifier]: expected });
  });
});

describe('any specifier', () => {
  it('is answered, never thrown at', () => {
    const root = writeProject({ 'package.json': { name: 'x', exports: { './*': [[null, { a: {} }]] }, imports: { '#*': 5 } }, 'tsconfig.json': { compilerOptions: { paths: { '*': 'y', 'a*b': [null], '**': [] } } }, 'deno.json': { imports: { a: 'a', b: 'c', c: 'b', '/': '/' } }, 'a.ts': '' });
    const loader = createModuleLoader({ root });
    const odd = ['', '.', '..', '/', '//', '#', '#/', '@', '@/', 'x', 'x/', 'x/y', 'a', 'b', 'c', '\0', './\0', 'file:', 'file:///%E0%A4%A', 'file://host/x', '?', './?', './[', '*', '__proto__', './__proto__', 'constructor', '\\', 'C:', `./${'a/'.repeat(5000)}`];
    expect(odd.filter((specifier) => loader.resolve(specifier, join(root, 'a.ts')) !== null)).toEqual([]);
    expect(loader.resolve('./a', join(root, 'a.ts'))).toBe(join(root, 'a.ts'));
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[.\/@#~a*?:%]{1,12}$/)), (specifier) => {
        const file = loader.resolve(specifier, join(root, 'a.ts'));
        return file === null || file.startsWith(root);
      }),
      { numRuns: 500 },
    );
  });
});

describe('tsconfig', () => {
  it('reads paths with comments and trailing commas, though the config it extends is not installed', () => {
    const files = {
      'tsconfig.json': '{\n // base\n "extends": "@tsconfig/node-lts/tsconfig.json",\n "compilerOptions": { "paths": { "#/*": ["./src/*"], "env": ["./src/env.ts",], }, },\n}',
      'src/a.ts': '',
      'src/lib/b.ts': '',
      'src/env.ts': '',
    };
    expect(resolveAll(files, 'src/a.ts', ['#/lib/b.ts', '#/lib/b', 'env', './lib/b', '#/none'])).toEqual({
      '#/lib/b.ts': 'src/lib/b.ts', '#/lib/b': 'src/lib/b.ts', env: 'src/env.ts', './lib/b': 'src/lib/b.ts', '#/none': null,
    });
  });

  it('inherits paths from what it extends, relative to where they are written', () => {
    const files = {
      'config/base.json': { compilerOptions: { baseUrl: '..', paths: { '@app/*': ['app/*'], '@app/special': ['other/special.ts'] } } },
      'app/tsconfig.json': { extends: ['../config/base'] },
      'app/a.ts': '',
      'app/special.ts': '',
      'other/special.ts': '',
    };
    expect(resolveAll(files, 'app/a.ts', ['@app/a', '@app/special'])).toEqual({ '@app/a': 'app/a.ts', '@app/special': 'other/special.ts' });
  });

  it('survives configs that extend each other, and broken ones', () => {
    const files = { 'tsconfig.json': { extends: './b.json' }, 'b.json': { extends: './tsconfig.json', compilerOptions: { paths: { x: ['./x.ts'] } } }, 'sub/tsconfig.json': '{ broken', 'sub/a.ts': '', 'x.ts': '' };
    expect(resolveAll(files, 'sub/a.ts', ['x'])).toEqual({ x: 'x.ts' });
  });

  it('asks the configs that a solution refers to, and jsconfig', () => {
    const files = {
      'tsconfig.json': { files: [], references: [{ path: './tsconfig.app.json' }] },
      'tsconfig.app.json': { compilerOptions: { paths: { '~lib/*': ['./lib/*'] } } },
      'lib/a.ts': '',
      'js/jsconfig.json': { compilerOptions: { baseUrl: './src/' } },
      'js/src/utils/b.js': '',
    };
    const root = writeProject(files);
    expect(answers(root, 'lib/a.ts', ['~lib/a'])).toEqual({ '~lib/a': 'lib/a.ts' });
    expect(answers(root, 'js/src/utils/b.js', ['utils/b', '~lib/a'])).toEqual({ 'utils/b': 'js/src/utils/b.js', '~lib/a': 'lib/a.ts' });
  });
});

describe('packages', () => {
  const built = { types: './dist/index.d.ts', default: './dist/index.js' };
  const workspace = {
    'pnpm-workspace.yaml': "packages:\n  - 'packages/*'\n  - '!packages/old'\n",
    'package.json': { workspaces: { packages: ['apps/*'] } },
    'apps/web/package.json': { name: 'web' },
    'apps/web/main.ts': '',
    'packages/client/package.json': { name: '@org/client', exports: { '.': built, './*': { types: './dist/*.d.ts', default: './dist/*.js' }, './*/*': { default: './dist/*/*.js' } } },
    'packages/client/tsconfig.json': { compilerOptions: { rootDir: './source', outDir: './dist' } },
    'packages/client/source/index.ts': '',
    'packages/client/source/get.ts': '',
    'packages/client/source/plex/get.ts': '',
    'packages/plain/package.json': { name: 'plain', main: './dist/main.js' },
    'packages/plain/src/main.ts': '',
    'packages/open/package.json': { name: 'open' },
    'packages/open/src/index.ts': '',
    'packages/open/lib/tool.ts': '',
    'packages/old/package.json': { name: 'old' },
    'packages/old/index.ts': '',
  };

  it('finds those of the workspace by name, at their sources, with nothing built or installed', () => {
    expect(resolveAll(workspace, 'apps/web/main.ts', ['@org/client', '@org/client/get', '@org/client/plex/get', '@org/client/none', 'plain', 'open', 'open/lib/tool', 'old', 'react', 'node:fs', 'fs'])).toEqual({
      '@org/client': 'packages/client/source/index.ts',
      '@org/client/get': 'packages/client/source/get.ts',
      '@org/client/plex/get': 'packages/client/source/plex/get.ts',
      '@org/client/none': null,
      plain: 'packages/plain/src/main.ts',
      open: 'packages/open/src/index.ts',
      'open/lib/tool': 'packages/open/lib/tool.ts',
      old: null, react: null, 'node:fs': null, fs: null,
    });
  });

  it('prefers sources to what was built from them', () => {
    const files = { ...workspace, 'packages/client/dist/index.js': '', 'packages/client/dist/index.d.ts': '' };
    expect(resolveAll(files, 'apps/web/main.ts', ['@org/client'])).toEqual({ '@org/client': 'packages/client/source/index.ts' });
  });

  it('knows lerna, rush, yarn and file: dependencies', () => {
    const files = {
      'lerna.json': { packages: ['libs/**'] },
      'rush.json': '{ /* rush */ "projects": [{ "packageName": "rushed", "projectFolder": "rushed" }] }',
      'libs/deep/one/package.json': { name: 'one', main: 'one.js' },
      'libs/deep/one/one.js': '',
      'rushed/package.json': { name: 'rushed' },
      'rushed/index.ts': '',
      'app/package.json': { dependencies: { near: 'file:../near' } },
      'app/a.ts': '',
      'near/package.json': { name: 'something-else' },
      'near/index.ts': '',
    };
    expect(resolveAll(files, 'app/a.ts', ['one', 'rushed', 'near'])).toEqual({ one: 'libs/deep/one/one.js', rushed: 'rushed/index.ts', near: 'near/index.ts' });
  });

  it('follows its own imports, exports and name', () => {
    const files = {
      'package.json': { name: 'me', exports: { '.': './dist/index.js', './deep/*': [{ browser: './src/web/*.ts' }, './src/deep/*.ts'], './secret/*': null }, imports: { '#config': { node: './src/config.ts' }, '#lib/*.js': './dist/lib/*.js', '#self': 'me/deep/x' } },
      'src/index.ts': '', 'src/config.ts': '', 'src/lib/a.ts': '', 'src/deep/x.ts': '', 'src/web/x.ts': '', 'src/secret/s.ts': '',
    };
    expect(resolveAll(files, 'src/index.ts', ['#config', '#lib/a.js', '#self', '#none', 'me', 'me/deep/x'])).toEqual({
      '#config': 'src/config.ts', '#lib/a.js': 'src/lib/a.ts', '#self': 'src/deep/x.ts', '#none': null, me: 'src/index.ts', 'me/deep/x': 'src/deep/x.ts',
    });
  });

  it('enters node_modules through a link to the project, and for packages the user names', () => {
    const root = writeProject({
      'app/a.ts': '',
      'lib/package.json': { name: 'linked', main: 'dist/index.js' },
      'lib/src/index.ts': '',
      'node_modules/other/package.json': { exports: { '.': { import: './esm/index.mjs' } } },
      'node_modules/other/esm/index.mjs': '',
    });
    mkdirSync(join(root, 'node_modules/@me'), { recursive: true });
    symlinkSync(join(root, 'lib'), join(root, 'node_modules/@me/linked'));
    expect(answers(root, 'app/a.ts', ['@me/linked', 'other'])).toEqual({ '@me/linked': 'lib/src/index.ts', other: null });
    expect(answers(root, 'app/a.ts', ['other'], { packages: ['other'] })).toEqual({ other: 'node_modules/other/esm/index.mjs' });
  });

  it('keeps to the path it was given when that is a link itself', () => {
    const root = writeProject({ 'real/app/a.ts': '', 'real/lib/package.json': { name: 'lib' }, 'real/lib/index.ts': '', 'real/node_modules/.keep': '' });
    symlinkSync(join(root, 'real/lib'), join(root, 'real/node_modules/lib'));
    symlinkSync(join(root, 'real'), join(root, 'link'));
    expect(answers(root, 'link/app/a.ts', ['lib', './a'])).toEqual({ lib: 'link/lib/index.ts', './a': 'link/app/a.ts' });
  });
});

describe('import maps and addresses', () => {
  const files = {
    'deno.jsonc': '{ // map\n "imports": { "@/": "./src/", "client": "./src/client.ts", "std/": "https://deno.land/std/", "hono": "jsr:@hono/hono" } }',
    'configs/import_map.json': { imports: { '/types/': '../types/', tool: '../tools/tool.ts' } },
    'src/a.ts': '', 'src/client.ts': '', 'types/x.ts': '', 'tools/tool.ts': '', 'internal/y.ts': '',
  };

  it('follows the map to files of the project only', () => {
    expect(resolveAll(files, 'src/a.ts', ['@/client.ts', 'client', 'tool', '/types/x.ts', '/internal/y.ts', 'std/path.ts', 'hono', 'https://esm.sh/x', 'npm:x'])).toEqual({
      '@/client.ts': 'src/client.ts', client: 'src/client.ts', tool: 'tools/tool.ts', '/types/x.ts': 'types/x.ts', '/internal/y.ts': 'internal/y.ts',
      'std/path.ts': null, hono: null, 'https://esm.sh/x': null, 'npm:x': null,
    });
  });

  it('finds the members of a Deno workspace', () => {
    const project = { 'deno.json': { workspace: ['./shared'] }, 'shared/deno.json': { name: '@me/shared', exports: { '.': './mod.ts' } }, 'shared/mod.ts': '', 'app/a.ts': '' };
    expect(resolveAll(project, 'app/a.ts', ['@me/shared'])).toEqual({ '@me/shared': 'shared/mod.ts' });
  });

  it('tries the prefixes that frameworks define by themselves', () => {
    const project = { 'package.json': {}, 'src/lib/a.ts': '', 'src/b.ts': '' };
    expect(resolveAll(project, 'src/b.ts', ['$lib/a', '@/b', '~/lib/a', 'src/b', '@/none'])).toEqual({ '$lib/a': 'src/lib/a.ts', '@/b': 'src/b.ts', '~/lib/a': 'src/lib/a.ts', 'src/b': 'src/b.ts', '@/none': null });
  });
});
