import { describe, expect, it } from 'vitest';
import { shareModule } from '../../codemods/shared-module.ts';
import { fileOf, memoryProject } from './memory-project.ts';
import type { SharedModule } from '../../codemods/shared-module.ts';
import type { Files } from '../requests/memory-loader.ts';

/** The module that the first of the users shares with the others; its reason where there is none. */
function place(files: Files, users: readonly string[], more: { readonly given?: string; readonly others?: readonly string[] } = {}): SharedModule | string {
  const project = memoryProject({ 'package.json': '{}', ...files });
  const edited = users.map((name) => fileOf(project, name));
  const [first] = edited;
  if (first === undefined) throw new Error('A module needs a user.');
  return shareModule(project, { name: 'shared', users: edited, given: more.given, others: (more.others ?? []).map((name) => `/app/${name}`) })(first);
}

function fileFor(...args: Parameters<typeof place>): string {
  const module = place(...args);
  return typeof module === 'string' ? module : module.file.replace('/app/', '');
}

const IMPORTING = "import { x } from './x';\n";
const REQUIRING = "const x = require('./x');\n";

describe('where a shared module goes', () => {
  it.each<[string, Files, string, string[]?]>([
    ['beside the one file that uses it', { 'src/api/a.ts': IMPORTING }, 'src/api/shared.ts'],
    ['into the folder that the files have in common', { 'src/api/a.ts': IMPORTING, 'src/jobs/b.ts': IMPORTING }, 'src/shared.ts'],
    ['into a folder for shared code that they import from', { 'src/api/a.ts': "import '../lib/x';", 'src/jobs/b.ts': IMPORTING, 'src/lib/x.ts': '' }, 'src/lib/shared.ts', ['src/api/a.ts', 'src/jobs/b.ts']],
    ['out of folders whose files are pages', { 'src/pages/api/a.ts': IMPORTING }, 'src/shared.ts'],
    ['where it was made before, above', { 'src/api/a.ts': IMPORTING, 'src/shared.ts': 'export const y = 1;' }, 'src/shared.ts', ['src/api/a.ts']],
  ])('%s', (_, files, expected, users) => {
    expect(fileFor(files, users ?? Object.keys(files))).toBe(expected);
  });

  it('where it was made before, beside a file that the changes do not touch', () => {
    const files = { 'src/api/a.ts': IMPORTING, 'src/jobs/b.ts': '', 'src/jobs/shared.ts': 'export const y = 1;' };
    expect(fileFor(files, ['src/api/a.ts'], { others: ['src/jobs/b.ts'] })).toBe('src/jobs/shared.ts');
  });

  it('not into another package of the same repository', () => {
    const files = { 'packages/a/package.json': '{}', 'packages/a/src/a.ts': IMPORTING, 'packages/b/package.json': '{}', 'packages/b/b.ts': IMPORTING };
    expect(fileFor(files, ['packages/a/src/a.ts', 'packages/b/b.ts'])).toBe('packages/a/src/shared.ts');
    expect(fileFor(files, ['packages/a/src/a.ts', 'packages/b/b.ts'], { given: 'packages/b/own.ts' })).toContain('another package');
  });

  it('where the option says', () => {
    expect(fileFor({ 'src/a.ts': IMPORTING }, ['src/a.ts'], { given: 'src/constants/own.ts' })).toBe('src/constants/own.ts');
  });
});

describe('the language and the kind of a shared module', () => {
  it.each<[string, Files, string, string, SharedModule['kind']]>([
    ['CommonJS where it is required', { 'a.js': REQUIRING }, 'a.js', 'shared.js', 'require'],
    ['.cjs where the package has modules', { 'package.json': '{"type":"module"}', 'a.cjs': REQUIRING }, 'a.cjs', 'shared.cjs', 'require'],
    ['a module where it is imported', { 'a.js': IMPORTING }, 'a.js', 'shared.js', 'import'],
    ['.mjs where Node would take .js for CommonJS', { 'a.mjs': IMPORTING }, 'a.mjs', 'shared.mjs', 'import'],
    ['CommonJS where it is imported and required', { 'a.mjs': IMPORTING, 'b.js': REQUIRING }, 'a.mjs', 'shared.js', 'require'],
    ['TypeScript for JavaScript that is built together with it', { 'src/a.jsx': IMPORTING, 'src/b.ts': IMPORTING }, 'src/a.jsx', 'src/shared.ts', 'import'],
    ['JavaScript for a script that Node runs, beside TypeScript', { 'scripts/a.mjs': IMPORTING, 'src/b.ts': IMPORTING }, 'scripts/a.mjs', 'scripts/shared.mjs', 'import'],
  ])('%s', (_, files, user, expected, kind) => {
    const module = place(files, [user, ...Object.keys(files).filter((name) => name !== user && name !== 'package.json')]);
    expect(module).toMatchObject({ file: `/app/${expected}`, kind });
  });
});
